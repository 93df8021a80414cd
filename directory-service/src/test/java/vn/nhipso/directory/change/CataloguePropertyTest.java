package vn.nhipso.directory.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import vn.nhipso.directory.lineage.Extent;
import vn.nhipso.directory.lineage.LineageEdge;
import vn.nhipso.directory.placement.Itinerary;
import vn.nhipso.directory.unit.Level;
import vn.nhipso.directory.unit.UnitCode;
import vn.nhipso.directory.unit.UnitVersion;

/** Lists that the tests make themselves: whatever is imported in whatever order, the tree of a day is the list of that day. */
class CataloguePropertyTest {

    private static final List<LocalDate> DAYS =
            List.of(LocalDate.of(2021, 1, 1), LocalDate.of(2024, 5, 1), LocalDate.of(2025, 7, 1));

    @Property(tries = 20)
    void theTreeOfADayShouldBeItsListInWhateverOrderListsCome(@ForAll long seed) {
        Random random = new Random(seed);
        List<List<ListedUnit>> lists = List.of(list(random, 40), list(random, 40), list(random, 40));
        List<Integer> order = new ArrayList<>(List.of(0, 1, 2, random.nextInt(3)));
        Collections.shuffle(order, random);
        Record record = new Record();
        Set<Integer> imported = new TreeSet<>();
        for (int each : order) {
            record.file(DAYS.get(each), new UnitList("VN", lists.get(each)), null);
            imported.add(each);
            record.assertSound();
            for (int known : imported) {
                assertThat(tree(record, DAYS.get(known)))
                        .as("list %d of order %s after %d", known, order, each)
                        .isEqualTo(tree(lists.get(known)));
            }
        }
        for (int each : imported) {
            assertThat(record.file(DAYS.get(each), new UnitList("VN", lists.get(each)), null)
                            .plan()
                            .isEmpty())
                    .isTrue();
        }
    }

    @Property(tries = 40)
    void unitsAndLineageTogetherShouldEndWhereTheyEndOneAfterTheOther(@ForAll long seed) {
        Record together = new Record();
        Record after = new Record();
        for (Record record : List.of(together, after)) {
            Random random = new Random(seed);
            List<ListedUnit> first = list(random, 30);
            record.file(DAYS.get(0), new UnitList("VN", first), null);
            hamlets(record, first, random);
        }
        Random random = new Random(seed + 1);
        LocalDate day = DAYS.get(2);
        List<ListedUnit> second = list(random, 30);
        List<LineageEdge> edges = lineage(codes(together, day.minusDays(1)), second, day, random);
        List<LineageEdge> said = lineage(codes(together, day.minusDays(1)), second, day, random);
        UnitList units = new UnitList("VN", second);
        if (random.nextBoolean()) {
            // What was said before and is said otherwise now makes no difference.
            after.file(day, units, said);
            edges.removeIf(edge -> said.stream().noneMatch(other -> other.from().equals(edge.from())));
            said.stream()
                    .map(LineageEdge::from)
                    .distinct()
                    .filter(from -> edges.stream().noneMatch(edge -> edge.from().equals(from)))
                    .forEach(from -> edges.add(LineageEdge.whole(from, day, null)));
        }
        together.file(day, units, edges);
        after.file(day, units, null);
        after.file(day, null, edges);
        assertThat(shown(after)).isEqualTo(shown(together));
        assertThat(edges(after)).isEqualTo(edges(together));
        assertThat(stays(after)).isEqualTo(stays(together));
        assertThat(identity(after)).isEqualTo(identity(together));
        for (Record record : List.of(together, after)) {
            record.assertSound();
            assertThat(tree(record, day)).isEqualTo(tree(second));
            assertThat(record.file(day, units, edges).plan().isEmpty()).isTrue();
            assertIdentityAsReadersTellIt(record, day, edges);
        }
    }

    @Test
    void aListOfThousandsShouldBePlannedInASecondOrTwo() {
        Random random = new Random(1);
        Record record = new Record();
        List<ListedUnit> first = list(random, 10_000);
        List<ListedUnit> second = list(random, 10_000);
        long start = System.nanoTime();
        record.file(DAYS.get(0), new UnitList("VN", first), null);
        record.file(DAYS.get(2), new UnitList("VN", second), null);
        record.file(DAYS.get(2), null, lineage(codes(record, DAYS.get(2).minusDays(1)), second, DAYS.get(2), random));
        assertThat((System.nanoTime() - start) / 1_000_000_000.0).isLessThan(20);
        assertThat(tree(record, DAYS.get(2))).isEqualTo(tree(second));
    }

    /** A code is the same unit exactly where readers of the events, who see codes and edges, take it for one. */
    private static void assertIdentityAsReadersTellIt(Record record, LocalDate day, List<LineageEdge> edges) {
        Map<String, List<LineageEdge>> out = edges.stream().collect(Collectors.groupingBy(LineageEdge::from));
        for (String code : codes(record, day.minusDays(1))) {
            UnitVersion before = record.units().at(code, day.minusDays(1)).orElseThrow();
            if (record.units().at(code, day).isEmpty() || before.level() == Level.HAMLET) {
                continue;
            }
            List<LineageEdge> leaving = out.getOrDefault(code, List.of());
            boolean wholeToItself = leaving.stream()
                            .filter(edge -> edge.population() != Extent.NONE)
                            .allMatch(edge -> edge.population() == Extent.WHOLE && code.equals(edge.to()))
                    && leaving.stream().anyMatch(edge -> edge.population() == Extent.WHOLE);
            boolean others = edges.stream()
                    .anyMatch(edge ->
                            code.equals(edge.to()) && !edge.from().equals(code) && edge.population() != Extent.NONE);
            assertThat(before.isSameUnit(record.units().at(code, day).orElseThrow()))
                    .as("%s leaves %s", code, leaving)
                    .isEqualTo(leaving.isEmpty() || (wholeToItself && !others));
        }
    }

    private static List<ListedUnit> list(Random random, int communes) {
        Map<String, ListedUnit> units = new TreeMap<>();
        int provinces = 2 + random.nextInt(3);
        List<String> parents = new ArrayList<>();
        for (int i = 0; i < provinces; i++) {
            String province = String.valueOf(10 + random.nextInt(5));
            units.put(province, unit(province, random, "tỉnh", "VN"));
            parents.add(province);
        }
        boolean districts = random.nextBoolean();
        if (districts) {
            List<String> above = List.copyOf(parents);
            parents.clear();
            for (int i = 0; i < 6; i++) {
                String district = String.valueOf(100 + random.nextInt(8));
                units.put(district, unit(district, random, "huyện", above.get(random.nextInt(above.size()))));
            }
            units.keySet().stream().filter(code -> code.length() == 3).forEach(parents::add);
        }
        for (int i = 0; i < communes; i++) {
            String commune = "%05d".formatted(random.nextInt(communes * 3 / 2));
            units.put(
                    commune,
                    unit(
                            commune,
                            random,
                            random.nextInt(3) == 0 ? "phường" : "xã",
                            parents.get(random.nextInt(parents.size()))));
        }
        return List.copyOf(units.values());
    }

    private static ListedUnit unit(String code, Random random, String type, String parent) {
        String name = "Tên " + random.nextInt(3);
        return new ListedUnit(2, code, name, type + " " + name, type, UnitCode.levelOf(code), parent);
    }

    private static void hamlets(Record record, List<ListedUnit> list, Random random) {
        Changes hamlets = Changes.of(ChangeKind.ESTABLISH, DAYS.get(0)).withoutAct();
        list.stream().filter(unit -> unit.level() == Level.COMMUNE).forEach(commune -> {
            for (int number = random.nextInt(3); number > 0; number--) {
                hamlets.begins(UnitCode.hamlet(commune.code(), number), "thôn", commune.code());
            }
        });
        record.apply(hamlets);
    }

    private static Set<String> codes(Record record, LocalDate day) {
        return record.units()
                .all()
                .filter(unit ->
                        unit.valid().contains(day) && unit.level() != Level.COUNTRY && unit.level() != Level.HAMLET)
                .map(UnitVersion::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<LineageEdge> lineage(Set<String> from, List<ListedUnit> to, LocalDate day, Random random) {
        List<LineageEdge> edges = new ArrayList<>();
        Map<Level, List<String>> targets = to.stream()
                .collect(Collectors.groupingBy(
                        ListedUnit::level, Collectors.mapping(ListedUnit::code, Collectors.toList())));
        for (String code : from) {
            List<String> same = targets.getOrDefault(UnitCode.levelOf(code), List.of());
            if (same.isEmpty() || random.nextInt(5) == 0) {
                continue;
            }
            String one = random.nextInt(3) == 0 && same.contains(code) ? code : same.get(random.nextInt(same.size()));
            String other = same.get(random.nextInt(same.size()));
            switch (random.nextInt(6)) {
                case 0 -> edges.add(LineageEdge.whole(code, day, null));
                case 1, 2 -> {
                    edges.add(new LineageEdge(code, day, one, Extent.PART, Extent.PART, null));
                    if (!one.equals(other)) {
                        edges.add(new LineageEdge(code, day, other, Extent.PART, Extent.PART, null));
                    }
                }
                case 3 -> {
                    edges.add(new LineageEdge(code, day, one, Extent.PART, Extent.WHOLE, null));
                    if (!one.equals(other)) {
                        edges.add(new LineageEdge(code, day, other, Extent.PART, Extent.NONE, null));
                    }
                }
                default -> edges.add(LineageEdge.whole(code, day, one));
            }
        }
        return edges;
    }

    private static Set<String> tree(Record record, LocalDate day) {
        return record.units()
                .all()
                .filter(unit ->
                        unit.valid().contains(day) && unit.level() != Level.COUNTRY && unit.level() != Level.HAMLET)
                .map(unit ->
                        String.join("|", unit.code(), unit.name(), unit.fullName(), unit.type(), unit.parentCode()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> tree(List<ListedUnit> list) {
        return list.stream()
                .map(unit ->
                        String.join("|", unit.code(), unit.name(), unit.fullName(), unit.type(), unit.parentCode()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> edges(Record record) {
        return record.edges().stream()
                .filter(edge -> !edge.from().contains("-"))
                .map(LineageEdge::toString)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The code, or of a hamlet its name: which number it has elsewhere depends on who came first. */
    private static String named(Record record, String code, LocalDate day) {
        return code.contains("-") ? record.units().at(code, day).orElseThrow().name() : code;
    }

    /** All that readers see of units. */
    private static Set<String> shown(Record record) {
        return record.units()
                .all()
                .filter(unit -> unit.level() != Level.COUNTRY)
                .map(unit -> String.join(
                        "|",
                        named(record, unit.code(), unit.valid().from()),
                        unit.valid().toString(),
                        unit.fullName(),
                        unit.type(),
                        String.valueOf(unit.parentCode())))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Which versions are of one unit, whatever it is called inside. */
    private static Map<String, String> identity(Record record) {
        Map<UUID, String> first = new HashMap<>();
        Map<String, String> identity = new TreeMap<>();
        record.units()
                .all()
                .filter(unit -> unit.level() != Level.COUNTRY)
                .sorted(Comparator.comparing((UnitVersion unit) -> unit.valid().from())
                        .thenComparing(UnitVersion::name)
                        .thenComparing(UnitVersion::code))
                .forEach(unit -> {
                    LocalDate from = unit.valid().from();
                    String name = named(record, unit.code(), from) + "@" + from;
                    identity.put(name, first.computeIfAbsent(unit.unitId(), id -> name));
                });
        return identity;
    }

    /** Where teams that began with each unit of the first day are. */
    private static Map<String, List<String>> stays(Record record) {
        Map<String, List<String>> stays = new TreeMap<>();
        record.units()
                .all()
                .filter(unit -> unit.valid().from().equals(DAYS.get(0)))
                .forEach(unit -> stays.put(
                        unit.code(),
                        Itinerary.from(record.walk(), unit.code(), DAYS.get(0), null).stays().stream()
                                .map(stay ->
                                        named(record, stay.unit(), stay.from()) + " " + stay.from() + " " + stay.to())
                                .toList()));
        return stays;
    }
}
