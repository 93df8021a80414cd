package vn.nhipso.indicator.submission;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.nhipso.kit.testing.NhipsoTestResource;
import vn.nhipso.kit.testing.TestTokens;

/** Wrong requests about returns, evidence and calendars: a problem with a code, and nothing done. */
@QuarkusTest
@WithTestResource(NhipsoTestResource.class)
class HostileReturnsTest {

    private static final List<String> BODIES = List.of(
            "null",
            "7",
            "[]",
            "{",
            "\"x\"",
            "[[[[[[[]]]]]]]",
            "{\"remark\":7}",
            "{\"remark\":{}}",
            "{\"remark\":\"a\\u0000\"}",
            "{\"remark\":\"\\ud800\"}",
            "{\"remark\":\"" + "a".repeat(2_001) + "\"}",
            "{\"comment\":\"x\"}",
            "{\"remark\":\"a\",\"remark\":\"b\"}",
            "{\"dueOn\":\"+999999999-12-31\",\"remark\":\"x\"}",
            "{\"dueOn\":\"-0001-01-01\",\"remark\":\"x\"}",
            "{\"dueOn\":1e400}");

    private static final List<String> READS = List.of(
            "/v1/returns?unit=a%00b",
            "/v1/returns?period=2022-99",
            "/v1/returns?status=LOST",
            "/v1/returns?late=perhaps",
            "/v1/returns?colour=1",
            "/v1/returns?cursor=AAAA",
            "/v1/returns?pageSize=0",
            "/v1/returns/%00",
            "/v1/returns/00000000-0000-0000-0000-000000000000",
            "/v1/returns/00000000-0000-0000-0000-000000000000/values",
            "/v1/return-coverage?within=62000&period=x",
            "/v1/return-coverage?within=62000&period=2024&level=CITY",
            "/v1/return-coverage?within=%00&period=2024",
            "/v1/evidence/x",
            "/v1/evidence/00000000-0000-0000-0000-000000000000",
            "/v1/reporting-calendars/x");

    private String id = "";

    @BeforeEach
    void units() {
        Reports.exist();
        id = Reports.create(TestTokens.steward(), Reports.COMMUNE, "2021-Q4").path("id");
    }

    @Test
    void wrongReadsShouldBeProblems() {
        for (String path : READS) {
            Response answer = given().auth()
                    .oauth2(TestTokens.steward())
                    .urlEncodingEnabled(false)
                    .get(path);
            assertThat(answer.statusCode()).as(path).isBetween(400, 404);
            assertThat(answer.<String>path("code")).as(path).isNotBlank();
        }
    }

    @Test
    void wrongBodiesShouldBeProblemsAndChangeNothing() {
        List<String> places = new ArrayList<>(List.of("/v1/returns"));
        for (String what : List.of("submission", "approval", "rejection", "reopening", "extension")) {
            places.add("/v1/returns/" + id + "/" + what);
        }
        for (String place : places) {
            for (String body : BODIES) {
                refused(place, body);
            }
        }
        for (String unit : List.of("\"\"", "7", "\"a\\u0000\"", "\"" + "9".repeat(31) + "\"", "null")) {
            refused("/v1/returns", "{\"unit\":" + unit + ",\"period\":\"2024\"}");
        }
        for (String period : List.of("\"\"", "7", "\"2024-Q5\"", "\"9999\"", "null", "{}")) {
            refused("/v1/returns", "{\"unit\":\"62010\",\"period\":" + period + "}");
        }
        Reports.as(TestTokens.steward()).get("/v1/returns/" + id).then().body("revision", equalTo(1));
    }

    @Test
    void wrongDeadlinesShouldBeProblems() {
        String most = "{\"deadlines\":{\"MONTH\":%s,\"QUARTER\":1,\"HALF\":1,\"YEAR\":1}%s}";
        for (String body : List.of(
                "{}",
                "{\"deadlines\":7}",
                most.formatted("367", ""),
                most.formatted("1e400", ""),
                most.formatted("1.5", ""),
                most.formatted("\"a\"", ""),
                most.formatted("1", ",\"validFrom\":\"+999999999-12-31\""),
                most.formatted("1", ",\"validFrom\":\"0001-01-01\""),
                most.formatted("1", ",\"closesOn\":15"))) {
            Response answer = Reports.as(TestTokens.steward())
                    .header("If-Match", "*")
                    .body(body)
                    .put("/v1/reporting-calendars/CALENDAR");
            assertThat(answer.statusCode()).as(body).isIn(400, 422);
            assertThat(answer.<String>path("code")).as(body).isNotBlank();
        }
    }

    private static void refused(String place, String body) {
        Response answer = Reports.as(TestTokens.steward()).body(body).post(place);
        assertThat(answer.statusCode()).as(place + " " + body).isIn(400, 422);
        assertThat(answer.<String>path("code")).as(place + " " + body).isNotBlank();
    }
}
