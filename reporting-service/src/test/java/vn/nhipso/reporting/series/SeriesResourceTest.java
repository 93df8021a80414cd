package vn.nhipso.reporting.series;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nhipso.reporting.testing.Answers.decimal;
import static vn.nhipso.reporting.testing.Answers.get;
import static vn.nhipso.reporting.testing.Answers.json;
import static vn.nhipso.reporting.testing.Events.change;
import static vn.nhipso.reporting.testing.Events.definition;
import static vn.nhipso.reporting.testing.Events.measurement;
import static vn.nhipso.reporting.testing.Events.unit;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.nhipso.kit.testing.NhipsoTestResource;
import vn.nhipso.reporting.testing.Events.Version;
import vn.nhipso.reporting.testing.Feed;
import vn.nhipso.reporting.testing.ReportingDatabase.Event;

/** A province of four communes: on 1 July 2024 the second becomes the first's, the third gets another name, the fourth gives some land away. */
@QuarkusTest
@WithTestResource(NhipsoTestResource.class)
class SeriesResourceTest {

    private static List<String> all = List.of();

    @BeforeAll
    static void send() {
        Feed.topics();
        List<Event> events = new ArrayList<>(change(
                1,
                List.of(
                        unit("5350", "PROVINCE", "VN"),
                        unit("53501", "COMMUNE", "5350"),
                        unit("53502", "COMMUNE", "5350"),
                        unit("53503", "COMMUNE", "5350"),
                        unit("53504", "COMMUNE", "5350"))));
        List<Event> reform = change(
                2,
                List.of(
                        new Version("53502", "Xã Hai", "COMMUNE", "5350", "2004-01-01", "2024-07-01"),
                        new Version("53503", "Xã Ba", "COMMUNE", "5350", "2004-01-01", "2024-07-01"),
                        new Version("53503", "Phường Ba", "COMMUNE", "5350", "2024-07-01", null)),
                "53502>53501@2024-07-01 WHOLE",
                "53504>53501@2024-07-01 NONE");
        reform.forEach(event -> events.add(dated(event)));
        events.add(definition("P5M", 1, "COUNT", "FLOW", "COMMUNE", null, "hồ sơ", "UP"));
        events.add(from(definition("P5M", 2, "COUNT", "FLOW", "COMMUNE", null, "hồ sơ", "UP"), "2024-09-01"));
        for (int month = 5; month <= 9; month++) {
            for (String commune : List.of("53501", "53502", "53503", "53504")) {
                events.add(measurement("P5M %s 2024-%02d OWN =%d".formatted(commune, month, month)));
            }
        }
        all = Feed.send(events);
    }

    @Test
    void seriesShouldBreakWhereAUnitTookPeopleInAndNotWhereItIsOnlyRenamed() {
        JsonPath series = series("unit=53501&unit=53503&unit=53504&from=2024-05&to=2024-08");
        assertThat(series.getList("items.unit.code", String.class)).containsExactly("53501", "53503", "53504");
        assertThat(series.getList("items[0].points.period", String.class))
                .containsExactly("2024-05", "2024-06", "2024-07", "2024-08");
        assertThat(series.getString("items[0].points[2].break.reason")).isEqualTo("UNIT");
        assertThat(series.getString("items[0].points[2].break.change.kind")).isEqualTo("CATALOGUE");
        assertThat(series.getString("items[0].points[2].break.change.act.number"))
                .isEqualTo("1/NQ");
        assertThat(series.getString("items[0].points[2].break.change.effectiveOn"))
                .isEqualTo("2024-07-01");
        assertThat(breaks(series, "items[0]")).isEqualTo(1);
        assertThat(breaks(series, "items[1]")).isZero();
        assertThat(series.getString("items[1].unit.name")).isEqualTo("Phường Ba");
        assertThat(series.getString("items[1].points[0].unit.name")).isEqualTo("Xã Ba");
        assertThat(series.getString("items[1].points[3].unit")).isNull();
        assertThat(breaks(series, "items[2]")).as("land alone").isZero();
        assertThat(series.getMap("watermark")).isNotEmpty();
    }

    @Test
    void seriesShouldBreakWhereUnitsBelowCameOrWentAndWhereTheDefinitionIsAnother() {
        JsonPath series = series("unit=5350&from=2024-06&to=2024-09");
        assertThat(decimal(series, "items[0].points[0].value")).isEqualTo("24");
        assertThat(series.getInt("items[0].points[0].coverage.expected")).isEqualTo(4);
        assertThat(series.getString("items[0].points[1].break.reason")).isEqualTo("BELOW");
        assertThat(series.getInt("items[0].points[1].coverage.expected")).isEqualTo(3);
        assertThat(series.getString("items[0].points[1].basis")).isEqualTo("COMPUTED");
        assertThat(series.getString("items[0].points[3].break.reason")).isEqualTo("DEFINITION");
        assertThat(series.getInt("items[0].points[3].break.definition.now")).isEqualTo(2);
        assertThat(breaks(series, "items[0]")).isEqualTo(2);
    }

    @Test
    void codeOfAUnitThatEndedShouldHaveThePointsOfItsTime() {
        JsonPath series = series("unit=53502&from=2024-05&to=2024-09");
        assertThat(series.getList("items[0].points.period", String.class)).containsExactly("2024-05", "2024-06");
        get("/v1/series?indicator=P5M&unit=53502&from=2024-07&to=2024-09", all)
                .then()
                .statusCode(404);
    }

    @Test
    void restatedSeriesShouldBeOfTheSamePeopleThroughout() {
        JsonPath series = series("unit=53501&unit=5350&from=2024-05&to=2024-08&validAt=2024-08-31");
        assertThat(series.getString("validAt")).isEqualTo("2024-08-31");
        assertThat(decimal(series, "items[0].points[0].value")).isEqualTo("10");
        assertThat(decimal(series, "items[0].points[2].value")).isEqualTo("7");
        assertThat(breaks(series, "items[0]")).isZero();
        assertThat(breaks(series, "items[1]")).isZero();
        get("/v1/series?indicator=P5M&unit=53502&from=2024-05&to=2024-08&validAt=2024-08-31", all)
                .then()
                .statusCode(404);
    }

    @Test
    void frequencyShouldTakeAllPeriodsInsideTheSpan() {
        JsonPath series = series("unit=53501&from=2023-11&to=2024&frequency=QUARTER");
        assertThat(series.getList("items[0].points.period", String.class))
                .containsExactly("2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4");
        assertThat(series.getString("items[0].points[1].basis")).isEqualTo("PARTIAL");
        assertThat(series.getString("items[0].points[2].basis")).isEqualTo("COMPUTED");
        assertThat(series("unit=53501&from=2022-YTD07&to=2024-YTD07").getList("items[0].points.period", String.class))
                .containsExactly("2022-YTD07", "2023-YTD07", "2024-YTD07");
    }

    @Test
    void whatIsNoSeriesShouldBeRefused() {
        for (String query : List.of(
                "unit=53501&from=2024-05&to=2024-Q4",
                "unit=53501&from=2024-05&to=2024-04",
                "unit=53501&to=2024-04",
                "from=2024-05&to=2024-06",
                "unit=53501&from=1901-01-01&to=2024-12-31")) {
            get("/v1/series?indicator=P5M&" + query, all).then().statusCode(400);
        }
        get("/v1/series?indicator=NIX&unit=53501&from=2024-05&to=2024-06", all)
                .then()
                .statusCode(404);
    }

    private static JsonPath series(String query) {
        return json(get("/v1/series?indicator=P5M&" + query, all), "");
    }

    private static long breaks(JsonPath series, String item) {
        return series.getList(item + ".points.findAll { it.break != null }").size();
    }

    private static Event dated(Event event) {
        return new Event(
                event.topic(),
                event.key(),
                event.type(),
                event.json().replace("\"effectiveOn\":\"2004-01-01\"", "\"effectiveOn\":\"2024-07-01\""));
    }

    private static Event from(Event definition, String day) {
        return new Event(
                definition.topic(),
                definition.key(),
                definition.type(),
                definition.json().replace("\"above100\"", "\"validFrom\":\"" + day + "\",\"above100\""));
    }
}
