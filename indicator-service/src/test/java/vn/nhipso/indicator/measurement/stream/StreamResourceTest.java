package vn.nhipso.indicator.measurement.stream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static vn.nhipso.indicator.Province.item;
import static vn.nhipso.indicator.Province.read;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nhipso.indicator.Province;
import vn.nhipso.kit.testing.NhipsoTestResource;
import vn.nhipso.kit.testing.TestTokens;

@QuarkusTest
@WithTestResource(NhipsoTestResource.class)
class StreamResourceTest {

    private static final String COUNT = "FT01";
    private static final String PARTIAL = "/v1/measurement-batches?mode=PARTIAL";
    private static final String NDJSON = "application/x-ndjson";
    private static final List<String> COMMUNES =
            IntStream.range(0, 8).mapToObj(i -> "60001-" + i).toList();
    private static boolean made;

    @TestHTTPResource("/v1/measurement-batches")
    URI batches;

    @BeforeEach
    void communes() {
        Province.exists();
        if (!made) {
            made = true;
            Province.communes("60001", COMMUNES.size());
            Province.define("FT09", "COUNT", "STOCK", "ANY", "\"COMMUNE\"", "\"unitOfMeasure\":\"count\",");
            Province.define("FT10", "COUNT", "STOCK", "ANY", "\"COMMUNE\"", "\"unitOfMeasure\":\"count\",");
            Province.define("FT11", "COUNT", "STOCK", "ANY", "\"COMMUNE\"", "\"unitOfMeasure\":\"count\",");
            Province.define(COUNT, "COUNT", "STOCK", "ANY", "\"COMMUNE\"", "\"unitOfMeasure\":\"count\",");
        }
    }

    @Test
    void everyLineShouldBeAMeasurement() {
        stream("", count(0, "2022-01", 7), "", count(1, "2022-01", 8) + "\r", "  ", count(2, "2022-01", 9))
                .then()
                .statusCode(207)
                .body("accepted", equalTo(3))
                .body("rejected", equalTo(0))
                .body("sequence", startsWith("indicator:"))
                .body("results", hasSize(0));

        read("indicator=" + COUNT + "&period=2022-01").then().body("items.value", contains(7, 8, 9));
    }

    @Test
    void laterRowOfTheSameMeasurementShouldBeALaterRevision() {
        stream("", count(0, "2022-02", 1), count(0, "2022-02", 2), count(1, "2022-02", 5), count(0, "2022-02", 1))
                .then()
                .statusCode(207)
                .body("accepted", equalTo(4));

        read("indicator=" + COUNT + "&period=2022-02")
                .then()
                .body("items.value", contains(1, 5))
                .body("items.revision", contains(3, 1));
    }

    @Test
    void badLineShouldBeToldByItsPlaceAndStopNothing() {
        stream(
                        "",
                        count(0, "2022-03", 1),
                        "{\"indicator\":",
                        "[]",
                        "{} {}",
                        "x".repeat(300_000),
                        "\"" + "é".repeat(3) + "\"",
                        "{\"colour\":1}",
                        count(1, "2022-99", 1),
                        count(1, "2022-03", 1))
                .then()
                .statusCode(207)
                .body("accepted", equalTo(2))
                .body("rejected", equalTo(7))
                .body("results.row", contains(1, 2, 3, 4, 5, 6, 7))
                .body("results[0].errors[0].code", equalTo("LINE_MALFORMED"))
                .body("results[1].errors[0].code", equalTo("INVALID_FIELD"))
                .body("results[2].errors[0].code", equalTo("LINE_MALFORMED"))
                .body("results[3].errors[0].code", equalTo("LINE_TOO_LONG"))
                .body(
                        "results[5].errors.code",
                        contains("UNKNOWN_FIELD", "FIELD_MISSING", "FIELD_MISSING", "FIELD_MISSING", "FIELD_MISSING"))
                .body("results[5].errors[0].pointer", equalTo("/colour"))
                .body("results[6].errors[0].code", equalTo("PERIOD_INVALID"));
    }

    @Test
    void dryRunOfAStreamShouldStoreNothing() {
        stream("&dryRun=true", count(0, "2022-04", 1)).then().statusCode(207).body("accepted", equalTo(1));

        read("indicator=" + COUNT + "&period=2022-04").then().body("items", hasSize(0));
    }

    @Test
    void atomicStreamShouldStoreAllOrNothing() {
        atomic(count(0, "2022-05", 1), item(COUNT, COMMUNES.get(1), "2022-05", "OWN", "\"value\":-1"))
                .post("/v1/measurement-batches")
                .then()
                .statusCode(422)
                .body("code", equalTo("BATCH_REJECTED"))
                .body("errors[0].row", equalTo(1))
                .body("errors[0].pointer", equalTo("/value"));
        read("indicator=" + COUNT + "&period=2022-05").then().body("items", hasSize(0));

        atomic(count(0, "2022-05", 1))
                .post("/v1/measurement-batches")
                .then()
                .statusCode(201)
                .body("accepted", equalTo(1));
        atomic(count(0, "2022-05", 1))
                .post("/v1/measurement-batches")
                .then()
                .statusCode(200)
                .body("unchanged", equalTo(1));
    }

    @Test
    void sameKeyShouldGetTheSameAnswerOfAnAtomicStream() {
        for (int again = 0; again < 2; again++) {
            atomic(count(2, "2022-05", 1))
                    .header("Idempotency-Key", "ft-stream-1")
                    .post("/v1/measurement-batches")
                    .then()
                    .statusCode(201)
                    .body("accepted", equalTo(1));
        }
        atomic(count(2, "2022-05", 2))
                .header("Idempotency-Key", "ft-stream-1")
                .post("/v1/measurement-batches")
                .then()
                .statusCode(409);
    }

    @Test
    void longAtomicStreamShouldBeStoredAsAWholeOrNotAtAll() {
        String bad = item("FT09", COMMUNES.getFirst(), "2024-01-01", "OWN", "\"value\":-1");
        byte[] rows = days("FT09", 0, 300);
        String text = new String(rows, StandardCharsets.UTF_8);

        atomic(text + bad)
                .post("/v1/measurement-batches")
                .then()
                .statusCode(422)
                .body("rejected", equalTo(1))
                .body("errors[0].row", equalTo(300));
        atomic(text + text.substring(0, text.indexOf('\n')).replace("\"value\":0", "\"value\":7"))
                .post("/v1/measurement-batches")
                .then()
                .statusCode(422)
                .body("errors.code", contains("CONFLICTING_ROWS", "CONFLICTING_ROWS"));
        assertThat(stored("FT09", day(0))).isZero();
        for (int again = 0; again < 2; again++) {
            atomic(text)
                    .header("Idempotency-Key", "ft-stream-2")
                    .post("/v1/measurement-batches")
                    .then()
                    .statusCode(201)
                    .body("accepted", equalTo(300));
        }
        assertThat(stored("FT09", day(299))).isEqualTo(4);
    }

    @Test
    void draftsOfALongAtomicStreamShouldBeHeldAgainstWhatStands() {
        String reporter = TestTokens.reporter("60001");
        Province.send(item("FT11", COMMUNES.getFirst(), day(0).toString(), "OWN", "\"value\":1000000"))
                .then()
                .statusCode(201);

        given().auth()
                .oauth2(reporter)
                .config(plain())
                .contentType(NDJSON)
                .body(days("FT11", COMMUNES.size(), 601 + COMMUNES.size()))
                .post("/v1/measurement-batches")
                .then()
                .statusCode(201)
                .body("accepted", equalTo(601));

        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> given().auth()
                .oauth2(reporter)
                .get("/v1/findings?indicator=FT11&code=JUMP&unit=" + COMMUNES.getFirst())
                .then()
                .body("items.period", hasItem(day(COMMUNES.size()).toString())));
        assertThat(stored("FT11", day(COMMUNES.size()))).isZero();
    }

    @Test
    void streamWithAKeyShouldGoOnWhereItBrokeOffAndCountNothingTwice() throws IOException {
        byte[] rows = days("FT10", 0, 300);
        byte[] whole = gzip(rows);

        keyed(Arrays.copyOf(whole, whole.length - 50)).then().statusCode(400).body("accepted", equalTo(200));
        for (int again = 0; again < 2; again++) {
            keyed(whole).then().statusCode(207).body("accepted", equalTo(300)).body("unchanged", equalTo(0));
        }
        rows[rows.length - 3] ^= 1;
        keyed(gzip(rows)).then().statusCode(409).body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
        keyed(gzip(days("FT10", 0, 301))).then().statusCode(409);
        keyed(gzip(days("FT10", 0, 10))).then().statusCode(409);
    }

    @Test
    void streamCutOffInTheMiddleShouldKeepWhatWasCommittedAndSayIt() throws IOException {
        byte[] whole = gzip(days(COUNT, 0, 350));
        byte[] cut = Arrays.copyOf(whole, whole.length - 50);

        partial()
                .header("Content-Encoding", "gzip")
                .body(cut)
                .post(PARTIAL)
                .then()
                .statusCode(400)
                .body("code", equalTo("MALFORMED_REQUEST"))
                .body("accepted", equalTo(200));

        partial()
                .header("Content-Encoding", "gzip")
                .body(whole)
                .post(PARTIAL)
                .then()
                .statusCode(207)
                .body("accepted", equalTo(150))
                .body("unchanged", equalTo(200));
    }

    @Test
    void connectionLostInTheMiddleShouldKeepWhatWasCommitted() throws IOException {
        byte[] rows = days(COUNT, 400, 700);
        try (Socket socket = new Socket(batches.getHost(), batches.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST /v1/measurement-batches?mode=PARTIAL HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                            + TestTokens.steward()
                            + "\r\nContent-Type: application/x-ndjson\r\nContent-Length: 999999999\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(rows);
            out.flush();
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> stored(COUNT, day(599)) > 0);
        }
        assertThat(stored(COUNT, day(699))).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {NDJSON, "application/json"})
    void gzipBombShouldBe413(String type) throws IOException {
        given().auth()
                .oauth2(TestTokens.steward())
                .config(plain())
                .contentType(type)
                .header("Content-Encoding", "gzip")
                .body(gzip(new byte[40 * 1024 * 1024]))
                .post(PARTIAL)
                .then()
                .statusCode(413)
                .body("code", equalTo("PAYLOAD_TOO_LARGE"));
    }

    @Test
    void packedJsonShouldBeReadLikePlainJson() throws IOException {
        given().auth()
                .oauth2(TestTokens.steward())
                .config(plain())
                .contentType("application/json")
                .header("Content-Encoding", "gzip")
                .body(gzip(Province.batch(count(3, "2022-05", 1)).getBytes(StandardCharsets.UTF_8)))
                .post("/v1/measurement-batches")
                .then()
                .statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "deflate", "zstd", "gzip, gzip"})
    void otherPackingShouldBeRefused(String encoding) {
        partial()
                .body(count(0, "2022-05", 1))
                .header("Content-Encoding", encoding)
                .post(PARTIAL)
                .then()
                .statusCode(415);
    }

    private static Response keyed(byte[] packed) {
        return partial()
                .header("Content-Encoding", "gzip")
                .header("Idempotency-Key", "ft-stream-3")
                .body(packed)
                .post(PARTIAL);
    }

    private static int stored(String indicator, LocalDate day) {
        return read("indicator=" + indicator + "&period=" + day).path("items.size()");
    }

    /** Rows of the communes, day after day. */
    private static byte[] days(String indicator, int from, int to) {
        StringBuilder lines = new StringBuilder();
        for (int row = from; row < to; row++) {
            lines.append(item(
                            indicator,
                            "60001-" + row % COMMUNES.size(),
                            day(row).toString(),
                            "OWN",
                            "\"value\":" + row))
                    .append('\n');
        }
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static LocalDate day(int row) {
        return LocalDate.of(2021, 1, 1).plusDays(row / COMMUNES.size());
    }

    private static String count(int commune, String period, int value) {
        return item(COUNT, "60001-" + commune, period, "OWN", "\"value\":" + value);
    }

    private static Response stream(String query, String... lines) {
        return partial().body(String.join("\n", lines)).post(PARTIAL + query);
    }

    private static RequestSpecification atomic(String... lines) {
        return partial().body(String.join("\n", lines));
    }

    private static RequestSpecification partial() {
        return given().auth().oauth2(TestTokens.steward()).config(plain()).contentType(NDJSON);
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(content);
        }
        return packed.toByteArray();
    }

    /** Bodies as they are given. */
    private static RestAssuredConfig plain() {
        return RestAssuredConfig.config()
                .encoderConfig(EncoderConfig.encoderConfig()
                        .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                        .encodeContentTypeAs(NDJSON, ContentType.TEXT));
    }
}
