package vn.nhipso.indicator.measurement.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.nhipso.indicator.Province;
import vn.nhipso.kit.testing.NhipsoTestResource;
import vn.nhipso.kit.testing.TestTokens;
import vn.nhipso.kit.web.Uploads;

/** Whatever is sent as a batch, in whatever format: answered, with a code where it is refused, and never a failure. */
@QuarkusTest
@WithTestResource(NhipsoTestResource.class)
class HostileFilesTest {

    private static final String JSON = "application/json";
    private static final String ROW =
            "{\"indicator\":\"FT08\",\"unit\":\"60005-0\",\"period\":\"2022-01\",\"scope\":\"OWN\"%s}";
    private static final String HEADER =
            "indicator,unit,period,scope,numerator,denominator,value,qualifiers,absence,note,reason_code,source_date,stated_rank\n";

    /** None of them a value that a field could have. */
    private static final List<String> TOKENS = List.of(
            "NaN",
            "Infinity",
            "1e400",
            "-1e400",
            "1e999999999999",
            "1e-2147483640",
            "-0.0000000001",
            "0x10",
            "01",
            "+1",
            ".5",
            "1.",
            "9".repeat(2_000),
            "true",
            "{}",
            "[]",
            "[[[[[[]]]]]]",
            "[".repeat(3_000),
            "{\"a\":".repeat(1_500),
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"a",
            "'a'",
            "undefined",
            "\"" + "x".repeat(70_000) + "\"",
            "[null,1,{}]",
            "{\"code\":7}",
            "\"\\x\"",
            "/**/1",
            "1,,2");

    private static final List<String> CELLS = List.of(
            "NaN",
            "1e400",
            "-1",
            "1,2.3,4",
            "=1+1",
            "@SUM(A1)",
            "\u0000",
            "\"",
            "\"\"\"",
            "a\"b",
            "\uFFFD",
            "\uFEFF",
            "\u202E",
            "9".repeat(200),
            "x".repeat(5_000),
            "0.1.2",
            "60%%",
            "1 2 3",
            "null",
            "{}",
            "OWN OWN",
            "31/02/2022",
            "2022-13-45",
            "99999999999999999999",
            "\t",
            "\u0007");

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static boolean made;

    @TestHTTPResource("/v1/measurement-batches")
    URI batches;

    private int sent;

    @BeforeEach
    void commune() {
        Province.exists();
        if (!made) {
            made = true;
            Province.communes("60005", 1);
            Province.define("FT08", "COUNT", "STOCK", "ANY", "\"COMMUNE\"", "\"unitOfMeasure\":\"count\",");
        }
    }

    @Test
    void hostileBatchShouldBeAnsweredInEveryFormat() throws Exception {
        for (String field : List.of(
                "unit",
                "indicator",
                "period",
                "scope",
                "numerator",
                "denominator",
                "value",
                "qualifiers",
                "stated",
                "reason",
                "withdrawn")) {
            for (String token : TOKENS) {
                String row = ROW.formatted(",\"" + field + "\":" + token);
                refused(JSON, "", "{\"items\":[" + row + "]}");
                refused(Uploads.NDJSON, "", row);
            }
        }
        String[] columns = HEADER.strip().split(",");
        for (int column = 4; column < columns.length; column++) {
            for (String cell : CELLS) {
                String[] row = new String[columns.length];
                Arrays.fill(row, "");
                System.arraycopy(new String[] {"FT08", "60005-0", "2022-01", "OWN"}, 0, row, 0, 4);
                row[column] = cell;
                answered(
                        Uploads.CSV,
                        "&numberFormat=" + (column % 2 == 0 ? "vi-VN" : "plain"),
                        bytes(HEADER + String.join(",", row) + "\n"));
            }
        }
        assertThat(sent).isGreaterThan(800);
    }

    @Test
    void bodyThatIsCutOffOrNoTextShouldBeAnsweredInEveryFormat() throws Exception {
        Random random = new Random(7);
        byte[] workbook = Files.workbook(sheet -> {
            Files.row(sheet, 0, "indicator", "unit", "period", "scope", "value");
            Files.row(sheet, 1, "FT08", "60005-0", "2022-01", "OWN", "5");
        });
        List<byte[]> bodies = new ArrayList<>();
        byte[] row = bytes(ROW.formatted(",\"value\":5"));
        for (int end = 1; end < row.length; end += 7) {
            bodies.add(Arrays.copyOf(row, end));
        }
        for (int part = 1; part < 20; part++) {
            bodies.add(Arrays.copyOf(workbook, workbook.length * part / 20));
            byte[] noise = new byte[part * 37];
            random.nextBytes(noise);
            bodies.add(noise);
        }
        bodies.add(HEADER.getBytes(StandardCharsets.UTF_16));
        bodies.add(("\uFEFF\uFEFF" + HEADER).getBytes(StandardCharsets.UTF_8));
        bodies.add((HEADER + "FT08,60005-0,2022-01,OWN,,,5,,,Đơn vị").getBytes(Charset.forName("windows-1258")));
        bodies.add(new byte[10_000]);
        bodies.add(gzip(new byte[100]));
        for (byte[] body : bodies) {
            for (String type : List.of(
                    JSON, Uploads.NDJSON, Uploads.CSV, Uploads.XLSX, "multipart/form-data; boundary=x", "text/plain")) {
                assertThat(answered(type, "&numberFormat=plain", body).statusCode())
                        .isBetween(400, 422);
            }
        }
    }

    @Test
    void damagedGzipShouldBeRefused() throws Exception {
        byte[] packed = gzip(bytes(ROW.formatted(",\"value\":5")));
        for (int at = 0; at < packed.length; at += 3) {
            byte[] damaged = packed.clone();
            damaged[at] ^= 0x55;
            HttpResponse<String> answer = send(request(Uploads.NDJSON, "")
                    .header("Content-Encoding", "gzip")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(damaged))
                    .build());
            // A header may say when a file was packed, and by what.
            assertThat(answer.statusCode()).isIn(200, 400, 422);
        }
    }

    @ParameterizedTest
    @EnumSource
    void lineWithoutEndShouldTakeNoMemory(HttpClient.Version version) throws Exception {
        HttpRequest request = request(Uploads.NDJSON, "&mode=PARTIAL")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new Endless(100L * 1024 * 1024)))
                .build();

        HttpResponse<String> answer;
        try (HttpClient client = HttpClient.newBuilder().version(version).build()) {
            answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        }

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(207);
        assertThat(answer.body()).contains("LINE_TOO_LONG");
    }

    private void refused(String type, String query, String body) throws IOException, InterruptedException {
        assertThat(answered(type, query, bytes(body)).statusCode())
                .as(shown(body))
                .isIn(400, 422);
    }

    private HttpResponse<String> answered(String type, String query, byte[] body)
            throws IOException, InterruptedException {
        sent++;
        HttpResponse<String> answer = send(request(type, query)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build());
        String shown = type + " " + query + " " + shown(new String(body, StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).as(shown).isBetween(200, 422);
        if (answer.statusCode() >= 400) {
            assertThat(answer.headers().firstValue("Content-Type"))
                    .as(shown)
                    .hasValueSatisfying(content -> assertThat(content).startsWith("application/problem+json"));
            assertThat(answer.body()).as(shown).contains("\"code\":\"");
        }
        return answer;
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String type, String query) {
        return HttpRequest.newBuilder(URI.create(batches + "?dryRun=true" + query))
                .header("Authorization", "Bearer " + TestTokens.steward())
                .header("Content-Type", type);
    }

    private static String shown(String body) {
        return body.length() > 200 ? body.substring(0, 200) + "…" : body;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(content);
        }
        return packed.toByteArray();
    }

    /** So many letters and no line end. */
    private static final class Endless extends InputStream {

        private long left;

        Endless(long length) {
            left = length;
        }

        @Override
        public int read() {
            return left-- > 0 ? 'x' : -1;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int count = (int) Math.min(length, left);
            Arrays.fill(buffer, offset, offset + count, (byte) 'x');
            left -= count;
            return count;
        }
    }
}
