package vn.nhipso.reporting.restatement;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nhipso.reporting.testing.Answers.decimal;
import static vn.nhipso.reporting.testing.Answers.get;
import static vn.nhipso.reporting.testing.Answers.rollup;
import static vn.nhipso.reporting.testing.Events.definition;
import static vn.nhipso.reporting.testing.Events.measurement;
import static vn.nhipso.reporting.testing.Events.target;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.nhipso.kit.testing.NhipsoTestResource;
import vn.nhipso.reporting.testing.Answers;
import vn.nhipso.reporting.testing.Events.Version;
import vn.nhipso.reporting.testing.Feed;
import vn.nhipso.reporting.testing.ReportingDatabase.Event;

/**
 * The reorganisation of 1 July 2025 in small: province 5187 goes into 5182, their districts 5170 and 5181 end, three communes become 51071, one is
 * divided between 51083 and 51092. And 51031, divided on 1 April 2024 by known shares.
 */
@QuarkusTest
@WithTestResource(NhipsoTestResource.class)
class RestatedRollupResourceTest {

    private static final String BEGINS = "2004-01-01";
    private static final String DAY = "2025-07-01";
    private static List<String> all;

    @BeforeAll
    static void send() {
        Feed.topics();
        List<Version> units = List.of(
                version("5187", "PROVINCE", "VN", BEGINS, DAY),
                version("5182", "PROVINCE", "VN", BEGINS, null),
                version("5170", "DISTRICT", "5187", BEGINS, DAY),
                version("5181", "DISTRICT", "5182", BEGINS, DAY),
                version("51056", "COMMUNE", "5170", BEGINS, DAY),
                version("51071", "COMMUNE", "5170", BEGINS, DAY),
                version("51071", "COMMUNE", "5182", DAY, null),
                version("51074", "COMMUNE", "5170", BEGINS, DAY),
                version("51080", "COMMUNE", "5170", BEGINS, DAY),
                version("51090", "COMMUNE", "5181", BEGINS, DAY),
                version("51083", "COMMUNE", "5182", DAY, null),
                version("51092", "COMMUNE", "5182", DAY, null),
                version("5103", "PROVINCE", "VN", BEGINS, null),
                version("51031", "COMMUNE", "5103", BEGINS, "2024-04-01"),
                version("51032", "COMMUNE", "5103", "2024-04-01", null),
                version("51033", "COMMUNE", "5103", "2024-04-01", null));
        List<Event> events = new ArrayList<>(LineageEvents.change(
                units,
                LineageEvents.edges(
                        "5187>5182@2025-07-01 WHOLE",
                        "5182>5182@2025-07-01 WHOLE",
                        "51056>51071@2025-07-01 WHOLE",
                        "51071>51071@2025-07-01 WHOLE",
                        "51074>51071@2025-07-01 WHOLE",
                        "51080>51083,51092@2025-07-01 PART",
                        "51090>51092@2025-07-01 WHOLE",
                        "51031>51032:0.6,51033:0.4@2024-04-01 PART")));
        events.add(definition("R5DG", "RATIO", "FLOW", "PROVINCE DISTRICT COMMUNE", null));
        events.add(definition("R5CC", 1, "COUNT", "FLOW", "COMMUNE", null, "trạm", "UP"));
        events.add(definition("R5SP", 1, "SHARE", "STOCK", "COMMUNE", null, "Mb/s", "UP"));
        events.add(measurement("R5DG 5170 2022-H1 WHOLE 9475/15684 =60.41"));
        events.add(measurement("R5DG 51056 2022-H1 OWN 300/400 AT_LEAST"));
        events.add(target("R5DG 5170 2022-H1 >= 50"));
        events.add(measurement("R5DG 51056 2021-H1 OWN 50/100"));
        events.add(measurement("R5DG 51074 2021-H1 OWN 40/100"));
        events.add(measurement("R5DG 51071 2025-08 OWN 30/60"));
        events.add(measurement("R5CC 51031 2024-03 OWN =10"));
        events.add(measurement("R5CC 51080 2022-05 OWN =7"));
        events.add(measurement("R5CC 51090 2022-05 OWN =5"));
        events.add(measurement("R5SP 51056 2022-05 OWN =10.0"));
        events.add(measurement("R5SP 51074 2022-05 OWN =20.0"));
        all = Feed.send(events);
    }

    private static Version version(String code, String level, String parent, String from, String to) {
        return new Version(code, "Đơn vị " + code, level, parent, from, to);
    }

    @Test
    void whatADistrictThatEndedStatedShouldStandWhereItsTerritoryIsLessWhatIsKnownOfItsCommunes() {
        JsonPath commune = rollup(all, "indicator=R5DG&unit=51071&period=2022-H1&validAt=2025-07-01");
        assertThat(commune.getString("validAt")).isEqualTo("2025-07-01");
        assertThat(commune.getString("basis")).isEqualTo("PARTIAL");
        assertThat(decimal(commune, "numerator")).isEqualTo("300");
        assertThat(decimal(commune, "own.numerator")).isEqualTo("300");
        assertThat(commune.getString("own.basis")).isEqualTo("PARTIAL");
        assertThat(commune.getList("qualifiers", String.class)).containsExactly("AT_LEAST");
        assertThat(commune.getInt("coverage.expected")).isEqualTo(3);
        assertThat(commune.getInt("coverage.counted")).isEqualTo(1);
        assertThat(commune.getList("coverage.missing", String.class)).containsExactly("51071", "51074");
        assertThat(commune.getString("unallocated")).isNull();

        JsonPath province = rollup(all, "indicator=R5DG&unit=5182&period=2022-H1&validAt=2025-07-01");
        assertThat(province.getString("unit.parentCode")).isEqualTo("VN");
        assertThat(province.getString("basis")).isEqualTo("PARTIAL");
        assertThat(decimal(province, "numerator")).isEqualTo("9475");
        assertThat(decimal(province, "denominator")).isEqualTo("15684");
        assertThat(decimal(province, "percent")).isEqualTo("60.4119");
        assertThat(decimal(province, "unallocated.numerator")).isEqualTo("9175");
        assertThat(decimal(province, "unallocated.denominator")).isEqualTo("15284");
        assertThat(province.getInt("unallocated.units")).isEqualTo(1);
        assertThat(province.getList("unallocated.from", String.class)).containsExactly("5170");
        assertThat(decimal(province, "children.numerator")).isEqualTo("300");
        assertThat(province.getInt("coverage.expected"))
                .as("of the closing day")
                .isEqualTo(9);
        assertThat(province.getInt("coverage.counted")).isEqualTo(5);
        assertThat(province.getList("coverage.missing", String.class)).containsExactly("51090", "5181", "5182", "5187");
        assertThat(province.getList("byLevel.level", String.class)).containsExactly("PROVINCE", "DISTRICT", "COMMUNE");
        assertThat(decimal(province, "byLevel[2].numerator")).isEqualTo("300");
        assertThat(province.getInt("byLevel[2].coverage.expected")).isEqualTo(5);
    }

    @Test
    void unitThatHoldsTheSamePeopleShouldHaveItsFigureAsItWas() {
        JsonPath was = rollup(all, "indicator=R5DG&unit=5170&period=2022-H1");
        JsonPath district = rollup(all, "indicator=R5DG&unit=5170&period=2022-H1&validAt=2023-01-01");
        assertThat(district.getString("validAt")).isEqualTo("2023-01-01");
        assertThat(district.getString("basis")).isEqualTo("STATED").isEqualTo(was.getString("basis"));
        assertThat(decimal(district, "stated.percent")).isEqualTo("60.4119");
        assertThat(decimal(district, "computed.numerator")).isEqualTo("300");
        assertThat(district.getList("coverage.missing", String.class))
                .isEqualTo(was.getList("coverage.missing", String.class));
        for (String day : List.of("2003-01-01", "2022-06-30", "2025-06-30", "2025-07-01", "2030-01-01")) {
            JsonPath country = rollup(all, "indicator=R5DG&unit=VN&period=2022-H1&validAt=" + day);
            assertThat(decimal(country, "numerator")).as(day).isEqualTo("9475");
        }
    }

    @Test
    void dividedUnitShouldStandWhereAllItsPartsAreUnlessTheirSharesAreKnown() {
        JsonPath part = rollup(all, "indicator=R5CC&unit=51083&period=2022-05&validAt=2025-07-01");
        assertThat(part.getString("basis")).isEqualTo("NONE");
        assertThat(part.getString("absence")).isEqualTo("UNALLOCATED");
        JsonPath other = rollup(all, "indicator=R5CC&unit=51092&period=2022-05&validAt=2025-07-01");
        assertThat(other.getString("basis")).isEqualTo("COMPUTED");
        assertThat(decimal(other, "value")).as("the whole commune alone").isEqualTo("5");
        JsonPath province = rollup(all, "indicator=R5CC&unit=5182&period=2022-05&validAt=2025-07-01");
        assertThat(decimal(province, "value")).isEqualTo("12");
        assertThat(decimal(province, "unallocated.value")).isEqualTo("7");
        assertThat(province.getList("unallocated.from", String.class)).containsExactly("51080");

        JsonPath larger = rollup(all, "indicator=R5CC&unit=51032&period=2024-03&validAt=2024-06-01");
        assertThat(larger.getString("basis")).isEqualTo("ESTIMATED");
        assertThat(decimal(larger, "value")).isEqualTo("6");
        JsonPath whole = rollup(all, "indicator=R5CC&unit=5103&period=2024-03&validAt=2024-06-01");
        assertThat(whole.getString("basis")).as("together again").isEqualTo("COMPUTED");
        assertThat(decimal(whole, "value")).isEqualTo("10");
    }

    @Test
    void backwardsAMergedUnitShouldStandWhereAllThatWentIntoItLay() {
        JsonPath district = rollup(all, "indicator=R5DG&unit=5170&period=2025-08&validAt=2025-06-30");
        assertThat(decimal(district, "numerator")).isEqualTo("30");
        assertThat(decimal(district, "unallocated.denominator")).isEqualTo("60");
        assertThat(district.getList("unallocated.from", String.class)).containsExactly("51071");
        JsonPath commune = rollup(all, "indicator=R5DG&unit=51071&period=2025-08&validAt=2025-06-30");
        assertThat(commune.getString("basis")).isEqualTo("NONE");
        assertThat(commune.getString("absence")).isEqualTo("UNALLOCATED");
        JsonPath before = rollup(all, "indicator=R5DG&unit=51071&period=2001&validAt=2025-07-01");
        assertThat(before.getString("absence"))
                .as("nothing is known of units of that time")
                .isEqualTo("NOT_EXPECTED");
    }

    @Test
    void figuresThatCannotBeAddedShouldStandSideBySide() {
        JsonPath commune = rollup(all, "indicator=R5SP&unit=51071&period=2022-05&validAt=2025-07-01");
        assertThat(commune.getString("basis")).isEqualTo("NONE");
        assertThat(commune.getInt("distribution.count")).isEqualTo(2);
        assertThat(decimal(commune, "distribution.median")).isEqualTo("15");
    }

    @Test
    void restatedFiguresShouldBeThoseThatWereKnownAtAMoment() {
        String query = "indicator=R5DG&unit=5182&period=2022-H1&validAt=2025-07-01";
        JsonPath province = rollup(all, query + "&asOf=2024-07-01T00:00:00Z");
        assertThat(province.getString("asOf")).isEqualTo("2024-07-01T00:00:00Z");
        assertThat(province.getString("validAt")).isEqualTo("2025-07-01");
        assertThat(decimal(province, "numerator")).isEqualTo("9475");
        assertThat(decimal(province, "unallocated.numerator")).isEqualTo("9175");
        assertThat(get("/v1/rollups?" + query + "&asOf=2023-06-01T00:00:00Z", all)
                        .statusCode())
                .as("nothing was known then")
                .isEqualTo(404);
    }

    @Test
    void scoreboardShouldHaveLastYearAndPeersOfTheDayAskedFor() {
        JsonPath board = get("/v1/scoreboards/51071?period=2022-H1&validAt=2025-07-01", all)
                .jsonPath();
        assertThat(board.getString("validAt")).isEqualTo("2025-07-01");
        assertThat(board.getString("unit.parentCode")).isEqualTo("5182");
        JsonPath item = Answers.json(
                get("/v1/scoreboards/51071?period=2022-H1&validAt=2025-07-01", all),
                "items.find { it.indicator == 'R5DG' }");
        assertThat(decimal(item, "numerator")).isEqualTo("300");
        assertThat(decimal(item, "lastYear.numerator")).as("of all three").isEqualTo("90");
        assertThat(item.getInt("rank.of")).isEqualTo(1);
        assertThat(item.getString("status")).isEqualTo("NO_TARGET");
        JsonPath district = Answers.json(
                get("/v1/scoreboards/5170?period=2022-H1&validAt=2024-01-01", all),
                "items.find { it.indicator == 'R5DG' }");
        assertThat(district.getString("status")).isEqualTo("EXCEEDED");
        assertThat(get("/v1/scoreboards/5170?period=2022-H1&validAt=2025-07-01", all)
                        .statusCode())
                .isEqualTo(404);
        assertThat(get("/v1/scoreboards/5170?period=2022-H1&validAt=0001-01-01", all)
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void codesShouldBeReadOnTheDayAskedFor() {
        JsonPath communes = get(
                        "/v1/rollups?indicator=R5CC&period=2022-05&level=COMMUNE&within=5182&validAt=2025-07-01", all)
                .jsonPath();
        assertThat(communes.getList("items.unit.code", String.class)).containsExactly("51071", "51083", "51092");
        assertThat(get("/v1/rollups?indicator=R5CC&period=2022-05&unit=5170&validAt=2025-07-01", all)
                        .statusCode())
                .isEqualTo(404);
        assertThat(get("/v1/rollups?indicator=R5CC&period=2022-05&unit=51083&validAt=2025-07-01", all)
                        .statusCode())
                .isEqualTo(200);
    }
}
