package vn.nhipso.reporting.known;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static vn.nhipso.reporting.testing.Answers.get;
import static vn.nhipso.reporting.testing.Events.change;
import static vn.nhipso.reporting.testing.Events.definition;
import static vn.nhipso.reporting.testing.Events.measurement;
import static vn.nhipso.reporting.testing.Events.recordedAt;
import static vn.nhipso.reporting.testing.Events.target;
import static vn.nhipso.reporting.testing.Events.unit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.nhipso.kit.event.EventJson;
import vn.nhipso.kit.testing.NhipsoTestResource;
import vn.nhipso.reporting.testing.Events.Version;
import vn.nhipso.reporting.testing.EventsOfTeams;
import vn.nhipso.reporting.testing.Feed;
import vn.nhipso.reporting.testing.ReportingDatabase.Event;

@QuarkusTest
@WithTestResource(NhipsoTestResource.class)
class KnownResourceTest {

    private static final List<String> QUESTIONS = List.of(
            "/v1/rollups?indicator=K5R&indicator=K5C&unit=520&unit=5201&unit=52001&period=2024-03&period=2024-Q1",
            "/v1/rollups?indicator=REG-TEAMS&indicator=REG-MEMBERS&unit=520&unit=5201&period=2024-Q1",
            "/v1/rollups?indicator=K5R&period=2024-03&level=COMMUNE&within=5201",
            "/v1/scoreboards/520?period=2024-03",
            "/v1/scoreboards/52001?period=2024-03&all=true");

    private static List<String> applied = List.of();
    private static List<JsonNode> inMay = List.of();
    private static List<JsonNode> inJune = List.of();

    @BeforeEach
    void live() {
        if (!applied.isEmpty()) {
            return;
        }
        Feed.topics();
        applied = Feed.send(recordedAt("2024-05-01T00:00:00Z", begin()));
        inMay = answers("");
        applied = Feed.send(recordedAt("2024-06-01T08:30:00.123456Z", corrections()));
        inJune = answers("");
    }

    private static List<Event> begin() {
        List<Event> events = new ArrayList<>(change(
                1,
                List.of(
                        unit("520", "PROVINCE", "VN"),
                        unit("5201", "DISTRICT", "520"),
                        unit("5202", "DISTRICT", "520"),
                        unit("52001", "COMMUNE", "5201"),
                        unit("52002", "COMMUNE", "5201"),
                        unit("52003", "COMMUNE", "5202"))));
        events.addAll(List.of(
                definition("K5R", "RATIO", "FLOW", "COMMUNE", null),
                definition("K5C", "COUNT", "STOCK", "DISTRICT COMMUNE", null),
                target("K5R 520 2024 >= 50"),
                measurement("K5R 52001 2024-03 OWN 1/2"),
                measurement("K5R 52002 2024-03 OWN 1/4"),
                measurement("K5R 52003 2024-03 OWN 3/4"),
                measurement("K5R 5201 2024-03 WHOLE 5/9"),
                measurement("K5C 52001 2024-03 OWN =7"),
                EventsOfTeams.team("k5-team", 1, "COMMUNITY", "2022-01-01", "", "2022-01-01:3", "52001@2022-01-01/")));
        return events;
    }

    /** A figure corrected, one taken back, a target raised, a commune that lay elsewhere all the time, a team that has grown. */
    private static List<Event> corrections() {
        List<Event> events = new ArrayList<>(
                change(2, List.of(new Version("52002", "another name", "COMMUNE", "5202", "2004-01-01", null))));
        events.addAll(List.of(
                definition("K5R", 2, "RATIO", "FLOW", "DISTRICT COMMUNE", null, "%", "UP"),
                target(2, "K5R 520 2024 >= 60"),
                measurement(2, "K5R 52001 2024-03 OWN 2/2"),
                measurement(2, "K5R 52003 2024-03 OWN withdrawn"),
                EventsOfTeams.team("k5-team", 2, "COMMUNITY", "2022-01-01", "", "2022-01-01:5", "52002@2022-01-01/")));
        return events;
    }

    @Test
    void whatWasAnsweredThenShouldBeAnsweredAsOfThen() {
        assertThat(inMay).isNotEqualTo(inJune);
        assertThat(answers("asOf=2024-05-15T00:00:00Z")).isEqualTo(inMay);
        assertThat(answers("asOf=2024-06-15T07:00:00%2B07:00")).isEqualTo(inJune);
    }

    @Test
    void aRecordShouldBeKnownFromItsVeryMomentOn() {
        assertThat(answers("asOf=2024-06-01T08:30:00.123455Z")).isEqualTo(inMay);
        assertThat(answers("asOf=2024-06-01T08:30:00.123456Z")).isEqualTo(inJune);
    }

    @Test
    void theMomentShouldStandInEveryAnswerInUtc() {
        ask("/v1/rollups?indicator=K5R&unit=520&period=2024-03&asOf=2024-05-15T07:00:00+07:00")
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].asOf", equalTo("2024-05-15T00:00:00Z"));
        ask("/v1/scoreboards/520?period=2024-03&asOf=2024-05-15T00:00:00Z")
                .statusCode(200)
                .body("asOf", equalTo("2024-05-15T00:00:00Z"))
                .body("items[0].asOf", equalTo("2024-05-15T00:00:00Z"));
    }

    @Test
    void theHierarchyOfADayShouldBeThatKnownAtTheMoment() {
        ask("/v1/rollups?indicator=K5R&unit=5201&period=2024-03&validAt=2024-07-01&asOf=2024-05-15T00:00:00Z")
                .statusCode(200)
                .body("items[0].validAt", equalTo("2024-07-01"))
                .body("items[0].coverage.expected", equalTo(2));
        ask("/v1/rollups?indicator=K5R&unit=5201&period=2024-03&validAt=2024-07-01&asOf=2024-06-15T00:00:00Z")
                .statusCode(200)
                .body("items[0].coverage.expected", equalTo(2))
                .body("items[0].byLevel[1].coverage.expected", equalTo(1));
    }

    @Test
    void beforeAnythingWasKnownThereShouldBeNeitherIndicatorNorUnit() {
        ask("/v1/rollups?indicator=K5R&unit=520&period=2024-03&asOf=2024-04-01T00:00:00Z")
                .statusCode(404)
                .body("code", equalTo("INDICATOR_NOT_FOUND"));
        ask("/v1/scoreboards/520?period=2024-03&asOf=0001-01-01T00:00:00Z")
                .statusCode(404)
                .body("code", equalTo("UNIT_NOT_FOUND"));
    }

    @Test
    void whatIsNoMomentOrIsToComeShouldBeRefused() {
        for (String asOf : List.of("2024-05-15", "yesterday", "2024-05-15T00:00:00")) {
            ask("/v1/scoreboards/520?period=2024-03&asOf=" + asOf).statusCode(400);
        }
        ask("/v1/scoreboards/520?period=2024-03&asOf=" + Instant.now().plusSeconds(60))
                .statusCode(400)
                .body("code", equalTo("AS_OF_IN_FUTURE"));
    }

    @Test
    void aMomentUpToWhichNotAllIsAppliedShouldBeRefusedForNow() {
        // The last heartbeat came with the events: what is recorded since may still be on its way.
        ask("/v1/rollups?indicator=K5R&unit=520&period=2024-03&asOf=" + Instant.now())
                .statusCode(503)
                .header("Retry-After", "1")
                .body("code", equalTo("AS_OF_NOT_SETTLED"));
    }

    private static io.restassured.response.ValidatableResponse ask(String path) {
        return given().urlEncodingEnabled(false).when().get(path).then();
    }

    private static List<JsonNode> answers(String asOf) {
        return QUESTIONS.stream()
                .map(question -> get(question + (asOf.isEmpty() ? "" : "&" + asOf), applied))
                .map(response -> {
                    assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
                    return EventJson.tree(response.asString().getBytes(StandardCharsets.UTF_8));
                })
                .map(KnownResourceTest::timeless)
                .toList();
    }

    /** Without what differs from one reading to the next. */
    private static JsonNode timeless(JsonNode answer) {
        answer.findParents("watermark").forEach(parent -> ((ObjectNode) parent).remove(List.of("watermark", "asOf")));
        return answer;
    }
}
