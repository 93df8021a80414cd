package vn.nhipso.directory.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.nhipso.directory.lineage.Arrival;
import vn.nhipso.directory.lineage.Extent;
import vn.nhipso.directory.lineage.LineageEdge;
import vn.nhipso.directory.unit.UnitVersion;
import vn.nhipso.kit.problem.ProblemException;

class ChangePlannerTest {

    private static final String MERGER = "2025-07-01";

    private final Record record = new Record();

    @BeforeEach
    void aProvinceWithTwoDistrictsAndThreeCommunes() {
        record.apply(Changes.of(ChangeKind.CATALOGUE, "2021-01-01")
                .begins("87", "tỉnh", "VN")
                .begins("870", "huyện", "87")
                .begins("871", "huyện", "87")
                .begins("29956", "xã", "870")
                .begins("29971", "thị trấn", "870")
                .begins("30001", "xã", "871"));
    }

    @AfterEach
    void theTreeShouldBeRightOnEveryDay() {
        record.assertSound();
    }

    @Test
    void aCodeUsedAgainShouldBeAnotherUnit() {
        UnitVersion before = record.at("29971", "2025-06-30").orElseThrow();
        record.apply(Changes.of(ChangeKind.MERGE, MERGER)
                .ends("29956", "29971")
                .begins("29971", "xã", "870")
                .whole("29956", "29971")
                .whole("29971", "29971"));
        UnitVersion after = record.at("29971", MERGER).orElseThrow();
        assertThat(after.unitId()).isNotEqualTo(before.unitId());
        assertThat(record.walk().forward("29956", LocalDate.parse("2022-01-01"), LocalDate.parse(MERGER)))
                .containsExactly(new Arrival("29971", Extent.WHOLE, Extent.WHOLE, null));
    }

    @Test
    void aCodeInBeginsAloneShouldStayTheSameUnit() {
        UnitVersion before = record.at("29956", "2025-06-30").orElseThrow();
        record.apply(Changes.of(ChangeKind.TRANSFER, MERGER).begins("29956", "xã", "871"));
        UnitVersion after = record.at("29956", MERGER).orElseThrow();
        assertThat(after.unitId()).isEqualTo(before.unitId());
        assertThat(after.parentCode()).isEqualTo("871");
        assertThat(record.at("29956", "2025-06-30").orElseThrow().valid().to()).isEqualTo(MERGER);
    }

    @Test
    void aRecodedUnitShouldStayTheSameUnitUnderItsNewCode() {
        UnitVersion before = record.at("29956", "2025-06-30").orElseThrow();
        record.apply(Changes.of(ChangeKind.RECODE, "2024-01-01").ends("29956").begins("29957", "xã", "870"));
        assertThat(record.at("29957", "2024-01-01").orElseThrow().unitId()).isEqualTo(before.unitId());
        assertThat(record.edges()).containsExactly(LineageEdge.whole("29956", LocalDate.parse("2024-01-01"), "29957"));
    }

    @Test
    void aLaterVersionOfTheCodeShouldBoundWhatBegins() {
        record.apply(Changes.of(ChangeKind.ESTABLISH, "2015-01-01").begins("87", "Cũ hơn", "tỉnh", "VN"));
        UnitVersion earlier = record.at("87", "2020-12-31").orElseThrow();
        assertThat(earlier.valid().to()).isEqualTo("2021-01-01");
        assertThat(earlier.unitId())
                .as("nothing says that it became another unit")
                .isEqualTo(record.at("87", "2021-01-01").orElseThrow().unitId());
    }

    @Test
    void twoAlterationsOfOneDayShouldBeOneVersion() {
        record.apply(Changes.of(ChangeKind.RENAME, "2024-01-01").begins("29956", "Mới", "xã", "870"));
        record.apply(Changes.of(ChangeKind.RETYPE, "2024-01-01").begins("29956", "Mới", "phường", "870"));
        assertThat(record.units().versions("29956")).hasSize(2);
        assertThat(record.at("29956", "2024-01-01").orElseThrow().type()).isEqualTo("phường");
    }

    @Test
    void anAlterationInThePastShouldEndWhereTheNextBegins() {
        record.apply(Changes.of(ChangeKind.RENAME, "2024-01-01").begins("29956", "Ba", "xã", "870"));
        record.apply(Changes.of(ChangeKind.RENAME, "2022-01-01").begins("29956", "Hai", "xã", "870"));
        assertThat(record.at("29956", "2023-12-31").orElseThrow().name()).isEqualTo("Hai");
        assertThat(record.at("29956", "2024-01-01").orElseThrow().name()).isEqualTo("Ba");
    }

    @Test
    void aUnitThatIsDividedShouldLiveOnWithAVersionOfThatDay() {
        record.apply(Changes.of(ChangeKind.SPLIT, "2024-01-01")
                .begins("29956", "xã", "870")
                .begins("29958", "xã", "870")
                .part("29956", "29956")
                .part("29956", "29958"));
        assertThat(record.units().versions("29956")).hasSize(2);
        assertThat(record.walk().forward("29956", LocalDate.parse("2022-01-01"), LocalDate.parse(MERGER)))
                .extracting(Arrival::population)
                .containsExactly(Extent.PART, Extent.PART);
    }

    @Test
    void lineageShouldBeComposedOverTwoReorganisations() {
        record.apply(Changes.of(ChangeKind.SPLIT, "2023-01-01")
                .ends("29956")
                .begins("29957", "xã", "870")
                .begins("29958", "xã", "870")
                .edge("29956", "29957", Extent.PART, Extent.PART, "0.25")
                .edge("29956", "29958", Extent.PART, Extent.PART, "0.75"));
        record.apply(Changes.of(ChangeKind.MERGE, "2024-01-01").ends("29957").whole("29957", "29971"));
        List<Arrival> arrivals = record.walk().forward("29956", LocalDate.parse("2022-01-01"), LocalDate.parse(MERGER));
        assertThat(arrivals).extracting(Arrival::code).containsExactly("29971", "29958");
        assertThat(arrivals.getFirst().share()).isEqualByComparingTo("0.25");
        record.apply(Changes.of(ChangeKind.MERGE, "2025-01-01").ends("29958").whole("29958", "29971"));
        assertThat(record.walk().forward("29956", LocalDate.parse("2022-01-01"), LocalDate.parse(MERGER)))
                .as("both parts are together again")
                .containsExactly(new Arrival("29971", Extent.WHOLE, Extent.WHOLE, null));
    }

    @Test
    void hamletsShouldBeNumberedOnAtTheSuccessor() {
        record.apply(Changes.of(ChangeKind.ESTABLISH, "2021-01-01")
                .withoutAct()
                .begins("29956-01", "thôn", "29956")
                .begins("29956-02", "ấp", "29956")
                .begins("29971-01", "ấp", "29971"));
        record.apply(Changes.of(ChangeKind.MERGE, MERGER).ends("29956").whole("29956", "29971"));
        assertThat(record.edges())
                .contains(
                        LineageEdge.whole("29956-01", LocalDate.parse(MERGER), "29971-02"),
                        LineageEdge.whole("29956-02", LocalDate.parse(MERGER), "29971-03"));
        assertThat(record.at("29971-02", MERGER).orElseThrow().unitId())
                .isEqualTo(record.at("29956-01", "2025-06-30").orElseThrow().unitId());
    }

    @Test
    void hamletsShouldKeepTheirCodesWhereThePopulationStaysUnderTheCode() {
        record.apply(Changes.of(ChangeKind.ESTABLISH, "2021-01-01").withoutAct().begins("29971-01", "ấp", "29971"));
        ChangePlan plan = record.apply(Changes.of(ChangeKind.MERGE, MERGER)
                .ends("29956", "29971")
                .begins("29971", "xã", "870")
                .whole("29956", "29971")
                .whole("29971", "29971"));
        assertThat(plan.codes()).containsExactly("29956", "29971");
        assertThat(record.edges()).extracting(LineageEdge::from).containsOnly("29956", "29971");
    }

    @Test
    void aListShouldLeaveAloneWhatItDoesNotAlter() {
        ChangePlan plan = record.apply(Changes.of(ChangeKind.CATALOGUE, MERGER)
                .begins("87", "tỉnh", "VN")
                .begins("870", "Khác", "huyện", "87"));
        assertThat(plan.codes()).containsExactly("870");
        assertThat(record.refusals(Changes.of(ChangeKind.CATALOGUE, MERGER).begins("87", "tỉnh", "VN")))
                .containsExactly(" CHANGE_WITHOUT_EFFECT");
    }

    @Test
    void endsShouldNameUnitsThatLive() {
        record.apply(Changes.of(ChangeKind.ABOLISH, "2024-01-01").ends("30001"));
        record.apply(Changes.of(ChangeKind.RENAME, "2024-06-01").begins("29956", "Mới", "xã", "870"));
        record.apply(Changes.of(ChangeKind.ESTABLISH, MERGER).begins("30002", "xã", "871"));
        assertThat(record.refusals(Changes.of(ChangeKind.ABOLISH, "2025-01-01").ends("99999", "30001")))
                .containsExactly("/ends/0 UNIT_UNKNOWN", "/ends/1 UNIT_NOT_LIVING");
        assertThat(record.refusals(Changes.of(ChangeKind.ABOLISH, "2024-01-01").ends("29956")))
                .containsExactly("/ends/0 UNIT_ALTERED_LATER");
        assertThat(record.refusals(Changes.of(ChangeKind.ABOLISH, MERGER).ends("30002")))
                .containsExactly("/ends/0 UNIT_BEGINS_THAT_DAY");
    }

    @Test
    void nobodyShouldBeLeftWithoutAParentOnAnyDay() {
        assertThat(record.refusals(Changes.of(ChangeKind.ABOLISH, MERGER).ends("870")))
                .containsExactly("/ends/0 CHILD_LEFT_BEHIND");
        assertThat(record.refusals(Changes.of(ChangeKind.ESTABLISH, MERGER).begins("29999", "xã", "999")))
                .containsExactly("/begins/0/parentCode UNIT_UNKNOWN");
        assertThat(record.refusals(
                        Changes.of(ChangeKind.ESTABLISH, "2020-01-01").begins("29999", "xã", "870")))
                .containsExactly("/begins/0/parentCode PARENT_NOT_LIVING");
        record.apply(Changes.of(ChangeKind.ABOLISH, MERGER).ends("871").begins("30001", "xã", "87"));
        assertThat(record.refusals(
                        Changes.of(ChangeKind.ESTABLISH, "2024-01-01").begins("29999", "xã", "871")))
                .containsExactly("/begins/0/parentCode PARENT_ENDS_BEFORE_CHILD");
    }

    @Test
    void lineageShouldLeaveWhatEndsAndArriveAtWhatLives() {
        assertThat(record.refusals(
                        Changes.of(ChangeKind.MERGE, MERGER).ends("29956").whole("29956", "29999")))
                .containsExactly("/lineage/0/to UNIT_UNKNOWN");
        assertThat(record.refusals(
                        Changes.of(ChangeKind.MERGE, MERGER).ends("29956").whole("29956", "29956")))
                .containsExactly("/lineage/0/to LINEAGE_TO_NOT_LIVING");
        assertThat(record.refusals(Changes.of(ChangeKind.MERGE, MERGER).whole("29956", "29971")))
                .contains("/lineage/0/from LINEAGE_FROM_NOT_ENDED");
        assertThat(record.refusals(Changes.of(ChangeKind.MERGE, MERGER)
                        .ends("29956")
                        .whole("29956", "29971")
                        .part("29956", "30001")))
                .containsExactly(
                        "/lineage/1/area LINEAGE_EXTENT_CONFLICT", "/lineage/1/population LINEAGE_EXTENT_CONFLICT");
        assertThat(record.refusals(Changes.of(ChangeKind.MERGE, MERGER)
                        .ends("29956")
                        .part("29956", "29971")
                        .part("29956", "29971")))
                .containsExactly("/lineage/1 DUPLICATE_EDGE");
        assertThat(record.refusals(Changes.of(ChangeKind.MERGE, MERGER)
                        .ends("29956")
                        .edge("29956", "29971", Extent.NONE, Extent.NONE, null)))
                .containsExactly("/lineage/0 LINEAGE_EXTENT_CONFLICT");
        assertThat(record.refusals(Changes.of(ChangeKind.MERGE, MERGER)
                        .ends("29956")
                        .edge("29956", "29971", Extent.PART, Extent.PART, "0.7")
                        .edge("29956", "30001", Extent.PART, Extent.PART, "0.4")))
                .containsExactly("/lineage/1/share LINEAGE_SHARE_INVALID");
        assertThat(record.refusals(Changes.of(ChangeKind.MERGE, MERGER)
                        .ends("29956")
                        .edge("29956", "29971", Extent.WHOLE, Extent.WHOLE, "0.7")))
                .containsExactly("/lineage/0/share LINEAGE_SHARE_INVALID");
    }

    @Test
    void recordedLineageShouldNotLoseItsUnits() {
        record.apply(Changes.of(ChangeKind.MERGE, MERGER).ends("29956").whole("29956", "29971"));
        assertThat(record.refusals(Changes.of(ChangeKind.ABOLISH, "2024-01-01").ends("29956")))
                .containsExactly("/ends/0 LINEAGE_BROKEN");
        assertThat(record.refusals(Changes.of(ChangeKind.ABOLISH, "2024-01-01").ends("29971")))
                .containsExactly("/ends/0 LINEAGE_BROKEN");
    }

    @Test
    void aKindShouldSayWhatItDoes() {
        assertThat(record.refusals(Changes.of(ChangeKind.RENAME, MERGER).begins("29956", "Mới", "phường", "871")))
                .containsExactly("/begins/0/parentCode KIND_MISMATCH", "/begins/0/type KIND_MISMATCH");
        assertThat(record.refusals(Changes.of(ChangeKind.RETYPE, MERGER).begins("29956", "Mới", "xã", "870")))
                .containsExactly("/begins/0/type KIND_MISMATCH");
        assertThat(record.refusals(Changes.of(ChangeKind.TRANSFER, MERGER).begins("29956", "Mới", "xã", "870")))
                .containsExactly("/begins/0/parentCode KIND_MISMATCH");
        assertThat(record.refusals(
                        Changes.of(ChangeKind.RENAME, MERGER).ends("29956").begins("29999", "xã", "870")))
                .containsExactly("/ends KIND_MISMATCH", "/begins/0/code UNIT_UNKNOWN");
        assertThat(record.refusals(
                        Changes.of(ChangeKind.ESTABLISH, MERGER).ends("29956").begins("29999", "xã", "870")))
                .containsExactly("/ends KIND_MISMATCH");
        assertThat(record.refusals(Changes.of(ChangeKind.ABOLISH, MERGER).begins("29999", "xã", "870")))
                .containsExactly("/ends KIND_MISMATCH", "/begins/0 KIND_MISMATCH");
        assertThat(record.refusals(Changes.of(ChangeKind.RECODE, MERGER).begins("29999", "xã", "870")))
                .containsExactly("/ends KIND_MISMATCH");
        assertThat(record.refusals(Changes.of(ChangeKind.RENAME, MERGER).begins("29956", "xã", "870")))
                .containsExactly("/begins/0 UNIT_UNCHANGED");
    }

    @Test
    void onlyHamletsShouldNeedNoAct() {
        assertThat(record.refusals(
                        Changes.of(ChangeKind.RENAME, MERGER).withoutAct().begins("29956", "Mới", "xã", "870")))
                .containsExactly("/act/number ACT_MISSING");
        record.apply(Changes.of(ChangeKind.ESTABLISH, MERGER).withoutAct().begins("29956-01", "ấp", "29956"));
        assertThatThrownBy(() ->
                        record.apply(Changes.of(ChangeKind.ESTABLISH, MERGER).begins("29956-02", "xã", "29956")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("CHANGE_REFUSED");
    }
}
