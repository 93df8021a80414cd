package vn.nhipso.indicator.measurement.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static vn.nhipso.indicator.Province.item;
import static vn.nhipso.indicator.Province.read;
import static vn.nhipso.indicator.Province.send;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.nhipso.indicator.Province;
import vn.nhipso.kit.testing.NhipsoTestResource;
import vn.nhipso.kit.testing.TestTokens;

/** One measurement altered or withdrawn by somebody who has looked at it. */
@QuarkusTest
@WithTestResource(NhipsoTestResource.class)
class EditResourceTest {

    private static final String UNIT = "870";

    @BeforeEach
    void province() {
        Province.exists();
        Province.define("WT02", "RATIO", "FLOW", "MONTH", "\"PROVINCE\",\"DISTRICT\",\"COMMUNE\"", "");
    }

    /** Its id. */
    private static String stands(String period) {
        send(item("WT02", UNIT, period, "OWN", "\"numerator\":809,\"denominator\":1644"));
        return read("indicator=WT02&unit=" + UNIT + "&period=" + period).path("items[0].id");
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON).header("Accept-Language", "en");
    }

    private static Response alter(String token, String id, String etag, String body) {
        return as(token).header("If-Match", etag).body(body).patch("/v1/measurements/" + id);
    }

    private static Response withdraw(String token, String id, String etag, String body) {
        return as(token).header("If-Match", etag).body(body).post("/v1/measurements/" + id + "/withdrawal");
    }

    @Test
    void whoHasSeenWhatStandsShouldAlterIt() {
        String id = stands("2022-01");
        String etag = given().get("/v1/measurements/" + id).header("ETag");

        alter(TestTokens.steward(), id, etag, "{\"denominator\":1664,\"reason\":{\"code\":\"MISPRINT\"}}")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("outcome", equalTo("ACCEPTED"))
                .body("published", equalTo(true))
                .body("sequence", org.hamcrest.Matchers.startsWith("indicator:"));
        alter(TestTokens.steward(), id, "\"2\"", "{\"denominator\":1664}")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("UNCHANGED"))
                .body("revision", equalTo(2));

        given().get("/v1/measurements/" + id)
                .then()
                .header("ETag", "\"2\"")
                .body("numerator", equalTo(809))
                .body("denominator", equalTo(1664));
    }

    @Test
    void ofTwoPeopleEditingOneValueOneShouldWinAndTheOtherBeToldWhatStands() {
        String id = stands("2022-02");

        alter(TestTokens.steward(), id, "\"1\"", "{\"numerator\":810}").then().statusCode(200);
        alter(TestTokens.approver(), id, "\"1\"", "{\"numerator\":811}")
                .then()
                .statusCode(412)
                .body("code", equalTo("PRECONDITION_FAILED"))
                .body("present.numerator", equalTo(810))
                .body("present.revision", equalTo(2))
                .body("etag", equalTo("\"2\""));
        as(TestTokens.steward())
                .body("{\"numerator\":812}")
                .patch("/v1/measurements/" + id)
                .then()
                .statusCode(428)
                .body("code", equalTo("PRECONDITION_REQUIRED"));
    }

    @Test
    void ofManyEditsOverTheSameRevisionExactlyOneShouldWin() throws Exception {
        String id = stands("2022-03");
        List<Callable<Integer>> editors = new ArrayList<>();
        for (int editor = 0; editor < 8; editor++) {
            String body = "{\"numerator\":" + (100 + editor) + "}";
            editors.add(() -> alter(TestTokens.steward(), id, "\"1\"", body).statusCode());
        }

        List<Integer> answers = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
            for (Future<Integer> answer : pool.invokeAll(editors)) {
                answers.add(answer.get());
            }
        }

        assertThat(answers).containsOnlyOnce(200).containsOnly(200, 412);
        given().get("/v1/measurements/" + id + "/revisions").then().body("items", hasSize(2));
    }

    @Test
    void editShouldPassTheChecksOfABatchWithItsOwnPointers() {
        String id = stands("2022-04");

        alter(TestTokens.steward(), id, "\"1\"", "{\"numerator\":9999}")
                .then()
                .statusCode(422)
                .body("code", equalTo("NUMERATOR_ABOVE_DENOMINATOR"))
                .body("errors[0].pointer", equalTo("/numerator"))
                .body("errors[0].row", nullValue());
        alter(TestTokens.steward(), id, "\"1\"", "{\"unit\":\"871\"}")
                .then()
                .statusCode(422)
                .body("code", equalTo("UNKNOWN_FIELD"));
        alter(TestTokens.steward(), id, "\"1\"", "{\"numerator\":1")
                .then()
                .statusCode(400)
                .body("code", equalTo("MALFORMED_REQUEST"));
        alter(TestTokens.reporter("934"), id, "\"1\"", "{\"numerator\":1}")
                .then()
                .statusCode(403)
                .body("code", equalTo("UNIT_OUTSIDE_RIGHTS"));
        alter(TestTokens.reporter(UNIT), id, "\"1\"", "{\"numerator\":1}")
                .then()
                .statusCode(422)
                .body("code", equalTo("REASON_MISSING"));
    }

    @Test
    void editByAReporterShouldWaitAndBeShownToInsidersOnly() {
        String id = stands("2022-05");
        String reporter = TestTokens.reporter(UNIT);

        alter(reporter, id, "\"1\"", "{\"numerator\":1,\"reason\":{\"code\":\"MISPRINT\"}}")
                .then()
                .statusCode(200)
                .body("published", equalTo(false));

        as(reporter)
                .get("/v1/measurements/" + id)
                .then()
                .header("ETag", "\"2\"")
                .body("numerator", equalTo(809))
                .body("waiting.numerator", equalTo(1))
                .body("waiting.revision", equalTo(2));
        given().get("/v1/measurements/" + id).then().header("ETag", "\"1\"").body("waiting", nullValue());
        alter(TestTokens.steward(), id, "\"1\"", "{\"numerator\":2}").then().statusCode(412);
    }

    @Test
    void whatIsWithdrawnShouldBeGoneUntilItIsReportedAnew() {
        String id = stands("2022-06");
        String why = "{\"reason\":{\"code\":\"WRONG_UNIT\",\"text\":\"số của huyện khác\"}}";

        withdraw(TestTokens.steward(), id, "\"7\"", why).then().statusCode(412);
        withdraw(TestTokens.steward(), id, "\"1\"", why)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("outcome", equalTo("ACCEPTED"));
        withdraw(TestTokens.steward(), id, "\"1\"", why).then().statusCode(200).body("outcome", equalTo("UNCHANGED"));

        given().get("/v1/measurements/" + id).then().statusCode(404).body("code", equalTo("MEASUREMENT_WITHDRAWN"));
        alter(TestTokens.steward(), id, "\"2\"", "{\"numerator\":1}").then().statusCode(404);
        stands("2022-06");
        given().get("/v1/measurements/" + id).then().statusCode(200).body("revision", equalTo(3));
    }

    @Test
    void withdrawalShouldBeDoneOnceForAKey() {
        String id = stands("2022-07");

        for (int time = 0; time < 2; time++) {
            as(TestTokens.steward())
                    .header("If-Match", "\"1\"")
                    .header("Idempotency-Key", "withdraw-2022-07")
                    .body("{}")
                    .post("/v1/measurements/" + id + "/withdrawal")
                    .then()
                    .statusCode(200)
                    .body("outcome", equalTo("ACCEPTED"))
                    .body("revision", equalTo(2));
        }
    }
}
