package vn.nhipso.directory.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UnitSearchTest {

    private static final LocalDate TODAY = LocalDate.of(2025, 8, 1);
    private static final LocalDate BEFORE = LocalDate.of(2025, 6, 30);
    private static final LocalDate SINCE = LocalDate.of(2025, 7, 1);

    private final List<UnitVersion> versions = new ArrayList<>();

    UnitSearchTest() {
        add(84, "VN", "Việt Nam", "quốc gia", null, null, null);
        add(1, "87", "Đồng Tháp", "tỉnh", "VN", "2021-01-01", "2025-07-01");
        add(2, "82", "Đồng Tháp", "tỉnh", "VN", "2025-07-01", null);
        add(3, "871", "Tam Nông", "huyện", "87", "2021-01-01", "2025-07-01");
        add(4, "30010", "Phú Hiệp", "xã", "871", "2021-01-01", "2025-07-01");
        add(4, "30010", "Tam Nông", "xã", "82", "2025-07-01", null);
        add(5, "30001", "Tràm Chim", "thị trấn", "871", "2021-01-01", "2025-07-01");
        add(5, "30001", "Tràm Chim", "xã", "82", "2025-07-01", null);
        add(6, "29869", "1", "phường", "87", "2021-01-01", "2025-07-01");
        add(7, "29870", "11", "phường", "87", "2021-01-01", "2025-07-01");
        add(8, "31420", "Hòa Mỹ", "xã", "82", "2021-01-01", null);
        add(9, "31421", "Hoà Mỹ Đông", "xã", "82", "2021-01-01", null);
        add(10, "30010-01", "Phú Tam", "ấp", "30010", "2025-07-01", null);
    }

    @Test
    void everySpellingShouldFindTheSame() {
        List<String> wanted = List.of("30010", "871");
        assertThat(codes("tam nong")).isEqualTo(wanted);
        assertThat(codes("Tam Nông")).isEqualTo(wanted);
        assertThat(codes("TAM NÔNG")).isEqualTo(wanted);
        assertThat(codes(Normalizer.normalize("Tam Nông", Normalizer.Form.NFD))).isEqualTo(wanted);
        assertThat(codes("Hòa Mỹ")).containsExactly("31420", "31421");
        assertThat(codes("Hoà Mỹ")).containsExactly("31420", "31421");
    }

    @Test
    void theBestMatchShouldComeFirst() {
        assertThat(codes("30010")).as("a code").containsExactly("30010", "30010-01");
        assertThat(codes("3142")).as("the beginning of a code").containsExactly("31420", "31421");
        assertThat(codes("phuong 1")).as("the full name before what begins so").containsExactly("29869", "29870");
        assertThat(codes("dong thap")).as("the living before the ended").containsExactly("82", "87");
        assertThat(codes("tam"))
                .as("names that begin so before words inside")
                .containsExactly("30010", "871", "30010-01");
        assertThat(codes("nong")).as("a word inside").containsExactly("30010", "871");
        assertThat(codes("ong"))
                .as("part of a word")
                .contains("82", "30010", "31421")
                .doesNotContain("31420", "30001");
        assertThat(codes("xa t")).as("as somebody types").containsExactly("30010", "30001");
    }

    @Test
    void aFormerNameShouldFindTheUnitAndBeShown() {
        List<TopHits.Hit> hits = find(question("phu hiep"), null, 10);
        assertThat(hits).extracting(hit -> hit.unit().name()).containsExactly("Tam Nông");
        assertThat(hits.getFirst().formerName()).isEqualTo("Phú Hiệp");
        assertThat(find(question("tam nong"), null, 10).getFirst().formerName()).isNull();
        assertThat(codes("tam hiep")).as("words of different names are no name").isEmpty();
    }

    @Test
    void filtersShouldNarrow() {
        assertThat(codes(question("tam nong", null, List.of(Level.DISTRICT), null, null)))
                .containsExactly("871");
        assertThat(codes(question("tam nong", BEFORE, List.of(), null, null)))
                .as("the name of the day before later ones")
                .containsExactly("871", "30010");
        assertThat(codes(question("phu hiep", BEFORE, List.of(), null, null))).containsExactly("30010");
        assertThat(codes(question("tam nong", SINCE, List.of(), null, null))).containsExactly("30010");
        assertThat(codes(question("phu tam", null, List.of(), "82", null))).isEmpty();
        assertThat(codes(question("phu tam", null, List.of(), null, "82"))).containsExactly("30010-01");
        assertThat(codes(question("tam nong", null, List.of(), null, "87"))).containsExactly("871");
        assertThat(codes(question("viet nam", null, List.of(), "99", null))).isEmpty();
        assertThat(codes(question(null, SINCE, List.of(Level.COMMUNE), "82", null)))
                .containsExactlyInAnyOrder("30010", "30001", "31420", "31421");
        assertThat(codes(new UnitSearch.Question(
                        "tram chim", BEFORE, null, new UnitFilter(List.of(), List.of("Thị trấn")), null, null)))
                .containsExactly("30001");
    }

    @Test
    void pagesShouldTogetherBeTheWholeList() {
        for (String words : Arrays.asList("t", "ong", "1", "xa", null)) {
            List<String> whole = find(question(words), null, 100).stream()
                    .map(TopHits.Hit::toString)
                    .toList();
            List<String> paged = new ArrayList<>();
            TopHits.Place after = null;
            while (true) {
                List<TopHits.Hit> page = find(question(words), after, 2);
                if (page.isEmpty()) {
                    break;
                }
                page.forEach(hit -> paged.add(hit.toString()));
                after = TopHits.Place.of(page.getLast().place().key());
            }
            assertThat(paged).as(words).isEqualTo(whole).isNotEmpty();
        }
    }

    @Property(tries = 60)
    void whatChangedSinceShouldBeFoundAsIfTheIndexWereBuiltAnew(@ForAll long seed) {
        Random random = new Random(seed);
        List<UnitVersion> now = new ArrayList<>(versions);
        List<UUID> touched = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            UUID unit = new UUID(0, 1 + random.nextInt(12));
            touched.add(unit);
            now.removeIf(version -> version.unitId().equals(unit));
            if (random.nextBoolean()) {
                String code = "4000" + random.nextInt(5);
                now.removeIf(version -> version.code().equals(code));
                now.add(version(unit, code, "Tam Mới", "xã", "82", SINCE, null));
            }
        }
        UnitIndex anew = UnitIndex.of(Instant.EPOCH, now);
        UnitIndex beside = UnitIndex.of(Instant.EPOCH, versions)
                .with(
                        Instant.EPOCH,
                        touched,
                        now.stream()
                                .filter(version -> touched.contains(version.unitId()))
                                .toList());
        for (String words : Arrays.asList("tam", "moi", "xa", "300", "dong thap", "o", null)) {
            for (String within : Arrays.asList(null, "82", "87")) {
                UnitSearch.Question question = question(words, null, List.of(), null, within);
                assertThat(run(beside, question, null, 50)).isEqualTo(run(anew, question, null, 50));
            }
        }
    }

    private List<String> codes(String words) {
        return codes(question(words));
    }

    private List<String> codes(UnitSearch.Question question) {
        return find(question, null, 20).stream().map(hit -> hit.unit().code()).toList();
    }

    private List<TopHits.Hit> find(UnitSearch.Question question, TopHits.@Nullable Place after, int limit) {
        return run(UnitIndex.of(Instant.EPOCH, versions), question, after, limit);
    }

    private static List<TopHits.Hit> run(
            UnitIndex index, UnitSearch.Question question, TopHits.@Nullable Place after, int limit) {
        SearchQuery query = question.words() == null ? null : SearchQuery.of(question.words());
        return UnitSearch.run(index, question, query, TODAY, after, limit);
    }

    private static UnitSearch.Question question(@Nullable String words) {
        return question(words, null, List.of(), null, null);
    }

    private static UnitSearch.Question question(
            @Nullable String words,
            @Nullable LocalDate day,
            List<Level> levels,
            @Nullable String parent,
            @Nullable String within) {
        return new UnitSearch.Question(words, day, null, new UnitFilter(levels, List.of()), parent, within);
    }

    private void add(
            int unit,
            String code,
            String name,
            String type,
            @Nullable String parent,
            @Nullable String from,
            @Nullable String to) {
        versions.add(version(
                new UUID(0, unit),
                code,
                name,
                type,
                parent,
                from == null ? Validity.ALWAYS : LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to)));
    }

    private static UnitVersion version(
            UUID unit,
            String code,
            String name,
            String type,
            @Nullable String parent,
            LocalDate from,
            @Nullable LocalDate to) {
        String fullName = type.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + type.substring(1) + " " + name;
        return new UnitVersion(
                unit, code, name, fullName, type, UnitCode.levelOf(code), parent, new Validity(from, to), null, null);
    }
}
