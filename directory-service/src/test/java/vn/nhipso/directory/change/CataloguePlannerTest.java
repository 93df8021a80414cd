package vn.nhipso.directory.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.nhipso.directory.lineage.Extent;
import vn.nhipso.directory.lineage.LineageEdge;
import vn.nhipso.directory.unit.UnitCode;
import vn.nhipso.directory.unit.UnitVersion;
import vn.nhipso.kit.problem.ProblemException;

class CataloguePlannerTest {

    private static final String BEFORE = "2025-06-30";
    private static final String DAY = "2025-07-01";

    private final Record record = new Record();

    @BeforeEach
    void aListOfThreeLevels() {
        record.list(
                "2021-01-01",
                List.of(
                        unit("82", "Tiền Giang", "tỉnh", "VN"),
                        unit("87", "Đồng Tháp", "tỉnh", "VN"),
                        unit("870", "Hồng Ngự", "huyện", "87"),
                        unit("29956", "Thường Phước 1", "xã", "870"),
                        unit("29971", "Thường Thới Tiền", "thị trấn", "870"),
                        unit("29995", "Phú Thuận B", "xã", "870")));
        record.apply(Changes.of(ChangeKind.ESTABLISH, "2021-01-01")
                .withoutAct()
                .begins("29956-01", "ấp", "29956")
                .begins("29971-01", "ấp", "29971")
                .begins("29971-02", "ấp", "29971")
                .begins("29995-01", "ấp", "29995"));
    }

    @AfterEach
    void theTreeShouldBeRightOnEveryDay() {
        record.assertSound();
    }

    @Test
    void whatIsNotInTheListShouldEndAndTheRestBeginOrAlter() {
        Record.Imported imported = record.list(DAY, communesOfTwoLevels());
        assertThat(imported.items())
                .extracting(ListItem::code, ListItem::what)
                .containsExactlyInAnyOrder(
                        tuple("87", List.of(Alteration.ENDED)),
                        tuple("870", List.of(Alteration.ENDED)),
                        tuple("29956", List.of(Alteration.ENDED)),
                        tuple("29995", List.of(Alteration.ENDED)),
                        tuple("82", List.of(Alteration.RENAMED)),
                        tuple("29971", List.of(Alteration.RENAMED, Alteration.RETYPED, Alteration.TRANSFERRED)),
                        tuple("29978", List.of(Alteration.BEGUN)));
        assertThat(id("82", BEFORE)).as("a list cannot tell a code used again").isEqualTo(id("82", DAY));
        assertThat(record.at("29956-01", DAY)).as("it ends with its commune").isEmpty();
        assertThat(record.list(DAY, communesOfTwoLevels()).plan().isEmpty())
                .as("the same list again")
                .isTrue();
    }

    @Test
    void lineageShouldTellACodeThatIsUsedAgain() {
        record.list(DAY, communesOfTwoLevels());
        LineageDifference settled = record.lineage(DAY, lineage()).lineage();
        assertThat(id("82", BEFORE)).isNotEqualTo(id("82", DAY));
        assertThat(id("29971", BEFORE)).isNotEqualTo(id("29971", DAY));
        assertThat(settled).isEqualTo(new LineageDifference(3, 6, 0, 0, 7, 1, 1, 0));
        assertThat(record.lineage(DAY, lineage()).plan().isEmpty())
                .as("the same edges again")
                .isTrue();
    }

    @Test
    void hamletsShouldLiveOnWhereTheWholePopulationWent() {
        UUID first = id("29956-01", BEFORE);
        UUID kept = id("29971-01", BEFORE);
        record.list(DAY, communesOfTwoLevels());
        record.lineage(DAY, lineage());
        assertThat(id("29971-03", DAY)).isEqualTo(first);
        assertThat(record.at("29971-03", DAY).orElseThrow().parentCode()).isEqualTo("29971");
        assertThat(id("29971-01", DAY)).as("population stays under the code").isEqualTo(kept);
        assertThat(record.at("29995-01", DAY))
                .as("of a divided commune it ends")
                .isEmpty();
        assertThat(record.edges()).contains(LineageEdge.whole("29956-01", LocalDate.parse(DAY), "29971-03"));
    }

    @Test
    void hamletsOfALateLineageShouldStayNoLongerThanTheCommuneTheyCameTo() {
        UUID hamlet = id("29956-01", BEFORE);
        record.list(DAY, communesOfTwoLevels());
        List<ListedUnit> later = communesOfTwoLevels().subList(0, 2);
        record.list("2026-01-01", later);
        record.lineage(DAY, List.of(edge("29956", "29978", Extent.WHOLE)));
        UnitVersion arrived = record.at("29978-01", DAY).orElseThrow();
        assertThat(arrived.unitId()).isEqualTo(hamlet);
        assertThat(arrived.valid().to()).isEqualTo("2026-01-01");
        assertThat(arrived.endedBy())
                .isEqualTo(record.at("29978", DAY).orElseThrow().endedBy());
        record.lineage(
                "2026-01-01",
                List.of(new LineageEdge(
                        "29978", LocalDate.parse("2026-01-01"), "29971", Extent.WHOLE, Extent.WHOLE, null)));
        assertThat(id("29971-03", "2026-01-01")).as("the lineage of that day").isEqualTo(hamlet);
    }

    @Test
    void hamletsOfALateLineageShouldNotStandUnderWhoeverBearsTheCodeLater() {
        record.list(DAY, communesOfTwoLevels());
        record.list("2026-01-01", communesOfTwoLevels());
        record.lineage(
                "2026-01-01",
                List.of(new LineageEdge(
                        "29978", LocalDate.parse("2026-01-01"), "29971", Extent.WHOLE, Extent.WHOLE, null)));
        record.lineage(DAY, List.of(edge("29956", "29978", Extent.WHOLE)));
        assertThat(record.at("29978-01", "2025-12-31")).isPresent();
        assertThat(record.at("29978-01", "2026-01-01")).isEmpty();
    }

    @Test
    void hamletsOfALateMergerShouldEndWithTheCommuneTheyCameTo() {
        record.apply(Changes.of(ChangeKind.MERGE, "2025-01-01")
                .ends("29956")
                .edge("29956", "29971", Extent.WHOLE, Extent.WHOLE, null));
        record.apply(Changes.of(ChangeKind.MERGE, "2023-01-01")
                .ends("29995")
                .edge("29995", "29956", Extent.WHOLE, Extent.WHOLE, null));
        assertThat(record.at("29956-02", "2024-12-31")).isPresent();
        assertThat(record.at("29956-02", "2025-01-01")).isEmpty();
    }

    @Test
    void aCodeWhosePopulationWentElsewhereShouldTakeItsHamletsAlong() {
        List<ListedUnit> list = communesOfTwoLevels();
        record.list(DAY, list);
        record.lineage(DAY, List.of(edge("29971", "29978", Extent.WHOLE), edge("29956", "29971", Extent.WHOLE)));
        assertThat(record.at("29971-01", DAY)).isEmpty();
        assertThat(record.at("29978-01", DAY)).isPresent();
        assertThat(record.at("29978-02", DAY)).isPresent();
        assertThat(record.at("29971-03", DAY)).as("numbers are not used again").isPresent();
    }

    @Test
    void lineageSaidOtherwiseShouldReplaceWhatWasSaid() {
        record.list(DAY, communesOfTwoLevels());
        UUID hamlet = id("29971-01", BEFORE);
        UUID commune = id("29971", BEFORE);
        record.lineage(DAY, List.of(edge("29971", "29978", Extent.WHOLE)));
        assertThat(id("29971", DAY)).isNotEqualTo(commune);
        assertThat(id("29978-01", DAY)).isEqualTo(hamlet);
        record.lineage(DAY, List.of(edge("29971", "29971", Extent.WHOLE)));
        assertThat(id("29971", DAY)).as("joined").isEqualTo(commune);
        assertThat(id("29971-01", DAY)).isEqualTo(hamlet);
        assertThat(record.at("29978-01", DAY)).isEmpty();
        record.lineage(DAY, List.of(edge("29971", "29971", Extent.PART), edge("29971", "29978", Extent.PART)));
        assertThat(id("29971", DAY)).isNotEqualTo(commune);
        assertThat(record.at("29971-01", DAY)).isEmpty();
        record.lineage(DAY, List.of(edge("29971", "29978", Extent.WHOLE)));
        assertThat(record.at("29978", DAY)).isPresent();
        assertThat(record.units()
                        .all()
                        .filter(unit ->
                                unit.unitId().equals(hamlet) && unit.valid().contains(LocalDate.parse(DAY))))
                .hasSize(1);
    }

    @Test
    void aCorrectedListShouldBringBackWhatTheFirstOneLeftOut() {
        UUID commune = id("29995", BEFORE);
        record.list(DAY, communesOfTwoLevels());
        List<ListedUnit> corrected = new ArrayList<>(communesOfTwoLevels());
        corrected.add(unit("29995", "Phú Thuận B", "xã", "82"));
        record.list(DAY, corrected);
        assertThat(id("29995", DAY)).isEqualTo(commune);
        assertThat(record.at("29995-01", DAY)).isPresent();
    }

    @Test
    void aListOfAnEarlierDayShouldBeBoundedByTheLaterOne() {
        record.list(DAY, communesOfTwoLevels());
        record.list(
                "2024-05-01",
                List.of(
                        unit("82", "Tiền Giang", "tỉnh", "VN"),
                        unit("87", "Đồng Tháp", "tỉnh", "VN"),
                        unit("870", "Hồng Ngự", "huyện", "87"),
                        unit("871", "Tam Nông", "huyện", "87"),
                        unit("30001", "Tràm Chim", "thị trấn", "871"),
                        unit("29956", "Thường Phước 1", "xã", "870"),
                        unit("29971", "Thường Thới Tiền", "thị trấn", "870")));
        assertThat(record.at("30001", BEFORE)).isPresent();
        assertThat(record.at("30001", DAY)).as("not in the later list").isEmpty();
        assertThat(record.at("871", DAY)).isEmpty();
        assertThat(record.at("29995", "2024-05-01")).isEmpty();
    }

    @Test
    void aChildShouldEndWithAParentThatIsKnownToEnd() {
        record.apply(Changes.of(ChangeKind.CATALOGUE, DAY)
                .ends("870", "29956", "29971", "29995")
                .begins("82001", "xã", "87"));
        List<ListedUnit> list = List.of(
                unit("82", "Tiền Giang", "tỉnh", "VN"),
                unit("87", "Đồng Tháp", "tỉnh", "VN"),
                unit("870", "Hồng Ngự", "huyện", "87"),
                unit("29956", "Thường Phước 1", "xã", "870"),
                unit("29971", "Thường Thới Tiền", "thị trấn", "870"),
                unit("29974", "Thường Thới Hậu A", "xã", "870"),
                unit("29995", "Phú Thuận B", "xã", "870"));
        record.list("2024-05-01", list);
        UnitVersion late = record.at("29974", BEFORE).orElseThrow();
        assertThat(late.valid().to()).isEqualTo(DAY);
        assertThat(late.endedBy())
                .isEqualTo(record.at("870", BEFORE).orElseThrow().endedBy());
    }

    @Test
    void aUnitEnteredLateByHandShouldSayWhenItEnded() {
        record.apply(Changes.of(ChangeKind.CATALOGUE, DAY)
                .ends("870", "29956", "29971", "29995")
                .begins("82001", "xã", "87"));
        assertThat(record.refusals(
                        Changes.of(ChangeKind.ESTABLISH, "2024-01-01").begins("29974", "xã", "870")))
                .containsExactly("/begins/0/parentCode PARENT_ENDS_BEFORE_CHILD");
        record.apply(Changes.of(ChangeKind.ESTABLISH, "2024-01-01").beginsUntil("29974", "xã", "870", DAY));
        assertThat(record.at("29974", DAY)).isEmpty();
        assertThat(record.at("29974", BEFORE).orElseThrow().endedBy())
                .isEqualTo(record.at("870", BEFORE).orElseThrow().endedBy());
        assertThat(record.refusals(
                        Changes.of(ChangeKind.RENAME, "2024-06-01").beginsUntil("29974", "xã", "870", "2025-01-01")))
                .contains("/begins/0/validTo KIND_MISMATCH");
        assertThat(record.refusals(
                        Changes.of(ChangeKind.ESTABLISH, "2024-06-01").beginsUntil("29975", "xã", "870", "2024-06-01")))
                .containsExactly("/begins/0/validTo PERIOD_REVERSED");
    }

    @Test
    void edgesShouldNameUnitsThatLive() {
        record.list(DAY, communesOfTwoLevels());
        assertThatThrownBy(() -> record.lineage(
                        DAY,
                        List.of(
                                edge("99999", "29971", Extent.WHOLE),
                                edge("29956", "29995", Extent.WHOLE),
                                edge("29971", "29971", Extent.WHOLE),
                                edge("29971", "29978", Extent.WHOLE))))
                .isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(refused.errors())
                        .extracting(error -> error.row() + " " + error.pointer() + " " + error.code())
                        .containsExactly(
                                "2 /old_code UNIT_UNKNOWN",
                                "3 /new_code LINEAGE_TO_NOT_LIVING",
                                "5 /area LINEAGE_EXTENT_CONFLICT",
                                "5 /population LINEAGE_EXTENT_CONFLICT"));
    }

    @Test
    void somebodysEndShouldStay() {
        record.apply(Changes.of(ChangeKind.ABOLISH, DAY).withoutAct().ends("29956-01"));
        record.list(DAY, communesOfTwoLevels());
        record.lineage(DAY, lineage());
        assertThat(record.units().all().filter(unit -> unit.valid().contains(LocalDate.parse(DAY))))
                .extracting(UnitVersion::code)
                .doesNotContain("29956-01", "29971-03");
    }

    private UUID id(String code, String day) {
        return record.at(code, day).orElseThrow().unitId();
    }

    static ListedUnit unit(String code, String name, String type, String parent) {
        String word = type.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + type.substring(1);
        return new ListedUnit(2, code, name, word + " " + name, type, UnitCode.levelOf(code), parent);
    }

    private static List<ListedUnit> communesOfTwoLevels() {
        return List.of(
                unit("82", "Đồng Tháp", "tỉnh", "VN"),
                unit("29971", "Thường Phước", "xã", "82"),
                unit("29978", "Thường Lạc", "xã", "82"));
    }

    private static List<LineageEdge> lineage() {
        return List.of(
                edge("82", "82", Extent.WHOLE),
                edge("87", "82", Extent.WHOLE),
                edge("870", null, Extent.WHOLE),
                edge("29956", "29971", Extent.WHOLE),
                edge("29971", "29971", Extent.WHOLE),
                edge("29995", "29971", Extent.PART),
                edge("29995", "29978", Extent.PART));
    }

    private static LineageEdge edge(String from, @Nullable String to, Extent extent) {
        return new LineageEdge(from, LocalDate.parse(DAY), to, extent, extent, null);
    }
}
