package vn.nhipso.directory.activity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static vn.nhipso.directory.Directory.as;
import static vn.nhipso.directory.Directory.change;
import static vn.nhipso.directory.Directory.get;
import static vn.nhipso.directory.Directory.post;
import static vn.nhipso.directory.Directory.record;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.nhipso.kit.testing.NhipsoTestResource;
import vn.nhipso.kit.testing.TestTokens;

@QuarkusTest
@WithTestResource(NhipsoTestResource.class)
class ActivityResourceTest {

    @Test
    void trainingsInitiativesAndCampaignsShouldBeEnteredReadListedAndEnded() {
        record(change("CATALOGUE", "2021-01-01")
                .begins("60", "Sáu Mươi", "tỉnh", "VN")
                .begins("60101", "Một", "xã", "60"));
        String training = enter(
                "/v1/trainings",
                Map.of("unit", "60", "name", "Tập huấn", "from", "2024-03-01", "to", "2024-04-01", "classes", 12));
        String initiative =
                enter("/v1/initiatives", Map.of("unit", "60101", "name", "Chợ 4.0", "appliedBy", List.of("60101")));
        String campaign = enter("/v1/campaigns", Map.of("unit", "60", "name", "Phong trào", "from", "2021-01-01"));

        get("/v1/trainings/" + training)
                .statusCode(200)
                .body("classes", equalTo(12), "to", equalTo("2024-04-01"), "appliedBy", nullValue());
        get("/v1/initiatives/" + initiative).body("appliedBy", contains("60101"), "from", nullValue());
        get("/v1/campaigns/" + training).statusCode(404).body("code", equalTo("CAMPAIGN_NOT_FOUND"));
        get("/v1/trainings?unit=60&validAt=2024-03-31").body("items.id", contains(training));
        get("/v1/trainings?unit=60&validAt=2024-04-01").body("items", hasSize(0));
        get("/v1/initiatives?within=60&appliedBy=60101").body("items", hasSize(1));
        get("/v1/initiatives?within=60&validAt=2020-01-01").body("items", hasSize(0));
        post("/v1/campaigns/" + campaign + "/end", Map.of("on", "2026-01-01")).statusCode(200);
        get("/v1/campaigns/" + campaign).body("to", equalTo("2026-01-01"), "revision", equalTo(2));
        post("/v1/trainings/" + training + "/end", Map.of("on", "2026-01-01")).statusCode(409);
        post("/v1/campaigns", Map.of("unit", "60", "name", "phong trào", "from", "2021-01-01"))
                .statusCode(409)
                .body("id", equalTo(campaign));
    }

    @Test
    void whatIsWrongShouldBeSaid() {
        record(change("CATALOGUE", "2021-01-01").begins("61", "Sáu Mốt", "tỉnh", "VN"));
        post("/v1/trainings", Map.of("unit", "61", "name", "T", "classes", 0, "from", "2024-01-01", "to", "2024-01-01"))
                .statusCode(422)
                .body("errors.find { it.pointer == '/classes' }.code", equalTo("NUMBER_OUT_OF_RANGE"))
                .body("errors.find { it.pointer == '/to' }.code", equalTo("PERIOD_REVERSED"));
        post("/v1/initiatives", Map.of("unit", "61", "name", "T", "appliedBy", List.of("61", "61999")))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/appliedBy/1"));
        post("/v1/campaigns", Map.of("unit", "61", "name", "T", "appliedBy", List.of("61")))
                .statusCode(422)
                .body("code", equalTo("UNKNOWN_FIELD"));
        given().contentType("application/json")
                .body(Map.of("unit", "61", "name", "T"))
                .post("/v1/campaigns")
                .then()
                .statusCode(401);
        as(TestTokens.operator())
                .body(Map.of("unit", "61", "name", "T"))
                .post("/v1/campaigns")
                .then()
                .statusCode(403);
        as(TestTokens.reporter("60"))
                .body(Map.of("unit", "61", "name", "T"))
                .post("/v1/campaigns")
                .then()
                .statusCode(403);
    }

    private static String enter(String path, Object body) {
        return post(path, body)
                .statusCode(201)
                .header("Location", notNullValue())
                .extract()
                .path("id");
    }
}
