package vn.nhipso.kit.job;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.nhipso.kit.testing.NhipsoTestResource;
import vn.nhipso.kit.testing.TestTokens;

@QuarkusTest
@WithTestResource(NhipsoTestResource.class)
class JobResourceTest {

    private static final String OWNER = "reporter-870";

    @Inject
    Jobs jobs;

    @Test
    void finishedJobShouldShowItsResult() {
        UUID id = jobs.submit("probe", OWNER, "succeed", null);
        awaitStatus(id, "SUCCEEDED");

        String body = get(id).statusCode(200)
                .header("Retry-After", nullValue())
                .body("id", equalTo(id.toString()))
                .body("kind", equalTo("probe"))
                .body("result.rows", equalTo(3))
                .body("progress.phase", equalTo("READING"))
                .body("attempts", equalTo(1))
                .body("errors", nullValue())
                .body("finishedAt", notNullValue())
                .extract()
                .asString();
        assertThat(body).contains("54.30").contains("25.0000");
    }

    @Test
    void failedJobShouldSayWhyInTheLanguageOfTheReader() {
        UUID id = jobs.submit("probe", OWNER, "fail", null);
        awaitStatus(id, "FAILED");

        get(id).body("errors", hasSize(2))
                .body("errors[0].code", equalTo("CELL_INVALID"))
                .body("errors[1].row", equalTo(3))
                .body("errors[1].pointer", equalTo("/code"))
                .body("errors[1].detail", equalTo("Mã sai."))
                .body("errorCount", equalTo(1));
        owner().header("Accept-Language", "en")
                .get("/v1/jobs/" + id)
                .then()
                .body("errors[1].detail", equalTo("Bad code."));
    }

    @Test
    void runningJobShouldSayWhenToAskAgainAndEndWhenItIsCancelled() {
        UUID id = jobs.submit("probe", OWNER, "wait", null);
        UUID behind = jobs.submit("probe", OWNER, "succeed", null);
        awaitStatus(id, "RUNNING");

        get(id).header("Retry-After", "1").body("startedAt", notNullValue()).body("finishedAt", nullValue());
        delete(behind).statusCode(200).body("status", equalTo("CANCELLED"));
        delete(behind).statusCode(200);
        delete(id).statusCode(202).body("cancelling", equalTo(true));
        await().until(() -> {
            ProbeJob.GO_ON.release();
            return get(id).extract().path("status").equals("CANCELLED");
        });
        ProbeJob.GO_ON.drainPermits();
    }

    @Test
    void finishedJobShouldNotBeCancelled() {
        UUID id = jobs.submit("probe", OWNER, "succeed", null);
        awaitStatus(id, "SUCCEEDED");

        delete(id).statusCode(409).body("code", equalTo("JOB_FINISHED"));
    }

    @Test
    void jobShouldExistOnlyForItsSubmitterAndOperators() {
        UUID id = jobs.submit("probe", OWNER, "succeed", null);

        given().get("/v1/jobs/" + id).then().statusCode(401);
        given().auth()
                .oauth2(TestTokens.steward())
                .get("/v1/jobs/" + id)
                .then()
                .statusCode(404)
                .body("code", equalTo("JOB_NOT_FOUND"));
        given().auth()
                .oauth2(TestTokens.steward())
                .delete("/v1/jobs/" + id)
                .then()
                .statusCode(404);
        given().auth()
                .oauth2(TestTokens.operator())
                .get("/v1/jobs/" + id)
                .then()
                .statusCode(200);
        get(UUID.randomUUID()).statusCode(404).body("detail", containsString("tác vụ"));
    }

    @Test
    void listShouldHoldOnesOwnNewestFirstAndFollowTheCursor() {
        String user = "lister";
        UUID oldest = null;
        for (int i = 0; i < 5; i++) {
            UUID id = jobs.submit("probe", user, i == 0 ? "fail" : "succeed", null);
            oldest = oldest == null ? id : oldest;
        }
        jobs.submit("probe", OWNER, "succeed", null);
        String token = TestTokens.token(user, "VN", "steward");
        await().until(() -> given().auth()
                        .oauth2(token)
                        .get("/v1/jobs?status=SUCCEEDED")
                        .then()
                        .extract()
                        .<Integer>path("items.size()")
                == 4);

        given().auth()
                .oauth2(token)
                .get("/v1/jobs?status=FAILED")
                .then()
                .body("items", hasSize(1))
                .body("items[0].id", equalTo(oldest.toString()));
        String next = given().auth()
                .oauth2(token)
                .get("/v1/jobs?pageSize=3")
                .then()
                .body("items", hasSize(3))
                .extract()
                .path("next");
        given().auth()
                .oauth2(token)
                .get("/v1/jobs?pageSize=3&cursor=" + next)
                .then()
                .body("items", hasSize(2))
                .body("items.kind", everyItem(equalTo("probe")))
                .body("items[1].id", equalTo(oldest.toString()))
                .body("next", nullValue());
        given().auth().oauth2(token).get("/v1/jobs?status=DONE").then().statusCode(400);
        given().get("/v1/jobs").then().statusCode(401);
    }

    private static void awaitStatus(UUID id, String status) {
        await().until(() -> get(id).extract().path("status").equals(status));
    }

    private static ValidatableResponse get(UUID id) {
        return owner().get("/v1/jobs/" + id).then();
    }

    private static ValidatableResponse delete(UUID id) {
        return owner().delete("/v1/jobs/" + id).then();
    }

    private static RequestSpecification owner() {
        return given().auth().oauth2(TestTokens.reporter("870"));
    }
}
