package vn.nhipso.indicator.target;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.nhipso.indicator.Province;
import vn.nhipso.kit.event.ReceivedEvent;
import vn.nhipso.kit.event.Topics;
import vn.nhipso.kit.period.Period;
import vn.nhipso.kit.testing.EventSchemas;
import vn.nhipso.kit.testing.KafkaProbe;
import vn.nhipso.kit.testing.NhipsoTestResource;
import vn.nhipso.kit.testing.TestTokens;

@QuarkusTest
@WithTestResource(NhipsoTestResource.class)
class ApplicableResourceTest {

    @Inject
    ApplicableTargets targets;

    @BeforeEach
    void province() {
        Province.exists();
    }

    private static void define(String code, String kind) {
        String unit = kind.equals("COUNT") ? "\"unitOfMeasure\":\"tổ\"," : "";
        Province.define(code, kind, "STOCK", "ANY", "\"COMMUNE\"", unit);
    }

    private static Response set(String indicator, String unit, String period, String comparator, String value) {
        return given().auth()
                .oauth2(TestTokens.steward())
                .contentType(ContentType.JSON)
                .body("{\"indicator\":\"" + indicator + "\",\"unit\":\"" + unit + "\",\"period\":\"" + period
                        + "\",\"comparator\":\"" + comparator + "\",\"value\":" + value + "}")
                .post("/v1/targets");
    }

    private static ValidatableResponse applicable(String indicator, String unit, String period) {
        return given().get("/v1/targets/applicable?indicator=" + indicator + "&unit=" + unit + "&period=" + period)
                .then();
    }

    private static ValidatableResponse cascade(String indicator, String unit, String period) {
        return given().get("/v1/target-cascades?unit=" + unit + "&period=" + period
                        + (indicator.isEmpty() ? "" : "&indicator=" + indicator))
                .then()
                .statusCode(200);
    }

    @Test
    void ownTargetShouldWinOverInheritedAndExactPeriodOverALongerOne() {
        define("CT30", "RATIO");
        set("CT30", "87", "2022-H1", ">=", "40");
        applicable("CT30", "29956", "2022-H1")
                .body("why", equalTo("INHERITED"))
                .body("target.inheritedFrom", equalTo("87"));
        set("CT30", "870", "2022", ">=", "50");
        applicable("CT30", "29956", "2022-H1").body("why", equalTo("INHERITED_LONGER_PERIOD"));
        set("CT30", "870", "2022-H1", ">=", "45");
        applicable("CT30", "29956", "2022-H1").body("why", equalTo("INHERITED")).body("target.value", equalTo(45));
        set("CT30", "29956", "2022", ">=", "70");

        applicable("CT30", "29956", "2022-H1")
                .statusCode(200)
                .body("why", equalTo("OWN_LONGER_PERIOD"))
                .body("target.value", equalTo(70))
                .body("considered.target.value", contains(70, 45, 50, 40))
                .body("considered.lost", contains(null, "NEARER_UNIT", "NEARER_UNIT", "NEARER_UNIT"));
        applicable("CT30", "29956", "2022").body("why", equalTo("OWN"));
        applicable("CT30", "29956", "2023").body("why", equalTo("NO_TARGET")).body("target", nullValue());
        applicable("NONE", "29956", "2023").statusCode(404).body("code", equalTo("INDICATOR_NOT_FOUND"));
        applicable("CT30", "29956", "2026").statusCode(404).body("code", equalTo("UNIT_NOT_FOUND"));
        given().get("/v1/targets/applicable?unit=87").then().statusCode(org.hamcrest.Matchers.oneOf(400, 422));
    }

    @Test
    void manyAimsShouldBeAnsweredAtOnce() {
        define("CT31", "RATIO");
        set("CT31", "870", "2022", "<=", "0");
        Aim asked = new Aim("CT31", "29956", Period.parse("2022-Q1"));
        Aim without = new Aim("CT31", "31408", Period.parse("2022-Q1"));

        var found = targets.find(List.of(asked, without, new Aim("NONE", "870", Period.parse("2022"))));

        assertThat(found).containsOnlyKeys(asked);
        assertThat(found.get(asked).isReachedBy(new BigDecimal("0.00"))).isTrue();
        assertThat(found.get(asked).isReachedBy(new BigDecimal("0.01"))).isFalse();
    }

    @Test
    void countsBelowShouldAddUpToTheTargetAbove() {
        define("CT32", "COUNT");
        cascade("CT32", "87", "2022").body("items[0].verdict", equalTo("NO_TARGET"));
        set("CT32", "87", "2022", ">=", "10");
        cascade("CT32", "87", "2022")
                .body("items[0].verdict", equalTo("NOT_ASSIGNED"))
                .body("items[0].sum", nullValue());
        set("CT32", "870", "2022", ">=", "6");
        cascade("CT32", "87", "2022")
                .body("items[0].verdict", equalTo("FALLS_SHORT"))
                .body("items[0].difference", equalTo(-4))
                .body("items[0].children.find { it.unit == '870' }.stance", equalTo("PART"))
                .body("items[0].children.find { it.unit == '871' }.stance", equalTo("WITHOUT_OWN"))
                .body("items[0].children.find { it.unit == '871' }.target.inheritedFrom", equalTo("87"));
        set("CT32", "871", "2022", ">=", "4");
        cascade("CT32", "87", "2022")
                .body("items[0].verdict", equalTo("ADDS_UP"))
                .body("items[0].own", equalTo(2));
        given().get("/v1/target-cascades?unit=00000&period=2022").then().statusCode(404);
    }

    @Test
    void weakerTargetsBelowShouldBeNamedInTheSenseOfTheComparator() {
        define("CT33", "RATIO");
        set("CT33", "87", "2021", "<=", "0");
        set("CT33", "870", "2021", "<=", "0");
        cascade("CT33", "87", "2021").body("items[0].verdict", equalTo("HOLDS"));
        set("CT33", "871", "2021", "<=", "2.5");

        cascade("", "87", "2021")
                .body("items.find { it.indicator == 'CT33' }.verdict", equalTo("WEAKER"))
                .body(
                        "items.find { it.indicator == 'CT33' }.children.findAll { it.stance == 'WEAKER' }.unit",
                        contains("871"));
    }

    @Test
    void withdrawnTargetShouldCountNoMoreAndStayInTheHistory() {
        define("CT34", "RATIO");
        set("CT34", "87", "2022", ">=", "40");
        String own = set("CT34", "870", "2022", ">=", "50").path("id");
        withdraw(TestTokens.token("s93", "93", "steward"), own).statusCode(403);
        withdraw(TestTokens.steward(), own)
                .statusCode(201)
                .body("withdrawn", equalTo(true))
                .body("revision", equalTo(2));
        withdraw(TestTokens.steward(), own).statusCode(200);

        given().get("/v1/targets?indicator=CT34&unit=870&period=2022")
                .then()
                .body("items.inheritedFrom", contains("87"));
        applicable("CT34", "870", "2022").body("considered.lost", contains(null, "WITHDRAWN"));
        given().get("/v1/targets/" + own).then().body("history", hasSize(2));
        set("CT34", "870", "2022", ">=", "55").then().statusCode(201).body("revision", equalTo(3));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(events("CT34|870|2022"))
                .hasSize(3)
                .allSatisfy(event ->
                        EventSchemas.assertValid(event.type(), new String(event.data(), StandardCharsets.UTF_8))));
        assertThat(events("CT34|870|2022").get(1).json().get("withdrawn").asBoolean())
                .isTrue();
    }

    private static ValidatableResponse withdraw(String token, String id) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body("{\"reason\":\"Điều chỉnh kế hoạch\"}")
                .post("/v1/targets/" + id + "/withdrawal")
                .then();
    }

    private static List<ReceivedEvent> events(String key) {
        return KafkaProbe.read(Topics.INDICATOR_CATALOGUE).stream()
                .filter(event -> key.equals(event.key()))
                .toList();
    }

    @Test
    void retiredIndicatorShouldTakeNoTargetForALaterPeriod() {
        Province.define("CT35", "RATIO", "STOCK", "ANY", "\"COMMUNE\"", "\"validTo\":\"2023-01-01\",");
        set("CT35", "870", "2022", ">=", "50").then().statusCode(201);
        set("CT35", "870", "2023", ">=", "50").then().statusCode(422).body("code", equalTo("INDICATOR_NOT_VALID"));
    }
}
