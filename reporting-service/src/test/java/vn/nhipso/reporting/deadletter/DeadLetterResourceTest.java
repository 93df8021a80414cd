package vn.nhipso.reporting.deadletter;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.nhipso.reporting.testing.Answers.decimal;
import static vn.nhipso.reporting.testing.Answers.rollup;
import static vn.nhipso.reporting.testing.Events.change;
import static vn.nhipso.reporting.testing.Events.definition;
import static vn.nhipso.reporting.testing.Events.measurement;
import static vn.nhipso.reporting.testing.Events.unit;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.nhipso.kit.event.Topics;
import vn.nhipso.kit.testing.NhipsoTestResource;
import vn.nhipso.kit.testing.TestTokens;
import vn.nhipso.reporting.testing.Feed;
import vn.nhipso.reporting.testing.ReportingDatabase.Event;

@QuarkusTest
@WithTestResource(NhipsoTestResource.class)
class DeadLetterResourceTest {

    private static final String TYPE = "vn.nhipso.measurement.published.v1";

    @Test
    void poisonousEventShouldBeKeptAndItsNeighboursApplied() {
        Feed.topics();
        List<Event> events = new ArrayList<>(change(1, List.of(unit("dl1", "PROVINCE", "VN"))));
        events.add(definition("DL", 1, "COUNT", "STOCK", "PROVINCE", null, "cái", "UP"));
        events.add(measurement("DL dl1 2024-01 OWN =1"));
        events.add(new Event(Topics.INDICATOR_MEASUREMENTS, "DL|dl1|2024-02|OWN", TYPE, "{\"indicator\":\"DL\"}"));
        events.add(new Event(
                Topics.INDICATOR_MEASUREMENTS,
                "DL|dl1|2024-03|OWN",
                TYPE,
                measurement("DL dl1 2024-03 OWN =3").json().replace("2024-03", "2024-33")));
        events.add(measurement("DL dl1 2024-04 OWN =4"));
        List<String> all = Feed.send(events);
        assertThat(decimal(rollup(all, "indicator=DL&unit=dl1&period=2024-01"), "value"))
                .isEqualTo("1");
        assertThat(decimal(rollup(all, "indicator=DL&unit=dl1&period=2024-04"), "value"))
                .isEqualTo("4");

        var letters = given().auth()
                .oauth2(TestTokens.operator())
                .get("/v1/dead-letters?topic=indicator.measurements")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(letters.getList("items.key", String.class)).contains("DL|dl1|2024-02|OWN", "DL|dl1|2024-03|OWN");
        String id = letters.getString("items.find { it.key == 'DL|dl1|2024-03|OWN' }.id");
        var again = given().auth()
                .oauth2(TestTokens.operator())
                .post("/v1/dead-letters/" + id + "/redelivery")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(again.getBoolean("applied")).isFalse();
        assertThat(again.getInt("deadLetter.attempts")).isGreaterThan(1);
        given().auth()
                .oauth2(TestTokens.operator())
                .get("/v1/dead-letters/" + id)
                .then()
                .statusCode(200);
    }

    @Test
    void changeWithFewerUnitsThanAnnouncedShouldNotMoveTheHierarchy() {
        Feed.topics();
        List<Event> change = change(1, List.of(unit("dl2", "PROVINCE", "VN"), unit("dl3", "PROVINCE", "VN")));
        Feed.send(List.of(change.getFirst(), change.getLast()));
        List<String> token = Feed.send(definition("DL2", 1, "COUNT", "STOCK", "PROVINCE", null, "cái", "UP"));
        given().get("/v1/rollups?indicator=DL2&unit=dl2&period=2024&minSequence=" + token.getFirst())
                .then()
                .statusCode(404);
        String id = given().auth()
                .oauth2(TestTokens.operator())
                .get("/v1/dead-letters?topic=directory.hierarchy")
                .jsonPath()
                .getString("items[0].id");
        List<String> late = Feed.send(change.get(1));
        given().get("/v1/rollups?indicator=DL2&unit=dl2&period=2024&minSequence=" + late.getFirst())
                .then()
                .statusCode(404);
        assertThat(given().auth()
                        .oauth2(TestTokens.operator())
                        .post("/v1/dead-letters/" + id + "/redelivery")
                        .jsonPath()
                        .getBoolean("applied"))
                .isTrue();
        given().get("/v1/rollups?indicator=DL2&unit=dl2&unit=dl3&period=2024")
                .then()
                .statusCode(200);
    }

    @Test
    void onlyOperatorsShouldSeeThem() {
        given().get("/v1/dead-letters").then().statusCode(401);
        given().auth()
                .oauth2(TestTokens.reporter("VN"))
                .get("/v1/dead-letters")
                .then()
                .statusCode(403);
    }
}
