package vn.nhipso.reporting.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nhipso.reporting.testing.Answers.decimal;
import static vn.nhipso.reporting.testing.Answers.get;
import static vn.nhipso.reporting.testing.Answers.json;
import static vn.nhipso.reporting.testing.Answers.rollup;
import static vn.nhipso.reporting.testing.Events.change;
import static vn.nhipso.reporting.testing.Events.definition;
import static vn.nhipso.reporting.testing.Events.measurement;
import static vn.nhipso.reporting.testing.Events.unit;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.nhipso.kit.testing.NhipsoTestResource;
import vn.nhipso.reporting.testing.Events.Version;
import vn.nhipso.reporting.testing.Feed;
import vn.nhipso.reporting.testing.ReportingDatabase.Event;

/** The figures of the sources, from Kafka to the answer. */
@QuarkusTest
@WithTestResource(NhipsoTestResource.class)
class WorkedFiguresResourceTest {

    private static List<String> all;

    @BeforeAll
    static void send() {
        Feed.topics();
        List<Version> units = new ArrayList<>(List.of(
                unit("87", "PROVINCE", "VN"),
                unit("870", "DISTRICT", "87"),
                unit("93", "PROVINCE", "VN"),
                unit("934", "DISTRICT", "93"),
                unit("31408", "COMMUNE", "934"),
                unit("31420", "COMMUNE", "934")));
        for (int commune = 1; commune <= 13; commune++) {
            units.add(unit(String.format("315%02d", commune), "COMMUNE", "934"));
        }
        for (int commune = 1; commune <= 12; commune++) {
            units.add(unit(String.format("299%02d", commune), "COMMUNE", "870"));
        }
        List<Event> events = new ArrayList<>(List.of(
                // Measurements first: they wait for their units and their definition.
                measurement("DG01 870 2022-H1 WHOLE 9475/15684 =60.41"),
                measurement("DG01 934 2022-YTD09 WHOLE =36.27"),
                measurement("DG01 934 2022-YTD09 OWN =16.63"),
                measurement("DG01 934 2022-YTD09 CHILDREN =54.30"),
                measurement("DG01 31408 2022-YTD09 OWN =81.44"),
                measurement("DG01 31420 2022-YTD10 OWN =80 ABOUT")));
        events.addAll(change(1, units));
        events.add(definition("DG01", "RATIO", "FLOW", "PROVINCE DISTRICT COMMUNE", null));
        all = Feed.send(events);
    }

    @Test
    void hongNguShouldGiveItsStatedCountsWithFourDecimals() {
        JsonPath rollup = rollup(all, "indicator=DG01&unit=870&period=2022-H1");
        assertThat(rollup.getString("basis")).isEqualTo("STATED");
        assertThat(decimal(rollup, "numerator")).isEqualTo("9475");
        assertThat(decimal(rollup, "denominator")).isEqualTo("15684");
        assertThat(decimal(rollup, "percent")).isEqualTo("60.4119");
        assertThat(rollup.getString("stated.valueText")).isEqualTo("60.41");
        assertThat(rollup.getString("display.vi")).isEqualTo("60,41 %");
        assertThat(rollup.getString("display.en")).isEqualTo("60.41%");
        assertThat(rollup.getString("unit.level")).isEqualTo("DISTRICT");
        assertThat(rollup.getString("validAt")).isEqualTo("2022-06-30");
        assertThat(rollup.getInt("coverage.expected")).isEqualTo(13);
        assertThat(rollup.getInt("coverage.counted")).isZero();
        assertThat(rollup.getString("watermark.sequence")).contains("indicator:");
        assertThat(rollup.<Map<String, Object>>get("").keySet()).doesNotContain("absence", "computed");
    }

    @Test
    void provinceShouldCountEveryoneInsideTheStatedFigureOfADistrict() {
        JsonPath rollup = rollup(all, "indicator=DG01&unit=87&period=2022-H1");
        assertThat(rollup.getString("basis")).isEqualTo("PARTIAL");
        assertThat(decimal(rollup, "percent")).isEqualTo("60.4119");
        assertThat(rollup.getInt("coverage.expected")).isEqualTo(14);
        assertThat(rollup.getInt("coverage.counted")).isEqualTo(13);
        assertThat(rollup.getList("coverage.missing", String.class)).containsExactly("87");
    }

    @Test
    void phungHiepShouldStateOwnChildrenAndWholeAndAverageNone() {
        // The other spelling of the same period.
        JsonPath rollup = rollup(all, "indicator=DG01&unit=934&period=2022-YTD09");
        assertThat(rollup.getString("period")).isEqualTo("2022-YTD09");
        assertThat(rollup.getString("own.basis")).isEqualTo("STATED");
        assertThat(decimal(rollup, "own.percent")).isEqualTo("16.63");
        assertThat(rollup.getString("children.basis")).isEqualTo("STATED");
        assertThat(decimal(rollup, "children.percent")).isEqualTo("54.30");
        assertThat(rollup.getString("children.valueText")).isEqualTo("54.30");
        assertThat(rollup.getString("basis")).isEqualTo("STATED");
        assertThat(decimal(rollup, "percent")).isEqualTo("36.27");
        assertThat(rollup.<Map<String, Object>>get("").keySet()).doesNotContain("numerator", "denominator");
    }

    @Test
    void percentageOfLongThanhShouldReportAndNotCount() {
        JsonPath rollup = rollup(all, "indicator=DG01&unit=934&period=2022-YTD09");
        assertThat(rollup.getInt("coverage.expected")).isEqualTo(16);
        assertThat(rollup.getInt("coverage.reporting")).isEqualTo(2);
        assertThat(rollup.getInt("coverage.counted")).isZero();
        assertThat(rollup.getInt("children.coverage.expected")).isEqualTo(15);
        assertThat(rollup.getInt("children.coverage.reporting")).isEqualTo(1);
        assertThat(rollup.getList("coverage.missing", String.class)).hasSize(14).doesNotContain("31408", "934");
    }

    @Test
    void figureOfHoaMyShouldStandInTenMonthsWhereTheDistrictHasNone() {
        JsonPath commune = rollup(all, "indicator=DG01&unit=31420&period=2022-YTD10");
        assertThat(commune.getString("basis")).isEqualTo("STATED");
        assertThat(decimal(commune, "percent")).isEqualTo("80");
        assertThat(commune.getList("qualifiers", String.class)).containsExactly("ABOUT");
        JsonPath district = rollup(all, "indicator=DG01&unit=934&period=2022-YTD10");
        assertThat(district.getString("basis")).isEqualTo("NONE");
        assertThat(district.getString("absence")).isEqualTo("MISSING");
        assertThat(district.getInt("coverage.reporting")).isEqualTo(1);
    }

    @Test
    void unitsOfALevelShouldBeListedInPages() {
        var first = get("/v1/rollups?indicator=DG01&period=2022-YTD09&level=COMMUNE&within=934&pageSize=10", all);
        assertThat(first.jsonPath().getList("items")).hasSize(10);
        assertThat(first.jsonPath().getString("items[0].unit.code")).isEqualTo("31408");
        var second = get(
                "/v1/rollups?indicator=DG01&period=2022-YTD09&level=COMMUNE&within=934&pageSize=10&cursor="
                        + first.jsonPath().getString("next"),
                all);
        assertThat(second.jsonPath().getList("items")).hasSize(5);
        assertThat(second.jsonPath().getString("next")).isNull();
    }

    @Test
    void listedUnitsShouldBeThoseOfEachPeriodsOwnDay() {
        String reorganised = "2025-07-01";
        List<Event> events = new ArrayList<>(change(
                1,
                List.of(
                        unit("w", "PROVINCE", "VN"),
                        unit("v", "PROVINCE", "VN"),
                        new Version("w01", "ended", "COMMUNE", "w", "2004-01-01", reorganised),
                        unit("w02", "COMMUNE", "w"),
                        new Version("w03", "begun", "COMMUNE", "w", reorganised, null),
                        new Version("w04", "elsewhere", "COMMUNE", "v", "2004-01-01", reorganised),
                        new Version("w04", "here", "COMMUNE", "w", reorganised, null))));
        List<String> known = Feed.send(events);
        String query = "indicator=DG01&level=COMMUNE&within=w&period=2025-06&period=2025-07";
        JsonPath answer = json(get("/v1/rollups?" + query, known), "");
        List<String> codes = answer.getList("items.unit.code", String.class);
        List<String> periods = answer.getList("items.period", String.class);
        List<String> said = IntStream.range(0, codes.size())
                .mapToObj(item -> codes.get(item) + " " + periods.get(item))
                .toList();
        assertThat(said)
                .containsExactlyInAnyOrder("w01 2025-06", "w02 2025-06", "w02 2025-07", "w03 2025-07", "w04 2025-07");
        assertProblem("indicator=DG01&unit=w01&period=2025-06&period=2025-07", 404, "UNIT_NOT_FOUND");
        assertProblem("indicator=DG01&unit=w03&period=2025-06&period=2025-07", 404, "UNIT_NOT_FOUND");
    }

    @Test
    void figuresAloneShouldBeWhatTheRollupsSayFirst() {
        JsonPath figure = json(get("/v1/figures?indicator=DG01&unit=870&unit=87&period=2022-H1", all), "items");
        assertThat(figure.getString("[0].unit")).isEqualTo("870");
        assertThat(figure.getString("[0].basis")).isEqualTo("STATED");
        assertThat(decimal(figure, "[0].numerator")).isEqualTo("9475");
        assertThat(decimal(figure, "[0].percent")).isEqualTo("60.4119");
        assertThat(figure.getString("[1].basis")).isEqualTo("PARTIAL");
        JsonPath silent =
                json(get("/v1/figures?indicator=DG01&period=2022-H1&level=DISTRICT&within=93", all), "items[0]");
        assertThat(silent.getString("absence")).isEqualTo("MISSING");
        assertThat(get("/v1/figures?indicator=DG01&unit=870&period=2022-H1&validAt=2024-01-01", all)
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void unknownIndicatorAndCodeOfAnotherTimeShouldBeProblems() {
        assertProblem("indicator=NIX&unit=870&period=2022-H1", 404, "INDICATOR_NOT_FOUND");
        assertProblem("indicator=DG01&unit=870&period=2002-H1", 404, "UNIT_NOT_FOUND");
        assertProblem("indicator=DG01&period=2022-H1", 400, "INVALID_PARAMETER");
        assertProblem("indicator=DG01&unit=870&period=2022-H3", 400, "INVALID_PARAMETER");
        assertProblem("indicator=DG01&unit=870&period=2022-H1&validat=2024-01-01", 400, "UNKNOWN_PARAMETER");
        assertProblem("indicator=DG01&unit=870&period=2022-H1&scope=HALF", 400, "INVALID_PARAMETER");
        assertProblem("indicator=DG01&unit=870&period=2022-H1&validAt=9999-01-01", 400, "INVALID_PARAMETER");
        assertProblem("indicator=DG01&unit=870&period=2022-H1&validAt=+999999999-01-01", 400, "INVALID_PARAMETER");
        assertProblem("indicator=DG01&unit=870&unit=%00&period=2022-H1", 400, "INVALID_PARAMETER");
        assertProblem("indicator=DG01&unit=870&period=2022-H1&asOf=2024", 400, "INVALID_PARAMETER");
        assertProblem("indicator=DG01&unit=870&period=2022-H1&asOf=9999-01-01T00:00:00Z", 400, "AS_OF_IN_FUTURE");
        assertProblem("indicator=DG01&unit=870&period=2022-H1&level=COMMUNE", 400, "INVALID_PARAMETER");
        assertProblem("indicator=DG01&period=2022-H1&level=COMMUNE&within=nix", 404, "UNIT_NOT_FOUND");
        assertProblem("indicator=DG01&period=2022-H1&level=COMMUNE&pageSize=0", 400, "INVALID_PARAMETER");
        assertProblem("indicator=DG01&unit=870&period=2022-H1&minSequence=x", 400, "INVALID_PARAMETER");
        assertProblem(
                "indicator=DG01&unit=870&period=2022-H1&minSequence=indicator:999999999", 503, "SEQUENCE_NOT_REACHED");
    }

    @Test
    void anotherDayWithTheSameUnitsShouldBeAnsweredAndOneBeforeThemKnowsNoSuchUnit() {
        JsonPath rollup = rollup(all, "indicator=DG01&unit=870&period=2022-H1&validAt=2024-01-01");
        assertThat(rollup.getString("validAt")).isEqualTo("2024-01-01");
        assertThat(decimal(rollup, "percent")).isEqualTo("60.4119");
        assertProblem("indicator=DG01&unit=870&period=2022-H1&validAt=2003-01-01", 404, "UNIT_NOT_FOUND");
    }

    private static void assertProblem(String query, int status, String code) {
        var response = get("/v1/rollups?" + query, all);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        assertThat(response.jsonPath().getString("code")).isEqualTo(code);
    }
}
