package vn.nhipso.indicator.measurement.file;

import static io.restassured.RestAssured.given;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import vn.nhipso.kit.testing.TestTokens;
import vn.nhipso.kit.web.Uploads;

/** Files as people would send them. */
final class Files {

    static final String BATCHES = "/v1/measurement-batches";

    private Files() {}

    static Response csv(String query, String content) {
        return send(Uploads.CSV, query, content.getBytes(StandardCharsets.UTF_8));
    }

    static Response xlsx(String query, Consumer<Worksheet> sheet) throws IOException {
        return send(Uploads.XLSX, query, workbook(sheet));
    }

    static Response send(String type, String query, byte[] content) {
        return request(type).body(content).post(BATCHES + query);
    }

    static RequestSpecification request(String type) {
        return given().auth()
                .oauth2(TestTokens.steward())
                .config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .header("Accept-Language", "en")
                .contentType(type);
    }

    static byte[] workbook(Consumer<Worksheet> fill) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            fill.accept(workbook.newWorksheet("s"));
        }
        return bytes.toByteArray();
    }

    static void row(Worksheet sheet, int row, String... cells) {
        for (int column = 0; column < cells.length; column++) {
            sheet.value(row, column, cells[column]);
        }
    }

    /** Counts of eight communes of a district, day after day. */
    static String counts(String indicator, String district, int from, int to) {
        StringBuilder csv = new StringBuilder("indicator,unit,period,scope,value\n");
        for (int row = from; row < to; row++) {
            csv.append(indicator)
                    .append(',')
                    .append(district)
                    .append('-')
                    .append(row % 8)
                    .append(',');
            csv.append(day(row)).append(",OWN,").append(row).append('\n');
        }
        return csv.toString();
    }

    static LocalDate day(int row) {
        return LocalDate.of(2021, 1, 1).plusDays(row / 8);
    }

    /** The job at its end. */
    static Response finished(String location) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> Set.of("SUCCEEDED", "FAILED", "CANCELLED")
                .contains(job(location).path("status")));
        return job(location);
    }

    private static Response job(String location) {
        return given().auth()
                .oauth2(TestTokens.operator())
                .header("Accept-Language", "en")
                .get(location);
    }
}
