package vn.nhipso.directory.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static vn.nhipso.directory.Directory.as;
import static vn.nhipso.directory.Directory.change;
import static vn.nhipso.directory.Directory.get;
import static vn.nhipso.directory.Directory.post;
import static vn.nhipso.directory.Directory.record;
import static vn.nhipso.directory.Directory.steward;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import vn.nhipso.kit.event.ReceivedEvent;
import vn.nhipso.kit.event.Topics;
import vn.nhipso.kit.testing.EventSchemas;
import vn.nhipso.kit.testing.KafkaProbe;
import vn.nhipso.kit.testing.NhipsoTestResource;
import vn.nhipso.kit.testing.TestTokens;

/** Activities that alter, and initiatives that others apply. */
@QuarkusTest
@WithTestResource(NhipsoTestResource.class)
class ApplicationResourceTest {

    private static final String TYPE = "vn.nhipso.activity.changed.v1";

    @Test
    void unitsShouldBeginAndEndToApplyAnInitiative() {
        record(change("CATALOGUE", "2021-01-01")
                .begins("62", "Sáu Hai", "tỉnh", "VN")
                .begins("62101", "Xã Một", "xã", "62")
                .begins("62102", "Xã Hai", "xã", "62"));
        String id = enter(
                "/v1/initiatives",
                Map.of("unit", "62101", "name", "Chợ 4.0", "note", "Ông Kín phụ trách", "appliedBy", List.of("62101")));
        String path = "/v1/initiatives/" + id;
        String applications = path + "/applications";
        as(TestTokens.reporter("62102"))
                .body(Map.of("unit", "62102", "from", "2023-01-01"))
                .post(applications)
                .then()
                .statusCode(201);
        as(TestTokens.reporter("62102"))
                .body(Map.of("unit", "62"))
                .post(applications)
                .then()
                .statusCode(403);
        post(applications, Map.of("unit", "62102", "from", "2024-01-01"))
                .statusCode(409)
                .body("code", equalTo("ALREADY_RECORDED"));
        post(applications, Map.of("unit", "62999")).statusCode(422).body("errors[0].pointer", equalTo("/unit"));
        post(applications + "/62999/end", Map.of("on", "2024-01-01")).statusCode(404);
        as(TestTokens.reporter("62102"))
                .body(Map.of("on", "2025-01-01"))
                .post(applications + "/62102/end")
                .then()
                .statusCode(200);
        post(applications + "/62102/end", Map.of("on", "2025-06-01")).statusCode(409);
        post(applications, Map.of("unit", "62102", "from", "2025-06-01", "to", "2025-08-01"))
                .statusCode(201);

        get(path).body("appliedBy", contains("62101"), "applications", hasSize(3));
        get("/v1/initiatives?unit=62101&validAt=2024-01-01").body("items[0].appliedBy", contains("62101", "62102"));
        get("/v1/initiatives?appliedBy=62102&validAt=2024-12-31").body("items", hasSize(1));
        get("/v1/initiatives?appliedBy=62102&validAt=2025-01-01").body("items", hasSize(0));
        get("/v1/initiatives?appliedBy=62102").body("items", hasSize(1));

        JsonNode last = eventsOf(id, 4).getLast();
        assertThat(last.toString()).doesNotContain("Kín");
        assertThat(last.get("applications").toString())
                .isEqualTo("[{\"unit\":\"62101\"},{\"unit\":\"62102\",\"from\":\"2023-01-01\",\"to\":\"2025-01-01\"},"
                        + "{\"unit\":\"62102\",\"from\":\"2025-06-01\",\"to\":\"2025-08-01\"}]");
    }

    @Test
    void activitiesShouldBeAlteredOnTheStateThatWasRead() {
        record(change("CATALOGUE", "2021-01-01").begins("63", "Sáu Ba", "tỉnh", "VN"));
        String training = "/v1/trainings/"
                + enter("/v1/trainings", Map.of("unit", "63", "name", "Tập huấn", "from", "2024-03-01", "classes", 12));
        String tag = steward().get(training).getHeader("ETag");
        steward().body(Map.of("participants", 480)).patch(training).then().statusCode(428);
        steward()
                .header("If-Match", tag)
                .body(Map.of("participants", 480, "to", "2024-04-01"))
                .patch(training)
                .then()
                .statusCode(200);
        steward()
                .header("If-Match", tag)
                .body(Map.of("participants", 1))
                .patch(training)
                .then()
                .statusCode(412);
        steward()
                .header("If-Match", "*")
                .body(Map.of("from", "2020-01-01"))
                .patch(training)
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("OUTSIDE_LIFE"));
        steward()
                .header("If-Match", "*")
                .body(Collections.singletonMap("classes", null))
                .patch(training)
                .then()
                .statusCode(200);
        get(training)
                .body(
                        "participants",
                        equalTo(480),
                        "classes",
                        nullValue(),
                        "to",
                        equalTo("2024-04-01"),
                        "revision",
                        equalTo(3));
        String campaign = enter("/v1/campaigns", Map.of("unit", "63", "name", "Phong trào"));
        steward()
                .header("If-Match", "*")
                .body(Map.of("classes", 1))
                .patch("/v1/campaigns/" + campaign)
                .then()
                .statusCode(422)
                .body("code", equalTo("UNKNOWN_FIELD"));
        steward()
                .header("If-Match", "*")
                .body(Map.of("name", "Phong trào thi đua"))
                .patch("/v1/campaigns/" + campaign)
                .then()
                .statusCode(200);
        assertThat(eventsOf(campaign, 2).getLast().get("name").asText()).isEqualTo("Phong trào thi đua");
    }

    private static List<JsonNode> eventsOf(String activity, int atLeast) {
        List<ReceivedEvent> events = Awaitility.await()
                .until(
                        () -> KafkaProbe.read(Topics.DIRECTORY_TEAMS).stream()
                                .filter(event -> activity.equals(event.key()))
                                .toList(),
                        found -> found.size() >= atLeast);
        events.forEach(event -> EventSchemas.assertValid(TYPE, new String(event.data(), StandardCharsets.UTF_8)));
        return events.stream().map(ReceivedEvent::json).toList();
    }

    private static String enter(String path, Object body) {
        return post(path, body).statusCode(201).extract().path("id");
    }
}
