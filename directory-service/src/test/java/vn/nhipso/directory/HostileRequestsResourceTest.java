package vn.nhipso.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nhipso.directory.Directory.steward;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.nhipso.kit.testing.NhipsoTestResource;
import vn.nhipso.kit.testing.TestTokens;

/** Whatever is sent, the answer is a problem with a code and never a failure of the service. */
@QuarkusTest
@WithTestResource(NhipsoTestResource.class)
class HostileRequestsResourceTest {

    @TestHTTPResource
    URI service;

    private static final List<String> POSTS = List.of(
            "/v1/unit-changes", "/v1/teams", "/v1/committees", "/v1/trainings", "/v1/initiatives", "/v1/campaigns");

    private static final List<String> BODIES = List.of(
            "null",
            "[]",
            "7",
            "\"x\"",
            "{\"unit\":\"\\u0000\",\"name\":\"x\"}",
            "{\"unit\":\"\\ud800\",\"name\":\"\\ud800\",\"kind\":\"COMMUNITY\",\"level\":\"COMMUNE\"}",
            "{\"unit\":{},\"name\":[]}",
            "{\"unit\":\"VN\",\"name\":\"" + "x".repeat(10_000) + "\",\"kind\":\"COMMUNITY\",\"level\":\"COUNTRY\"}",
            "{\"unit\":\"VN\",\"name\":\"\u202eabc\",\"from\":\"+999999999-12-31\"}",
            "{\"unit\":\"VN\",\"name\":\"x\",\"validFrom\":\"-999999999-01-01\",\"kind\":\"COMMUNITY\",\"level\":\"PROVINCE\"}",
            "{\"unit\":\"99\",\"unit\":\"98\"}",
            "{\"kind\":\"MERGE\",\"effectiveOn\":\"-999999999-01-01\",\"act\":{\"number\":\"\\u0000\"},\"ends\":[\"10\"]}",
            "{\"kind\":\"MERGE\",\"effectiveOn\":\"2025-07-01\",\"act\":{\"number\":\"1\"},\"ends\":[\"10\",null,7]}",
            "{\"kind\":\"MERGE\",\"effectiveOn\":\"2025-07-01\",\"act\":{\"number\":\"1\"},\"lineage\":[{\"from\":\"10\",\"to\":\"11\",\"share\":1e-999999999}]}",
            "{\"kind\":\"MERGE\",\"effectiveOn\":\"2025-07-01\",\"act\":{\"number\":\"1\"},\"lineage\":[{\"from\":\"10\",\"to\":\"10\",\"population\":\"PART\",\"share\":1e999999999}]}",
            "{\"kind\":\"ESTABLISH\",\"effectiveOn\":\"2025-07-01\",\"act\":{\"number\":\"1\"},\"begins\":[{\"code\":\"00001\",\"name\":\"x\",\"type\":\"xã\",\"parentCode\":\"00001\"}]}",
            "{\"kind\":\"ESTABLISH\",\"effectiveOn\":\"2025-07-01\",\"act\":{\"number\":\"1\"},\"begins\":[{\"code\":\"00001-1\\n\",\"name\":\"x\",\"type\":\"thôn\"}]}",
            "{\"kind\":\"RECODE\",\"effectiveOn\":\"2025-07-01\",\"act\":{\"number\":\"1\"},\"ends\":[\"99\"],\"begins\":[{\"code\":\"99\",\"name\":\"x\",\"type\":\"tỉnh\"}]}",
            "[".repeat(5_000));

    /** Nobody was ever given this one. */
    private static final String CURSOR = "MDAwMB94HzAfMB8w";

    private static final List<String> GETS = List.of(
            "/v1/units/%00",
            "/v1/units/VN%00/children",
            "/v1/units?q=%00",
            "/v1/units?parent=%00",
            "/v1/units?type=%00",
            "/v1/units?level=CITY",
            "/v1/units?cursor=AAAA",
            "/v1/units?pageSize=0",
            "/v1/units?pageSize=x",
            "/v1/units?q=" + "x".repeat(3_000),
            "/v1/units/VN?validAt=%2B999999999-12-31",
            "/v1/units/VN?validAt=2025-02-30",
            "/v1/units/VN?asOf=yesterday",
            "/v1/units/VN/successors?at=1000-01-01",
            "/v1/units/VN/predecessors?at=9999-01-01",
            "/v1/units?within=%00",
            "/v1/units?q=a&asOf=9999-01-01T00:00:00Z",
            "/v1/units?q=a&cursor=" + CURSOR,
            "/v1/units/VN/tree?level=CITY",
            "/v1/units/VN/tree?validAt=0001-01-01",
            "/v1/unit-counts?within=%27;--",
            "/v1/unit-counts?validAt=2025-06-31",
            "/v1/lineage-checks",
            "/v1/lineage-checks?effectiveOn=2025-07-01&within=x",
            "/v1/lineage-checks?effectiveOn=9999-01-01",
            "/v1/code-aliases?code=%00",
            "/v1/code-aliases/x",
            "/v1/unit-changes?act=%00",
            "/v1/unit-changes?effectiveOn=9999-01-01",
            "/v1/unit-changes/x",
            "/v1/teams?unit=%00",
            "/v1/teams?validAt=0000-01-01",
            "/v1/teams/x",
            "/v1/teams?kind=NONE",
            "/v1/teams?q=%00",
            "/v1/teams?q=" + "x".repeat(3_000),
            "/v1/teams/x/contact-log",
            "/v1/teams/00000000-0000-0000-0000-000000000000/contact-log",
            "/v1/teams/00000000-0000-0000-0000-000000000000/members/x",
            "/v1/teams/00000000-0000-0000-0000-000000000000?validAt=9999-01-01",
            "/v1/team-counts?within=%00",
            "/v1/team-counts?within=99999-99",
            "/v1/team-counts?by=person",
            "/v1/team-counts?level=CITY",
            "/v1/team-counts?validAt=1000-01-01",
            "/v1/committees?within=%00",
            "/v1/initiatives?appliedBy=%00",
            "/v1/campaigns?validAt=99999-01-01");

    @Test
    void everyBodyShouldBeAnsweredWithAProblem() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (String path : POSTS) {
                for (String body : BODIES) {
                    HttpResponse<String> answer =
                            client.send(request(path, body), HttpResponse.BodyHandlers.ofString());
                    assertProblem(
                            path + " " + body.substring(0, Math.min(120, body.length())),
                            answer.statusCode(),
                            answer.headers().firstValue("Content-Type").orElse(""),
                            answer.body());
                }
            }
        }
    }

    /** Not by REST Assured, which takes seconds over a body of five thousand brackets. */
    private HttpRequest request(String path, String body) {
        return HttpRequest.newBuilder(service.resolve(path))
                .header("Authorization", "Bearer " + TestTokens.steward())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    @Test
    void everyParameterShouldBeAnsweredWithAProblem() {
        for (String path : GETS) {
            assertProblem(path, steward().urlEncodingEnabled(false).get(path));
        }
    }

    @Test
    void aMisspeltDryRunShouldNotBeARealOne() {
        Object body = Directory.change("ESTABLISH", "2021-01-01")
                .begins("70", "Bảy Mươi", "tỉnh", "VN")
                .map();
        assertProblem("dryRun=yes", steward().body(body).post("/v1/unit-changes?dryRun=yes"));
        assertThat(steward().get("/v1/units/70").statusCode()).isEqualTo(404);
    }

    private static void assertProblem(String what, Response answer) {
        assertProblem(what, answer.statusCode(), answer.contentType(), answer.asString());
    }

    private static void assertProblem(String what, int status, String contentType, String body) {
        assertThat(status).as(what + " " + body).isBetween(400, 499);
        assertThat(contentType).as(what).startsWith("application/problem+json");
        assertThat(JsonPath.from(body).getString("code")).as(what).isNotBlank();
        assertThat(body).as(what).doesNotContain("Exception").doesNotContain("vn.nhipso.directory");
    }
}
