package vn.nhipso.kit.problem;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nhipso.kit.testing.NhipsoTestResource;
import vn.nhipso.kit.testing.TestTokens;

@QuarkusTest
@WithTestResource(NhipsoTestResource.class)
class ProblemResourceTest {

    @Test
    void problemShouldCarryCodeErrorsMembersAndTraceId() {
        problem(given().header("Accept-Language", "en").get("/probe/conflict").then(), 409, "CONFLICT")
                .body("type", equalTo("urn:nhipso:problem:conflict"))
                .body("title", equalTo("Conflict with the present state"))
                .body("detail", equalTo("Twice."))
                .body("other", equalTo(7))
                .body("errors[0].row", equalTo(3))
                .body("errors[0].pointer", equalTo("/items/3/unit"))
                .body("errors[0].code", equalTo("UNIT_UNKNOWN"));
    }

    @Test
    void problemShouldSpeakVietnameseByDefault() {
        problem(given().get("/probe/conflict").then(), 409, "CONFLICT").body("detail", equalTo("Trùng."));
    }

    @Test
    void malformedJsonShouldBe400() {
        problem(post("{\"items\":["), 400, "MALFORMED_REQUEST");
        problem(post("nothing"), 400, "MALFORMED_REQUEST");
        problem(post(""), 400, "MALFORMED_REQUEST");
    }

    @Test
    void unknownFieldInARowShouldBe422WithItsPlace() {
        problem(post("{\"items\":[{\"name\":\"a\"},{\"name\":\"b\",\"nam\":1}]}"), 422, "UNKNOWN_FIELD")
                .body("errors[0].pointer", equalTo("/items/1/nam"))
                .body("errors[0].row", equalTo(1));
    }

    @Test
    void wrongTypeInARowShouldBe422WithItsPlace() {
        problem(post("{\"items\":[{\"name\":\"a\",\"value\":\"many\"}]}"), 422, "INVALID_FIELD")
                .body("errors[0].pointer", equalTo("/items/0/value"));
        problem(post("{\"items\":[{\"name\":7}]}"), 422, "INVALID_FIELD");
    }

    @Test
    void valueThatItsTypeRefusesShouldSayWhy() {
        problem(post("{\"items\":[{\"name\":\"a\",\"period\":\"2024-Q5\"}]}"), 422, "INVALID_FIELD")
                .body("errors[0].pointer", equalTo("/items/0/period"))
                .body("errors[0].detail", containsString("2024-Q5"));
    }

    @Test
    void violatedConstraintShouldBe422WithItsPlace() {
        problem(post("{\"items\":[{\"name\":\"\"}]}"), 422, "INVALID_FIELD")
                .body("errors[0].pointer", equalTo("/items/0/name"))
                .body("errors[0].row", equalTo(0));
    }

    @Test
    void unknownParameterShouldBe400() {
        problem(given().get("/probe?fliter=x").then(), 400, "UNKNOWN_PARAMETER")
                .body("errors[0].pointer", equalTo("fliter"))
                .body("errors[0].detail", containsString("filter"));
    }

    @Test
    void parameterThatCannotBeReadShouldBe400() {
        problem(given().get("/probe?period=2024-Q5").then(), 400, "INVALID_PARAMETER");
        problem(given().get("/probe?pageSize=many").then(), 400, "INVALID_PARAMETER");
        problem(given().get("/probe?pageSize=1001").then(), 400, "INVALID_PARAMETER");
    }

    @Test
    void unknownPathMethodAndMediaTypeShouldBeProblems() {
        problem(given().get("/nothing").then(), 404, "NOT_FOUND");
        problem(given().delete("/probe").then(), 405, "METHOD_NOT_ALLOWED");
        problem(given().contentType("text/plain").body("x").post("/probe").then(), 415, "UNSUPPORTED_MEDIA_TYPE");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void bodyAboveTheLimitShouldBe413WhetherItsLengthIsKnownOrNot(boolean known) throws Exception {
        byte[] megabyte = new byte[1024 * 1024];
        Arrays.fill(megabyte, (byte) ' ');
        var chunked = HttpRequest.BodyPublishers.ofByteArrays(Collections.nCopies(50, megabyte));
        var request = HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/probe"))
                .header("Content-Type", "application/json")
                .POST(known ? HttpRequest.BodyPublishers.fromPublisher(chunked, 50L * megabyte.length) : chunked)
                .build();
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(answer.body()).contains("PAYLOAD_TOO_LARGE");
        }
    }

    @Test
    void unexpectedFailureShouldTellNothingButAnId() {
        problem(given().get("/probe/failure").then(), 500, "INTERNAL_ERROR")
                .body(not(containsString("secret")))
                .body(not(containsString("IllegalState")));
    }

    @Test
    void callerWhoBreaksOffAnAnswerShouldBeNoErrorOfTheService() throws Exception {
        Logger logger = Logger.getLogger(ProblemMappers.class.getName());
        Queue<LogRecord> said = new ConcurrentLinkedQueue<>();
        Handler listener = new Listener(said);
        logger.addHandler(listener);
        logger.setLevel(Level.ALL);
        try {
            // Not every time does the service still write when it learns of it.
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                breakOff();
                assertThat(said).extracting(LogRecord::getMessage).anyMatch(m -> m.contains("broken off"));
            });
            assertThat(said).allMatch(entry -> entry.getLevel().intValue() <= Level.FINE.intValue());
        } finally {
            logger.removeHandler(listener);
            logger.setLevel(null);
        }
    }

    private static void breakOff() throws IOException {
        try (Socket caller = new Socket("localhost", RestAssured.port)) {
            caller.getOutputStream().write("GET /probe/large HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(US_ASCII));
            assertThat(caller.getInputStream().readNBytes(1000)).startsWith("HTTP/1.1 200".getBytes(US_ASCII));
        }
    }

    private static final class Listener extends Handler {

        private final Queue<LogRecord> said;

        Listener(Queue<LogRecord> said) {
            this.said = said;
        }

        @Override
        public void publish(LogRecord entry) {
            said.add(entry);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @Test
    void missingTokenShouldBe401AndMissingRole403() {
        problem(given().get("/probe/steward").then(), 401, "UNAUTHENTICATED");
        problem(given().auth().oauth2("not.a.token").get("/probe/someone").then(), 401, "UNAUTHENTICATED");
        problem(
                given().auth()
                        .oauth2(TestTokens.reporter("870"))
                        .get("/probe/steward")
                        .then(),
                403,
                "FORBIDDEN");
        given().auth().oauth2(TestTokens.steward()).get("/probe/steward").then().statusCode(204);
    }

    @Test
    void pagesShouldFollowTheCursorToTheEnd() {
        String second = given().get("/probe?filter=a")
                .then()
                .body("items", hasSize(100))
                .extract()
                .path("next");
        String third = given().get("/probe?filter=a&cursor=" + second)
                .then()
                .body("items[0]", equalTo(100))
                .extract()
                .path("next");
        given().get("/probe?filter=a&cursor=" + third)
                .then()
                .body("items", hasSize(50))
                .body("next", nullValue());
        problem(given().get("/probe?filter=b&cursor=" + second).then(), 400, "INVALID_CURSOR");
        problem(given().get("/probe?cursor=%2F%2F").then(), 400, "INVALID_CURSOR");
    }

    @Test
    void decimalsShouldKeepTheirScale() {
        String body = given().contentType(ContentType.JSON)
                .body("{\"items\":[{\"name\":\"a\",\"value\":54.30}]}")
                .post("/probe")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(body).contains("54.30");
    }

    @Test
    void nulInAParameterShouldBe400() {
        problem(given().urlEncodingEnabled(false).get("/probe?filter=a%00b").then(), 400, "INVALID_PARAMETER");
    }

    private static ValidatableResponse post(String body) {
        return given().contentType(ContentType.JSON).body(body).post("/probe").then();
    }

    private static ValidatableResponse problem(ValidatableResponse answer, int status, String code) {
        return answer.statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("code", equalTo(code))
                .body("traceId", notNullValue());
    }
}
