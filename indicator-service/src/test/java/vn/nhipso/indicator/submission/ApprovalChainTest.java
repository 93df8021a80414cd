package vn.nhipso.indicator.submission;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static vn.nhipso.indicator.Province.unit;
import static vn.nhipso.indicator.submission.Reports.act;
import static vn.nhipso.indicator.submission.Reports.as;
import static vn.nhipso.indicator.submission.Reports.create;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.nhipso.indicator.Province;
import vn.nhipso.kit.testing.NhipsoTestResource;
import vn.nhipso.kit.testing.TestTokens;

/** A province that asks for approval at commune, district and province in turn. */
@QuarkusTest
@WithTestResource(NhipsoTestResource.class)
class ApprovalChainTest {

    private static final String PROVINCE = "57100";
    private static final String DISTRICT = "57101";
    private static final String COMMUNE = "57110";
    private static final String WITHOUT_DISTRICT = "57120";
    private static final String OTHER_PROVINCE = "57190";
    private static final String IN_TURN = "{\"levels\":[\"COMMUNE\",\"DISTRICT\",\"PROVINCE\"]}";
    private static boolean made;

    @BeforeEach
    void units() {
        if (!made) {
            made = true;
            Reports.exist();
            Province.change(
                    unit(PROVINCE, "PROVINCE", "VN", "2021-01-01", null),
                    unit(DISTRICT, "DISTRICT", PROVINCE, "2021-01-01", "2025-07-01"),
                    unit(COMMUNE, "COMMUNE", DISTRICT, "2021-01-01", "2025-07-01"),
                    unit(WITHOUT_DISTRICT, "COMMUNE", PROVINCE, "2025-07-01", null),
                    unit(OTHER_PROVINCE, "PROVINCE", "VN", "2021-01-01", null));
            Awaitility.await()
                    .until(() -> set(TestTokens.steward(), PROVINCE, IN_TURN).statusCode() == 200);
        }
    }

    private static Response set(String token, String unit, String body) {
        return as(token).body(body).put("/v1/approval-levels/" + unit);
    }

    private static String submitted(String unit, String period) {
        String id = create(TestTokens.steward(), unit, period).path("id");
        Province.sendAs(TestTokens.reporter(unit), "", Province.item("RT01", unit, period, "OWN", "\"value\":1"))
                .then()
                .statusCode(201);
        act(TestTokens.reporter(unit), id, "submission", "").then().statusCode(200);
        return id;
    }

    private static ValidatableResponse approve(String id, String name, String unit) {
        return act(TestTokens.token(name, unit, "approver"), id, "approval", "").then();
    }

    private static void published(int count, String unit, String period) {
        Province.read("indicator=RT01&unit=" + unit + "&period=" + period)
                .then()
                .body("items", hasSize(count));
    }

    @Test
    void everyLevelShouldApproveInTurnAndOnlyTheLastOnePublish() {
        String id = submitted(COMMUNE, "2022-Q1");
        as(TestTokens.steward()).get("/v1/returns/" + id).then().body("stage", equalTo("COMMUNE"));
        approve(id, "chairman", COMMUNE).statusCode(200).body("stage", equalTo("DISTRICT"));
        approve(id, "deputy", COMMUNE).statusCode(403).body("code", equalTo("APPROVAL_LEVEL"));
        approve(id, "district", DISTRICT).statusCode(200).body("stage", equalTo("PROVINCE"));
        published(0, COMMUNE, "2022-Q1");

        approve(id, "province", PROVINCE)
                .statusCode(200)
                .body("status", equalTo("APPROVED"))
                .body("stage", nullValue())
                .body("history.what", contains("CREATED", "SUBMITTED", "STAGE_APPROVED", "STAGE_APPROVED", "APPROVED"));
        published(1, COMMUNE, "2022-Q1");
    }

    @Test
    void somebodyAboveMayStandInForALevelButNobodyTwice() {
        String id = submitted(COMMUNE, "2022-Q2");
        approve(id, "province", PROVINCE).statusCode(200);
        approve(id, "province", PROVINCE).statusCode(403).body("code", equalTo("FOUR_EYES"));
        approve(id, "reporter-" + COMMUNE, "VN").statusCode(403).body("code", equalTo("FOUR_EYES"));
        approve(id, "another", PROVINCE).statusCode(200);
        approve(id, "minister", "VN").statusCode(200).body("status", equalTo("APPROVED"));
        published(1, COMMUNE, "2022-Q2");
    }

    @Test
    void levelsBelowTheUnitOrGoneOnTheClosingDayShouldBePassedOver() {
        String ofADistrict = submitted(DISTRICT, "2022-Q3");
        as(TestTokens.steward()).get("/v1/returns/" + ofADistrict).then().body("stage", equalTo("DISTRICT"));

        String withoutDistrict = submitted(WITHOUT_DISTRICT, "2025-Q4");
        approve(withoutDistrict, "chairman", WITHOUT_DISTRICT).statusCode(200).body("stage", equalTo("PROVINCE"));
        approve(withoutDistrict, "province", PROVINCE).statusCode(200);
        published(1, WITHOUT_DISTRICT, "2025-Q4");
    }

    @Test
    void nearestUnitThatSaysSoShouldCountAndWhatWasSubmittedKeepItsStages() {
        String before = submitted(WITHOUT_DISTRICT, "2025-Q3");
        String own = set(TestTokens.steward(), WITHOUT_DISTRICT, "{\"levels\":[\"PROVINCE\"]}")
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");

        String after = submitted(WITHOUT_DISTRICT, "2026-Q1");
        as(TestTokens.steward()).get("/v1/returns/" + before).then().body("stage", equalTo("COMMUNE"));
        as(TestTokens.steward()).get("/v1/returns/" + after).then().body("stage", equalTo("PROVINCE"));

        as(TestTokens.steward())
                .header("If-Match", own)
                .delete("/v1/approval-levels/" + WITHOUT_DISTRICT)
                .then()
                .statusCode(204);
        as(TestTokens.steward())
                .get("/v1/approval-levels/" + WITHOUT_DISTRICT)
                .then()
                .statusCode(404);
    }

    @Test
    void levelsShouldBeSetByStewardsOfTheUnitAndByWhoSawThem() {
        String steward = TestTokens.token("steward-57190", OTHER_PROVINCE, "steward");
        set(TestTokens.approver(), OTHER_PROVINCE, IN_TURN).then().statusCode(403);
        set(steward, PROVINCE, IN_TURN).then().statusCode(403);
        set(TestTokens.steward(), "57999", IN_TURN).then().statusCode(404);
        set(steward, OTHER_PROVINCE, "{\"levels\":[\"PROVINCE\",\"COMMUNE\"]}")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/levels"));
        set(steward, OTHER_PROVINCE, "{\"levels\":[\"VILLAGE\"]}").then().statusCode(422);
        set(steward, OTHER_PROVINCE, "{\"levels\":[null]}").then().statusCode(422);

        String tag = set(steward, OTHER_PROVINCE, IN_TURN)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        set(steward, OTHER_PROVINCE, IN_TURN).then().statusCode(200).header("ETag", tag);
        set(steward, OTHER_PROVINCE, "{\"levels\":[]}").then().statusCode(428);
        as(steward)
                .header("If-Match", "\"9\"")
                .body("{\"levels\":[]}")
                .put("/v1/approval-levels/" + OTHER_PROVINCE)
                .then()
                .statusCode(412);
        as(steward)
                .header("If-Match", tag)
                .body("{\"levels\":[]}")
                .put("/v1/approval-levels/" + OTHER_PROVINCE)
                .then()
                .statusCode(200)
                .body("levels", hasSize(0));
        as(steward).get("/v1/approval-levels").then().body("items.unit", hasItem(PROVINCE));
        as(steward).delete("/v1/approval-levels/" + OTHER_PROVINCE).then().statusCode(428);
        as(steward)
                .header("If-Match", "*")
                .delete("/v1/approval-levels/" + OTHER_PROVINCE)
                .then()
                .statusCode(204);
        as(steward).get("/v1/approval-levels").then().body("items.unit", not(hasItem(OTHER_PROVINCE)));
    }
}
