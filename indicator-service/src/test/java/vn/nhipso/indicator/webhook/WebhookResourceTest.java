package vn.nhipso.indicator.webhook;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static vn.nhipso.indicator.feed.Feed.publish;
import static vn.nhipso.indicator.webhook.Hooks.awaitMessages;
import static vn.nhipso.indicator.webhook.Hooks.get;
import static vn.nhipso.indicator.webhook.Hooks.hook;
import static vn.nhipso.indicator.webhook.Hooks.patch;
import static vn.nhipso.indicator.webhook.Hooks.post;
import static vn.nhipso.indicator.webhook.Hooks.register;
import static vn.nhipso.indicator.webhook.Hooks.registerAs;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nhipso.indicator.feed.Feed;
import vn.nhipso.kit.testing.NhipsoTestResource;
import vn.nhipso.kit.testing.TestTokens;

/** Who manages webhooks, and how. */
@QuarkusTest
@WithTestResource(NhipsoTestResource.class)
class WebhookResourceTest {

    private static final String URL = "http://127.0.0.1:9/hook";

    @BeforeEach
    void units() {
        Feed.unitsExist();
    }

    @Test
    void secretShouldBeShownOnceOnly() {
        Response created = register(URL, ",\"unit\":\"65901\"");
        created.then()
                .statusCode(201)
                .header("Location", startsWith("http"))
                .body("secret", startsWith("whsec_"))
                .body("state", equalTo("ENABLED"));
        String id = created.path("id");

        assertThat(get(id).asString()).contains(id).doesNotContain("whsec_");
        assertThat(get("").asString()).contains(id).doesNotContain("whsec_");
        assertThat(patch(id, "{\"types\":[\"return.late\"]}").asString())
                .contains("return.late")
                .doesNotContain("whsec_");
        assertThat(get(id + "/deliveries").asString()).doesNotContain("whsec_");
    }

    @Test
    void rotationShouldSignWithBothSecrets() {
        try (TestReceiver receiver = new TestReceiver()) {
            Response created = register(receiver.url(), ",\"unit\":\"65901\"");
            String id = created.path("id");
            String fresh = post(id + "/secret-rotation", "")
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("secret");
            publish("ET01", "65901", "2020-01", 1);

            awaitMessages(receiver, 1);
            TestReceiver.Received message = receiver.received().getFirst();
            assertThat(message.signature())
                    .isEqualTo(Signature.header(
                            List.of(fresh, created.path("secret")),
                            message.id(),
                            Long.parseLong(message.timestamp()),
                            message.body()));
        }
    }

    @Test
    void editShouldRestOnWhatStands() {
        String id = register(URL, ",\"unit\":\"659\"").path("id");
        String tag = get(id).header("ETag");

        edit(id, null).then().statusCode(428);
        edit(id, tag).then().statusCode(200).body("state", equalTo("DISABLED"));
        edit(id, tag).then().statusCode(412);
        given().auth()
                .oauth2(TestTokens.operator())
                .delete("/v1/webhooks/" + id)
                .then()
                .statusCode(428);
        given().auth()
                .oauth2(TestTokens.operator())
                .header("If-Match", "*")
                .delete("/v1/webhooks/" + id)
                .then()
                .statusCode(204);
        get(id).then().statusCode(404).body("code", equalTo("WEBHOOK_NOT_FOUND"));
    }

    private static Response edit(String id, String tag) {
        var request = given().auth().oauth2(TestTokens.operator()).contentType(ContentType.JSON);
        return (tag == null ? request : request.header("If-Match", tag))
                .body("{\"state\":\"DISABLED\"}")
                .patch("/v1/webhooks/" + id);
    }

    @Test
    void onlyStewardsAndOperatorsShouldManageThoseOfTheirSubtree() {
        String own = TestTokens.token("s659", "659", "steward");
        String other = TestTokens.token("s650", "650", "operator");
        String id = registerAs(own, URL, "")
                .then()
                .statusCode(201)
                .body("unit", equalTo("659"))
                .extract()
                .path("id");

        given().auth().oauth2(other).get("/v1/webhooks/" + id).then().statusCode(404);
        given().auth().oauth2(other).get("/v1/webhooks").then().body("items.id", not(hasItem(id)));
        given().auth().oauth2(own).get("/v1/webhooks").then().body("items.id", hasItem(id));
        registerAs(other, URL, ",\"unit\":\"65901\"").then().statusCode(403);
        registerAs(TestTokens.reporter("659"), URL, "").then().statusCode(403);
        given().get("/v1/webhooks").then().statusCode(401);
    }

    @Test
    void sameRegistrationUnderItsKeyShouldBeOneWebhook() {
        String first = keyed().then().statusCode(201).extract().asString();

        assertThat(keyed().then().statusCode(201).extract().asString()).isEqualTo(first);
    }

    private static Response keyed() {
        return given().auth()
                .oauth2(TestTokens.steward())
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", "w-1")
                .body("{\"url\":\"" + URL + "\",\"types\":[\"return.due\"],\"unit\":\"65901\"}")
                .post("/v1/webhooks");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"url\":\"ftp://127.0.0.1/\",\"types\":[\"return.due\"]}",
                "{\"url\":\"http://0.0.0.0/\",\"types\":[\"return.due\"]}",
                "{\"url\":\"http://u:p@127.0.0.1/\",\"types\":[\"return.due\"]}",
                "{\"url\":\"http://127.0.0.1/\",\"types\":[]}",
                "{\"url\":\"http://127.0.0.1/\",\"types\":[\"all\"]}",
                "{\"url\":\"http://127.0.0.1/\",\"types\":[\"return.due\"],\"unit\":\"no-such\"}",
                "{\"url\":\"http://127.0.0.1/\",\"types\":[\"return.due\"],\"indicators\":[\"XX99\"]}",
                "{\"url\":\"http://127.0.0.1/\",\"types\":[\"return.due\"],\"secret\":\"mine\"}",
                "{\"url\":\"http://127.0.0.1/\",\"types\":[\"return.due\"],\"after\":\"yesterday\"}",
                "{\"url\":7}",
                "{}",
                "null",
            })
    void wrongRegistrationShouldBeAProblem(String body) {
        Response answer = given().auth()
                .oauth2(TestTokens.steward())
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/webhooks");

        assertThat(answer.statusCode()).as(body).isIn(400, 422);
        assertThat(answer.<String>path("code")).as(body).isNotBlank();
    }

    @Test
    void wrongPlaceOrMessageShouldBeAProblem() {
        try (TestReceiver receiver = new TestReceiver()) {
            String id = hook(receiver, "65901");
            String none = "00000000-0000-0000-0000-000000000000";

            post(id + "/replay", "{\"after\":\"x\"}").then().statusCode(400).body("code", equalTo("INVALID_CURSOR"));
            post(id + "/replay", "{}").then().statusCode(422);
            post(id + "/deliveries/" + none + "/redelivery", "")
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("DELIVERY_NOT_FOUND"));
            get(id + "/deliveries/" + none).then().statusCode(404);
            get(id + "/deliveries?state=LOST").then().statusCode(400);
            get(id + "/deliveries?cursor=x").then().statusCode(400).body("code", equalTo("INVALID_CURSOR"));
            get(none).then().statusCode(404);
            get("x").then().statusCode(400);
        }
    }
}
