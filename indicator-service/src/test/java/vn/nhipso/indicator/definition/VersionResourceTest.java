package vn.nhipso.indicator.definition;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static vn.nhipso.indicator.Province.definition;
import static vn.nhipso.indicator.Province.item;
import static vn.nhipso.indicator.Province.put;
import static vn.nhipso.indicator.Province.send;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
class VersionResourceTest {

    private static String body(String more) {
        return definition("RATIO", "STOCK", "ANY", "\"COMMUNE\"", more);
    }

    private static String count(String levels) {
        return definition("COUNT", "STOCK", "YEAR", levels, "\"unitOfMeasure\":\"người\",");
    }

    private static RequestSpecification steward() {
        return given().auth()
                .oauth2(TestTokens.steward())
                .contentType(ContentType.JSON)
                .header("Accept-Language", "en");
    }

    private static Response redefine(String code, String query, String body) {
        return steward().header("If-Match", "*").body(body).put("/v1/indicators/" + code + query);
    }

    private static Response retire(String code, String tag, String body) {
        return steward().header("If-Match", tag).body(body).post("/v1/indicators/" + code + "/retirement");
    }

    @Test
    void everyDayShouldHaveTheVersionThatCountsOnIt() {
        put("CT01", body("\"validFrom\":\"2021-01-01\","));
        redefine("CT01", "", body("\"validFrom\":\"2021-01-01\",\"custodian\":\"Sở TT&TT\","));
        redefine("CT01", "", body("\"validFrom\":\"2023-01-01\",\"above100\":true,"))
                .then()
                .statusCode(200)
                .body("version", equalTo(2));

        given().get("/v1/indicators/CT01?version=1")
                .then()
                .statusCode(200)
                .body("custodian", equalTo("Sở TT&TT"))
                .body("validTo", equalTo("2023-01-01"));
        given().get("/v1/indicators/CT01?validAt=2022-12-31").then().body("version", equalTo(1));
        given().get("/v1/indicators/CT01?validAt=2023-01-01").then().body("version", equalTo(2));
        given().get("/v1/indicators/CT01?validAt=2020-12-31")
                .then()
                .statusCode(404)
                .body("code", equalTo("INDICATOR_VERSION_NOT_FOUND"));
        given().get("/v1/indicators/CT01?version=9").then().statusCode(404);
        given().get("/v1/indicators/NONE?version=1")
                .then()
                .statusCode(404)
                .body("code", equalTo("INDICATOR_NOT_FOUND"));
    }

    @Test
    void versionsShouldTellWhoWordedThemAndWhatChanged() {
        put("CT02", body(""));
        redefine("CT02", "", body("\"custodian\":\"Sở TT&TT\","));
        redefine("CT02", "", body("\"validFrom\":\"2023-01-01\",\"above100\":true,"));
        redefine("CT02", "", body("\"validFrom\":\"2023-01-01\",\"above100\":false,"));

        steward()
                .get("/v1/indicators/CT02/versions")
                .then()
                .statusCode(200)
                .body("items.version", contains(3, 2, 1))
                .body("items.status", contains("IN_FORCE", "REPLACED", "RETIRED"))
                .body("items[0].changed", contains("above100"))
                .body("items[1].changed", contains("above100", "custodian", "validFrom"))
                .body("items[2].validTo", equalTo("2023-01-01"))
                .body("items[2].revisions.revision", contains(2, 1))
                .body("items[2].revisions[0].changed", contains("custodian"))
                .body("items[2].revisions[0].author", equalTo("steward"))
                .body("items[2].revisions[0].recordedAt", notNullValue());
        given().get("/v1/indicators/CT02/versions").then().body("items[2].revisions[0].author", nullValue());
        given().get("/v1/indicators/NONE/versions").then().statusCode(404);
    }

    @Test
    void versionShouldNeitherSwallowAnEarlierOneNorLeaveAGapUnsaid() {
        put("CT03", body("\"validFrom\":\"2022-01-01\",\"validTo\":\"2023-01-01\","));

        redefine("CT03", "", body("\"above100\":true,\"validFrom\":\"2021-01-01\","))
                .then()
                .statusCode(422)
                .body("code", equalTo("VERSION_BEGINS_TOO_EARLY"))
                .body("errors[0].pointer", equalTo("/validFrom"));
        redefine("CT03", "", body("\"above100\":true,\"validFrom\":\"2024-01-01\","))
                .then()
                .statusCode(422)
                .body("code", equalTo("VERSIONS_LEAVE_A_GAP"));
        redefine("CT03", "?allowGap=true", body("\"above100\":true,\"validFrom\":\"2024-01-01\","))
                .then()
                .statusCode(200);
        given().get("/v1/indicators/CT03?validAt=2023-06-30").then().statusCode(404);
    }

    @Test
    void textThatMeansTheSameShouldBeNoVersion() {
        put("CT04", body("\"definition\":\"Số hộ\","));
        redefine("CT04", "?wordingOnly=true", body("\"definition\":\"Số hộ gia đình\","))
                .then()
                .statusCode(200)
                .body("version", equalTo(1))
                .body("revision", equalTo(2));
        redefine("CT04", "?wordingOnly=true", body("\"above100\":true,"))
                .then()
                .statusCode(422)
                .body("code", equalTo("MEANING_CHANGED"));
        redefine("CT04", "?wordingOnly=maybe", body("")).then().statusCode(400);
    }

    @Test
    void retiredIndicatorShouldNameItsSuccessorToLaterMeasurements() {
        Province.exists();
        put("CT05", body(""));
        put("CT06", body(""));
        retire("CT05", "\"9\"", "{\"validTo\":\"2024-01-01\",\"replacedBy\":\"CT06\",\"reason\":\"Thay thế\"}")
                .then()
                .statusCode(412);
        retire("CT05", "\"1\"", "{\"validTo\":\"2024-01-01\",\"replacedBy\":\"CT06\",\"reason\":\"Thay thế\"}")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("version", equalTo(1))
                .body("replacedBy", equalTo("CT06"));
        steward()
                .body("{\"validTo\":\"2024-01-01\",\"replacedBy\":\"CT06\",\"reason\":\"Thay thế\"}")
                .post("/v1/indicators/CT05/retirement")
                .then()
                .statusCode(200);

        send(item("CT05", "29956", "2023", "OWN", "\"value\":5")).then().statusCode(201);
        send(item("CT05", "29956", "2024", "OWN", "\"value\":5"))
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("INDICATOR_NOT_VALID"))
                .body("errors[0].detail", containsString("CT06"));
        steward()
                .get("/v1/indicators/CT05/versions")
                .then()
                .body("items[0].status", equalTo("RETIRED"))
                .body("items[0].revisions[0].reason", equalTo("Thay thế"));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(lastEvent("CT05").at("/replacedBy").asText()).isEqualTo("CT06"));
    }

    private static com.fasterxml.jackson.databind.JsonNode lastEvent(String key) {
        ReceivedEvent event = KafkaProbe.read(Topics.INDICATOR_CATALOGUE).stream()
                .filter(sent -> key.equals(sent.key()))
                .toList()
                .getLast();
        EventSchemas.assertValid(event.type(), new String(event.data(), StandardCharsets.UTF_8));
        return event.json();
    }

    @Test
    void circularOrUnknownReplacementShouldBeRefused() {
        put("CT07", body(""));
        put("CT08", body(""));
        String end = "{\"validTo\":\"2024-01-01\",\"reason\":\"x\",\"replacedBy\":\"";
        retire("CT07", "*", end + "NONE\"}").then().statusCode(422).body("code", equalTo("REPLACEMENT_UNKNOWN"));
        retire("CT07", "*", end + "CT07\"}").then().statusCode(422).body("code", equalTo("REPLACEMENT_CIRCULAR"));
        retire("CT07", "*", end + "CT08\"}").then().statusCode(200);
        retire("CT08", "*", end + "CT07\"}").then().statusCode(422).body("code", equalTo("REPLACEMENT_CIRCULAR"));
        retire("CT08", "*", "{\"validTo\":\"2024-01-01\"}").then().statusCode(422);
        retire("NONE", "*", end + "CT07\"}").then().statusCode(404);
        redefine("CT08", "", body("\"replacedBy\":\"CT07\","))
                .then()
                .statusCode(422)
                .body("code", equalTo("INVALID_FIELD"));
        steward()
                .body(end + "CT08\"}")
                .post("/v1/indicators/CT08/retirement")
                .then()
                .statusCode(428);
    }

    @Test
    void citedIndicatorShouldBeACountWithFiguresAtItsLevels() {
        put("CT09", count("\"DISTRICT\""));
        put("CT10", count("\"COMMUNE\""));
        put("CT11", body("\"denominatorIndicator\":\"NONE\",")).then().body("code", equalTo("REFERENCE_UNKNOWN"));
        put("CT11", body("\"denominatorIndicator\":\"CT09\",")).then().body("code", equalTo("REFERENCE_NOT_FITTING"));
        put("CT11", body("\"weight\":\"CT09\",")).then().body("errors.pointer", contains("/weight"));
        put("CT11", body("\"denominatorIndicator\":\"CT10\",")).then().statusCode(201);
        put("CT12", count("\"COMMUNE\"").replace("{\"names\"", "{\"denominatorIndicator\":\"CT10\",\"names\""))
                .then()
                .statusCode(422)
                .body("code", equalTo("INVALID_FIELD"));
        redefine("CT10", "", count("\"DISTRICT\""))
                .then()
                .statusCode(422)
                .body("code", equalTo("REFERENCE_NOT_FITTING"))
                .body("detail", containsString("CT11"));
    }

    @Test
    void wordsShouldBeFoundWithoutDiacriticsInAnyOrderAndTheBestFirst() {
        put("CT13", named("Tỷ lệ hộ nghèo dùng đèn lồng", ""));
        put("CT14", named("Số thuyền boats", "\"definition\":\"thuyền có đèn lồng của hộ\","));
        put("CT15", named("Đèn lồng CT14", ""));

        found("q=LONG den").body("items.code", contains("CT13", "CT15", "CT14"));
        found("q=den lo").body("items.code", contains("CT13", "CT15", "CT14"));
        found("q=boats đèn lồ").body("items.code", contains("CT14"));
        found("q=lo den").body("items.code", empty());
        found("q=ct14").body("items.code", contains("CT14", "CT15"));
        found("q=%25%25").body("items", empty());
        found("q=den long&kind=COUNT").body("items", empty());
        found("q=den long&level=COMMUNE&frequency=ANY&pageSize=1").body("items.code", contains("CT13"));
        String next = found("q=den long&pageSize=1").extract().path("next");
        found("q=den long&pageSize=1&cursor=" + next).body("items.code", contains("CT15"));
        given().get("/v1/indicators?q=" + "a".repeat(201)).then().statusCode(400);
    }

    private static String named(String vi, String more) {
        return body(more).replace("Chỉ tiêu hồ sơ", vi);
    }

    private static io.restassured.response.ValidatableResponse found(String query) {
        return given().urlEncodingEnabled(false)
                .get("/v1/indicators?"
                        + query.replace(" ", "%20")
                                .replace("đ", "%C4%91")
                                .replace("è", "%C3%A8")
                                .replace("ồ", "%E1%BB%93"))
                .then()
                .statusCode(200);
    }

    @Test
    void statusShouldBeThatOfTheDayAskedFor() {
        put("CT16", body("\"validFrom\":\"2022-01-01\",\"validTo\":\"2023-01-01\","));

        found("q=CT16&status=RETIRED").body("items.code", contains("CT16"));
        found("q=CT16&status=IN_FORCE").body("items", empty());
        found("q=CT16&validOn=2022-06-30").body("items.code", contains("CT16"));
        found("q=CT16&validOn=2023-06-30").body("items", empty());
        found("q=CT16&validOn=2021-06-30&status=FUTURE").body("items.code", contains("CT16"));
    }
}
