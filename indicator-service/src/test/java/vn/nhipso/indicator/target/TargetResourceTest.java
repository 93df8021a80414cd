package vn.nhipso.indicator.target;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.nhipso.indicator.Province;
import vn.nhipso.kit.event.ReceivedEvent;
import vn.nhipso.kit.event.Topics;
import vn.nhipso.kit.testing.EventSchemas;
import vn.nhipso.kit.testing.KafkaProbe;
import vn.nhipso.kit.testing.NhipsoTestResource;
import vn.nhipso.kit.testing.TestTokens;

@QuarkusTest
@WithTestResource(NhipsoTestResource.class)
class TargetResourceTest {

    @BeforeEach
    void province() {
        Province.exists();
    }

    private static Response set(String token, String indicator, String unit, String period, String more) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body("{\"indicator\":\"" + indicator + "\",\"unit\":\"" + unit + "\",\"period\":\"" + period
                        + "\",\"comparator\":\">=\"," + more + "}")
                .post("/v1/targets");
    }

    private static Response set(String indicator, String unit, String period, String more) {
        return set(TestTokens.steward(), indicator, unit, period, more);
    }

    @Test
    void targetShouldBeSetAndReadBackWithItsDocument() {
        set(
                        "DG01",
                        "870",
                        "2022-H1",
                        "\"value\":50.0,\"document\":{\"title\":\"Kế hoạch\",\"issuedOn\":\"2022-08-09\"}")
                .then()
                .statusCode(201)
                .body("sequence", startsWith("indicator:"));

        String answer = given().get("/v1/targets?indicator=DG01&unit=870&period=2022-YTD06")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].document.title", equalTo("Kế hoạch"))
                .body("items[0].inheritedFrom", nullValue())
                .extract()
                .asString();
        assertThat(answer).contains("\"value\":50.0,", "\"comparator\":\">=\"");
    }

    @Test
    void sameAgainShouldBe200AndAnotherValueNeedSupersedes() {
        String first = set("DG01", "871", "2022-H1", "\"value\":50")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        set("DG01", "871", "2022-H1", "\"value\":50").then().statusCode(200).body("id", equalTo(first));
        set("DG01", "871", "2022-H1", "\"value\":60")
                .then()
                .statusCode(409)
                .body("code", equalTo("TARGET_DIFFERS"))
                .body("current", equalTo(first));
        set("DG01", "871", "2022-H1", "\"value\":60,\"supersedes\":\"" + first + "\"")
                .then()
                .statusCode(201)
                .body("revision", equalTo(2))
                .body("supersedes", equalTo(first));
        set("DG01", "871", "2022-H1", "\"value\":70,\"supersedes\":\"" + first + "\"")
                .then()
                .statusCode(409)
                .body("code", equalTo("TARGET_SUPERSEDED"));
        set("DG01", "871", "2022-H1", "\"value\":70,\"supersedes\":\"00000000-0000-0000-0000-000000000000\"")
                .then()
                .statusCode(422)
                .body("code", equalTo("TARGET_UNKNOWN"));

        given().get("/v1/targets?indicator=DG01&unit=871&period=2022-H1").then().body("items.value", contains(60));
        given().get("/v1/targets/" + first).then().statusCode(200).body("value", equalTo(50));
    }

    @Test
    void idempotencyKeyShouldGiveTheSameAnswerAgain() {
        String body = "{\"indicator\":\"DG08\",\"unit\":\"870\",\"period\":\"2022\",\"comparator\":\"<=\",\"value\":0}";
        String first = keyed(body).then().statusCode(201).extract().asString();

        assertThat(keyed(body).then().statusCode(201).extract().asString()).isEqualTo(first);
        keyed(body.replace("0}", "1}")).then().statusCode(409).body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
    }

    private static Response keyed(String body) {
        return given().auth()
                .oauth2(TestTokens.steward())
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", "t-1")
                .body(body)
                .post("/v1/targets");
    }

    @Test
    void unitWithoutItsOwnShouldInheritFromItsNearestAncestor() {
        set("DS13", "93", "2022", "\"value\":50").then().statusCode(201);
        given().get("/v1/targets?indicator=DS13&unit=31420&period=2022")
                .then()
                .body("items[0].inheritedFrom", equalTo("93"))
                .body("items[0].unit", equalTo("31420"));
        set("DS13", "934", "2022", "\"value\":60").then().statusCode(201);
        given().get("/v1/targets?indicator=DS13&unit=31420&period=2022")
                .then()
                .body("items[0].inheritedFrom", equalTo("934"));
        set("DS13", "31420", "2022", "\"value\":90,\"qualifiers\":[\"ABOUT\"]")
                .then()
                .statusCode(201);

        given().get("/v1/targets?indicator=DS13&unit=31420&period=2022")
                .then()
                .body("items", hasSize(1))
                .body("items[0].value", equalTo(90))
                .body("items[0].qualifiers", contains("ABOUT"))
                .body("items[0].inheritedFrom", nullValue());
    }

    @Test
    void targetOfTheProvinceOfThatDayShouldBeInheritedOnly() {
        set("DT01", "93", "2024", "\"value\":5").then().statusCode(201);
        set("DT01", "92", "2025", "\"value\":6").then().statusCode(201);

        given().get("/v1/targets?indicator=DT01&unit=31420").then().body("items.inheritedFrom", contains("93", "92"));
        given().get("/v1/targets?indicator=DT01&unit=29956").then().body("items", hasSize(0));
    }

    @Test
    void wrongTargetShouldBeRefused() {
        set("XX", "870", "2022", "\"value\":1").then().statusCode(422).body("code", equalTo("INDICATOR_UNKNOWN"));
        set("DG01", "870", "2026", "\"value\":1").then().statusCode(422).body("code", equalTo("UNIT_NOT_ALIVE"));
        set("DG01", "870", "2022-X", "\"value\":1").then().statusCode(422).body("code", equalTo("INVALID_FIELD"));
        set("DG01", "870", "2022", "\"value\":-1").then().statusCode(422).body("code", equalTo("INVALID_FIELD"));
        set(TestTokens.token("s93", "93", "steward"), "DG01", "870", "2022", "\"value\":1")
                .then()
                .statusCode(403);
        set(TestTokens.reporter("870"), "DG01", "870", "2022", "\"value\":1")
                .then()
                .statusCode(403);
    }

    @Test
    void everyTargetShouldBeAnEvent() {
        String first = set("DG02", "870", "2022", "\"value\":50,\"document\":{\"number\":\"1\"}")
                .path("id");
        set("DG02", "870", "2022", "\"value\":55,\"supersedes\":\"" + first + "\"")
                .then()
                .statusCode(201);

        await().atMost(Duration.ofSeconds(20)).until(() -> events().size() == 2);
        assertThat(events())
                .allSatisfy(event ->
                        EventSchemas.assertValid(event.type(), new String(event.data(), StandardCharsets.UTF_8)));
        assertThat(events().getLast().json().get("revision").asInt()).isEqualTo(2);
    }

    private static List<ReceivedEvent> events() {
        return KafkaProbe.read(Topics.INDICATOR_CATALOGUE).stream()
                .filter(event -> "DG02|870|2022".equals(event.key()))
                .toList();
    }
}
