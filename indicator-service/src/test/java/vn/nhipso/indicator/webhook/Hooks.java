package vn.nhipso.indicator.webhook;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vn.nhipso.kit.testing.TestTokens;

/** Webhooks as a steward handles them. */
final class Hooks {

    static final Duration SOON = Duration.ofSeconds(10);

    private Hooks() {}

    static Response register(String url, String more) {
        return registerAs(TestTokens.steward(), url, more);
    }

    static Response registerAs(String token, String url, String more) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .header("Accept-Language", "en")
                .body("{\"url\":\"" + url + "\",\"types\":[\"measurements.changed\"]" + more + "}")
                .post("/v1/webhooks");
    }

    /** Registers for one unit and gives the id. */
    static String hook(TestReceiver receiver, String unit) {
        Response answer = register(receiver.url(), ",\"unit\":\"" + unit + "\"");
        answer.then().statusCode(201);
        return answer.path("id");
    }

    static Response get(String path) {
        return given().auth().oauth2(TestTokens.operator()).get("/v1/webhooks/" + path);
    }

    static Response post(String path, String body) {
        return given().auth()
                .oauth2(TestTokens.operator())
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/webhooks/" + path);
    }

    /** Edits what stands. */
    static Response patch(String id, String body) {
        return given().auth()
                .oauth2(TestTokens.operator())
                .contentType(ContentType.JSON)
                .header("If-Match", get(id).header("ETag"))
                .body(body)
                .patch("/v1/webhooks/" + id);
    }

    static void awaitMessages(TestReceiver receiver, int count) {
        await().atMost(SOON).untilAsserted(() -> assertThat(receiver.received()).hasSizeGreaterThanOrEqualTo(count));
    }

    static void awaitState(String id, String state, int count) {
        await().atMost(SOON).untilAsserted(() -> assertThat(
                        get(id + "/deliveries?state=" + state).<List<?>>path("items"))
                .hasSize(count));
    }

    /** The numerators of all changes in the order in which they came, each message once. */
    static List<Integer> numerators(List<TestReceiver.Received> messages) {
        List<Integer> numerators = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (TestReceiver.Received message : messages) {
            if (!ids.contains(message.id())) {
                ids.add(message.id());
                numerators.addAll(
                        new JsonPath(message.body()).getList("data.changes.measurement.numerator", Integer.class));
            }
        }
        return numerators;
    }
}
