package vn.nhipso.indicator;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nhipso.kit.testing.NhipsoTestResource;
import vn.nhipso.kit.testing.TestTokens;

/** Whatever comes is answered with a problem and a code, never with a failure. */
@QuarkusTest
@WithTestResource(NhipsoTestResource.class)
class HostileRequestsTest {

    private static final String ROW =
            "{\"items\":[{\"indicator\":\"DG01\",\"unit\":\"870\",\"period\":\"2022-H1\",\"scope\":\"WHOLE\",";

    @BeforeEach
    void province() {
        Province.exists();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/measurements?unit=a%00b",
                "/v1/measurements?period=2022-99",
                "/v1/measurements?scope=all",
                "/v1/measurements?asOf=yesterday",
                "/v1/measurements?colour=1",
                "/v1/measurements?pageSize=0",
                "/v1/measurements?pageSize=abc",
                "/v1/measurements?cursor=AAAA",
                "/v1/measurements/not-an-id",
                "/v1/measurements/not-an-id/revisions",
                "/v1/measurements/00000000-0000-0000-0000-000000000000",
                "/v1/indicators/a%00",
                "/v1/indicators?kind=MEAN",
                "/v1/targets?period=soon",
                "/v1/targets/7",
                "/v1/findings?state=DONE",
                "/v1/findings?cursor=AAAA",
                "/v1/nothing",
            })
    void wrongReadShouldBeAProblem(String path) {
        Response answer = given().urlEncodingEnabled(false).get(path);

        assertThat(answer.statusCode()).as(path).isBetween(400, 404);
        assertThat(answer.contentType()).as(path).startsWith("application/problem+json");
        assertThat(answer.<String>path("code")).as(path).isNotBlank();
    }

    @Test
    void momentBeforeAllKnowledgeShouldFindNothing() {
        Province.read("asOf=-999999999-01-01T00:00:00Z").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"names\":{\"vi\":\"a\\u0000\",\"en\":\"b\"}}",
                "{\"names\":{\"vi\":\"a\\ud800\",\"en\":\"b\"}}",
                "{\"names\":7}",
                "{\"names\":{},\"decimals\":1e400}",
                "{\"decimals\":1e999999999999}",
                "{\"validFrom\":\"+999999999-12-31\"}",
                "[[[[]]]]",
                "null",
                "7",
            })
    void wrongDefinitionShouldBeAProblem(String body) {
        Response answer = Province.put("TH01", body);

        assertThat(answer.statusCode()).as(body).isIn(400, 422);
        assertThat(answer.<String>path("code")).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999999", "1e400", "1e-2147483640", "NaN", "\"1\"", "[]"})
    void wrongTargetShouldBeAProblem(String value) {
        Response answer = given().auth()
                .oauth2(TestTokens.steward())
                .contentType("application/json")
                .body("{\"indicator\":\"DG01\",\"unit\":\"870\",\"period\":\"2022\",\"comparator\":\">=\",\"value\":"
                        + value + "}")
                .post("/v1/targets");

        assertThat(answer.statusCode()).as(value).isIn(400, 422);
        assertThat(answer.<String>path("code")).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ROW + "\"value\":1e999999999999}]}",
                ROW + "\"value\":1e2147483647}]}",
                ROW + "\"value\":1e-2147483640}]}",
                ROW + "\"numerator\":1e400,\"denominator\":1}]}",
                ROW + "\"qualifiers\":[null,1,[]]}]}",
                "{\"items\":[{\"indicator\":{},\"unit\":[],\"period\":1,\"scope\":true,\"stated\":[],\"source\":7}]}",
                "{\"items\":[null]}",
                "{\"items\":[{\"unit\":\"",
                "",
            })
    void wrongBatchShouldBeAProblem(String body) {
        Response answer = batch(body);

        assertThat(answer.statusCode()).as(body).isIn(400, 422);
        assertThat(answer.<String>path("code")).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 2_000})
    void deepNestingShouldBeAProblem(int depth) {
        Response answer = batch("{\"items\":[{\"deep\":" + "[".repeat(depth) + "]".repeat(depth) + "}]}");

        assertThat(answer.statusCode()).isIn(400, 422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dryRun=yes", "mode=partial", "minSequence=7", "minSequence=directory:x", "colour=1"})
    void wrongParameterOfABatchShouldBe400(String query) {
        Province.sendAs(TestTokens.steward(), "?" + query).then().statusCode(400);
    }

    private static Response batch(String body) {
        return given().auth()
                .oauth2(TestTokens.steward())
                .contentType("application/json")
                .body(body)
                .post("/v1/measurement-batches");
    }
}
