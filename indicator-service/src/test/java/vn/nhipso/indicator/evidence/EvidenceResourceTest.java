package vn.nhipso.indicator.evidence;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.nhipso.indicator.IndicatorProblem;
import vn.nhipso.indicator.Province;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.testing.NhipsoTestResource;
import vn.nhipso.kit.testing.TestTokens;

/** Files that stand behind figures: how they are kept, cited and opened. */
@QuarkusTest
@WithTestResource(NhipsoTestResource.class)
class EvidenceResourceTest {

    private static final AtomicBoolean THERE = new AtomicBoolean();
    private static final String UNIT = "62030";

    @Inject
    DataSource dataSource;

    @Inject
    SweptEvidence sweep;

    @Inject
    Citations citations;

    @BeforeEach
    void units() {
        Province.exists();
        if (THERE.compareAndSet(false, true)) {
            Province.change(
                    Province.unit(UNIT, "COMMUNE", "870", "2021-01-01", null),
                    Province.unit("62031", "COMMUNE", "870", "2021-01-01", null));
            Province.define("RT03", "COUNT", "STOCK", "QUARTER", "\"COMMUNE\"", "\"unitOfMeasure\":\"x\",");
        }
    }

    private static String reporter() {
        return TestTokens.reporter(UNIT);
    }

    private static Response upload(String token, String type, byte[] bytes, String name) {
        return given().auth()
                .oauth2(token)
                .config(RestAssured.config()
                        .encoderConfig(io.restassured.config.EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                                .encodeContentTypeAs(type, io.restassured.http.ContentType.BINARY)))
                .header("Content-Type", type)
                .queryParam("name", name)
                .body(bytes)
                .post("/v1/evidence");
    }

    private static Response open(String token, String id) {
        return given().auth().oauth2(token).get("/v1/evidence/" + id);
    }

    private static byte[] bytes(int size, long seed) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private static Response report(String token, String period, String says) {
        return Province.sendAs(token, "", Province.item("RT03", UNIT, period, "OWN", says));
    }

    private static Response revisions(String token, String period) {
        String id = given().auth()
                .oauth2(TestTokens.steward())
                .get("/v1/measurements?indicator=RT03&unit=" + UNIT + "&period=" + period)
                .path("items[0].id");
        return token.isEmpty()
                ? given().get("/v1/measurements/" + id + "/revisions")
                : given().auth().oauth2(token).get("/v1/measurements/" + id + "/revisions");
    }

    @Test
    void fileOfManyPiecesShouldComeBackAsItWasSentAndOnlyAsADownload() {
        byte[] file = bytes(600_000, 1);
        String id = upload(reporter(), "application/pdf", file, "báo cáo.pdf")
                .then()
                .statusCode(201)
                .body("size", equalTo(600_000))
                .body("type", equalTo("application/pdf"))
                .body("name", equalTo("báo cáo.pdf"))
                .header("Location", startsWith("http"))
                .extract()
                .path("id");

        Response opened = open(reporter(), id);
        assertThat(opened.asByteArray()).isEqualTo(file);
        opened.then()
                .statusCode(200)
                .header("Content-Type", "application/pdf")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", containsString("sandbox"))
                .header("Content-Disposition", startsWith("attachment;"))
                .header("Content-Disposition", containsString("filename*=UTF-8''b%C3%A1o%20c%C3%A1o.pdf"));
        given().auth()
                .oauth2(reporter())
                .header("If-None-Match", opened.header("ETag"))
                .get("/v1/evidence/" + id)
                .then()
                .statusCode(304);
    }

    @Test
    void sameBytesShouldBeKeptOnceAndSentAgainBeTheSameFile() throws SQLException {
        byte[] file = bytes(1_000, 2);
        String id = upload(reporter(), "image/png", file, "")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String sha256 = upload(reporter(), "image/png", file, "")
                .then()
                .statusCode(200)
                .body("id", equalTo(id))
                .extract()
                .path("sha256");
        String other = upload(TestTokens.reporter("62031"), "image/png", file, "")
                .then()
                .statusCode(201)
                .body("sha256", equalTo(sha256))
                .extract()
                .path("id");
        assertThat(other).isNotEqualTo(id);
        assertThat(count("SELECT count(*) FROM evidence_chunk WHERE sha256 = '" + sha256 + "'"))
                .isOne();
    }

    @Test
    void whatIsNoFileOrTooLargeShouldBeRefused() throws Exception {
        // REST Assured takes seconds for a body of this length.
        HttpRequest large = HttpRequest.newBuilder(
                        URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/v1/evidence"))
                .header("Authorization", "Bearer " + reporter())
                .header("Content-Type", "application/pdf")
                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes(20 * 1024 * 1024 + 1, 3)))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> refused = client.send(large, HttpResponse.BodyHandlers.ofString());
            assertThat(refused.statusCode()).isEqualTo(413);
            assertThat(refused.body()).contains("PAYLOAD_TOO_LARGE");
        }
        upload(reporter(), "nonsense", bytes(10, 4), "").then().statusCode(415);
        given().post("/v1/evidence").then().statusCode(401);
        upload(TestTokens.operator(), "application/pdf", bytes(10, 4), "")
                .then()
                .statusCode(403);
        open(reporter(), "none").then().statusCode(404).body("code", equalTo("EVIDENCE_NOT_FOUND"));
    }

    @Test
    void evidenceShouldGoWithItsRevisionThroughTheApproval() {
        String id = upload(reporter(), "text/html; charset=utf-8", bytes(100, 5), "")
                .path("id");
        String cites = ",\"evidence\":[\"" + id + "\"]";
        report(reporter(), "2024-Q1", "\"value\":1" + cites).then().statusCode(201);
        report(reporter(), "2024-Q1", "\"value\":1" + cites).then().statusCode(200);
        report(reporter(), "2024-Q1", "\"value\":2").then().statusCode(201);

        revisions(reporter(), "2024-Q1")
                .then()
                .body("items", hasSize(2))
                .body("items[0].evidence.id", equalTo(List.of(id)))
                .body("items[0].evidence[0].type", equalTo("text/html; charset=utf-8"))
                .body("items[1].evidence", nullValue());
        String approver = TestTokens.token("approver-87", "87", "approver");
        String ofReturn = given().auth()
                .oauth2(reporter())
                .get("/v1/returns?unit=" + UNIT + "&period=2024-Q1")
                .path("items[0].id");
        for (String[] step : new String[][] {{reporter(), "submission"}, {approver, "approval"}}) {
            given().auth()
                    .oauth2(step[0])
                    .contentType("application/json")
                    .body("{}")
                    .post("/v1/returns/" + ofReturn + "/" + step[1])
                    .then()
                    .statusCode(200);
        }
        revisions(reporter(), "2024-Q1").then().body("items[2].evidence.id", equalTo(List.of(id)));
        revisions("", "2024-Q1").then().body("items", hasSize(1)).body("items[0].evidence", nullValue());
        open(approver, id).then().statusCode(200);
        open(TestTokens.reporter("62031"), id).then().statusCode(403).body("code", equalTo("FORBIDDEN"));
        given().get("/v1/evidence/" + id).then().statusCode(401);
    }

    @Test
    void newEvidenceAloneShouldBeARevisionOfItsOwn() {
        String steward = TestTokens.steward();
        String id = upload(steward, "application/pdf", bytes(100, 6), "").path("id");
        report(steward, "2024-Q2", "\"value\":1").then().statusCode(201);
        report(steward, "2024-Q2", "\"value\":1,\"evidence\":[\"" + id + "\"]")
                .then()
                .statusCode(201);
        report(steward, "2024-Q2", "\"value\":1,\"evidence\":[\"" + id + "\"]")
                .then()
                .statusCode(200);
        revisions(steward, "2024-Q2").then().body("items", hasSize(2)).body("items[1].evidence", hasSize(1));
    }

    @Test
    void fileOfSomebodyElseShouldNotBeCited() {
        String id = upload(TestTokens.reporter("62031"), "application/pdf", bytes(100, 7), "")
                .path("id");
        for (String named : new String[] {id, UUID.randomUUID().toString()}) {
            report(reporter(), "2024-Q3", "\"value\":1,\"evidence\":[\"" + named + "\"]")
                    .then()
                    .statusCode(422)
                    .body("errors[0].code", equalTo("EVIDENCE_UNKNOWN"))
                    .body("errors[0].pointer", equalTo("/items/0/evidence"));
        }
        report(reporter(), "2024-Q3", "\"value\":1,\"evidence\":[\"x\"]")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("INVALID_FIELD"));
        report(reporter(), "2024-Q3", "\"value\":1,\"evidence\":[]").then().statusCode(201);
    }

    @Test
    void whatNobodyCitesShouldBeDeletedAfterSomeDays() throws SQLException {
        String steward = TestTokens.steward();
        String unused = upload(steward, "application/pdf", bytes(100, 8), "").path("id");
        String cited = upload(steward, "application/pdf", bytes(100, 9), "").path("id");
        report(steward, "2024-Q4", "\"value\":1,\"evidence\":[\"" + cited + "\"]")
                .then()
                .statusCode(201);
        try (Connection connection = dataSource.getConnection();
                Statement age = connection.createStatement()) {
            age.executeUpdate("UPDATE evidence SET recorded_at = recorded_at - interval '8 days' WHERE id IN ('"
                    + unused + "', '" + cited + "')");
            age.executeUpdate("UPDATE evidence_content SET recorded_at = recorded_at - interval '8 days'");
            sweep.run(connection);
        }

        open(steward, unused).then().statusCode(404);
        open(steward, cited).then().statusCode(200);
        assertThat(count("SELECT count(*) FROM evidence_content c WHERE NOT EXISTS "
                        + "(SELECT 1 FROM evidence e WHERE e.sha256 = c.sha256)"))
                .isZero();
    }

    @Test
    void fileThatWasDeletedMeanwhileShouldBeUnknown() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            assertThatThrownBy(() -> citations.cite(
                            connection, List.of(new Citations.Citation(UUID.randomUUID(), 1, UUID.randomUUID()))))
                    .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.code())
                            .isEqualTo(IndicatorProblem.EVIDENCE_UNKNOWN));
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private int count(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement select = connection.createStatement();
                var row = select.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }
}
