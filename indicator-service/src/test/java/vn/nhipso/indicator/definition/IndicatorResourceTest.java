package vn.nhipso.indicator.definition;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static vn.nhipso.indicator.Province.definition;
import static vn.nhipso.indicator.Province.put;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.nhipso.kit.event.ReceivedEvent;
import vn.nhipso.kit.event.Topics;
import vn.nhipso.kit.testing.EventSchemas;
import vn.nhipso.kit.testing.KafkaProbe;
import vn.nhipso.kit.testing.NhipsoTestResource;
import vn.nhipso.kit.testing.TestTokens;

@QuarkusTest
@WithTestResource(NhipsoTestResource.class)
class IndicatorResourceTest {

    private static final String LEVELS = "\"COMMUNE\",\"DISTRICT\"";

    private static String body(String more) {
        return definition("RATIO", "STOCK", "QUARTER", LEVELS, more);
    }

    private static RequestSpecification steward() {
        return given().auth().oauth2(TestTokens.steward()).contentType(ContentType.JSON);
    }

    @Test
    void firstPutShouldCreateAndTheSameAgainChangeNothing() {
        put("TX01", body(""))
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .header("Location", org.hamcrest.Matchers.endsWith("/v1/indicators/TX01"))
                .body("code", equalTo("TX01"))
                .body("version", equalTo(1))
                .body("calendar", equalTo("CALENDAR"))
                .body("above100", equalTo(false))
                .body("reportedBy", contains("DISTRICT", "COMMUNE"))
                .body("sequence", startsWith("indicator:"));

        put("TX01", body("")).then().statusCode(200).header("ETag", "\"1\"");
    }

    @Test
    void replacementShouldNeedTheTagOfWhatStands() {
        put("TX02", body(""));
        String other = body("\"definition\":\"Khác\",");

        put("TX02", other).then().statusCode(428).body("code", equalTo("PRECONDITION_REQUIRED"));
        steward()
                .header("If-Match", "\"7\"")
                .body(other)
                .put("/v1/indicators/TX02")
                .then()
                .statusCode(412);
        steward()
                .header("If-Match", "\"1\"")
                .body(other)
                .put("/v1/indicators/TX02")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");
        steward()
                .header("If-None-Match", "*")
                .body(other)
                .put("/v1/indicators/TX02")
                .then()
                .statusCode(412);
        steward()
                .header("If-None-Match", "*")
                .body(other)
                .put("/v1/indicators/TX03")
                .then()
                .statusCode(201);
        steward()
                .header("If-Match", "\"1\"")
                .body(other)
                .put("/v1/indicators/TX04")
                .then()
                .statusCode(412);
    }

    @Test
    void changeOfMeaningShouldBeAVersionAndAChangeOfWordingNot() {
        put("TX05", body(""));
        steward()
                .header("If-Match", "\"1\"")
                .body(body("\"custodian\":\"Sở TT&TT\","))
                .put("/v1/indicators/TX05")
                .then()
                .body("version", equalTo(1))
                .body("revision", equalTo(2));
        steward()
                .header("If-Match", "\"2\"")
                .body(body("\"custodian\":\"Sở TT&TT\",\"above100\":true,"))
                .put("/v1/indicators/TX05")
                .then()
                .body("version", equalTo(2))
                .body("revision", equalTo(3));
    }

    @Test
    void definitionShouldBeReadAndFound() {
        put("TX06", body("\"numeratorLabel\":\"a\",\"denominatorLabel\":\"b\","));

        given().get("/v1/indicators/TX06")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("names.vi", equalTo("Chỉ tiêu hồ sơ"))
                .body("numeratorLabel", equalTo("a"))
                .body("sequence", nullValue());
        given().get("/v1/indicators/NONE").then().statusCode(404).body("code", equalTo("INDICATOR_NOT_FOUND"));
        given().get("/v1/indicators?q=chi tieu HO SO&kind=RATIO&pillar=GOVERNMENT")
                .then()
                .body("items.code", hasItem("TX06"));
        given().get("/v1/indicators?q=tx06").then().body("items.code", contains("TX06"));
        given().get("/v1/indicators?kind=NONE").then().statusCode(400);
    }

    @Test
    void pagesShouldFollowOneAnother() {
        put("TY01", body(""));
        put("TY02", body(""));
        String next = given().get("/v1/indicators?q=TY0&pageSize=1")
                .then()
                .body("items", hasSize(1))
                .body("next", notNullValue())
                .extract()
                .path("next");

        given().get("/v1/indicators?q=TY0&pageSize=1&cursor=" + next)
                .then()
                .body("items.code", contains("TY02"))
                .body("next", nullValue());
        given().get("/v1/indicators?pageSize=1&cursor=" + next)
                .then()
                .statusCode(400)
                .body("code", equalTo("INVALID_CURSOR"));
    }

    @Test
    void wrongDefinitionShouldBeRefused() {
        put("TX07", body("\"colour\":1,")).then().statusCode(422).body("code", equalTo("UNKNOWN_FIELD"));
        put("TX07", "{}").then().statusCode(422).body("code", equalTo("INVALID_FIELD"));
        put("TX07", body("").replace("RATIO", "MEAN")).then().statusCode(422).body("code", equalTo("INVALID_FIELD"));
        put("TX07", body("").replace("\"DISTRICT\"", "\"HAMLET\"")).then().statusCode(422);
        put("TX07", body("\"validFrom\":\"2022-01-01\",\"validTo\":\"2021-01-01\","))
                .then()
                .statusCode(422);
        put("TX07", "{").then().statusCode(400).body("code", equalTo("MALFORMED_REQUEST"));
        put("REG-TEAMS", body("")).then().statusCode(422).body("code", equalTo("INDICATOR_CODE_RESERVED"));
    }

    @Test
    void onlyStewardsShouldDefine() {
        given().contentType(ContentType.JSON)
                .body(body(""))
                .put("/v1/indicators/TX08")
                .then()
                .statusCode(401);
        given().auth()
                .oauth2(TestTokens.reporter("87"))
                .contentType(ContentType.JSON)
                .body(body(""))
                .put("/v1/indicators/TX08")
                .then()
                .statusCode(403);
    }

    @Test
    void everyRevisionShouldBeAnEvent() {
        put("TX09", body(""));
        steward().header("If-Match", "*").body(body("\"definition\":\"Khác\",")).put("/v1/indicators/TX09");

        await().atMost(Duration.ofSeconds(20)).until(() -> events("TX09").size() == 2);
        assertThat(events("TX09"))
                .allSatisfy(event ->
                        EventSchemas.assertValid(event.type(), new String(event.data(), StandardCharsets.UTF_8)));
        assertThat(events("TX09").getLast().json().get("version").asInt()).isEqualTo(2);
    }

    private static List<ReceivedEvent> events(String key) {
        return KafkaProbe.read(Topics.INDICATOR_CATALOGUE).stream()
                .filter(event -> key.equals(event.key()))
                .toList();
    }
}
