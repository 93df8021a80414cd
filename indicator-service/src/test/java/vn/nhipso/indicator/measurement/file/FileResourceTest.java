package vn.nhipso.indicator.measurement.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static vn.nhipso.indicator.Province.item;
import static vn.nhipso.indicator.Province.read;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nhipso.indicator.Province;
import vn.nhipso.kit.testing.NhipsoTestResource;
import vn.nhipso.kit.testing.TestTokens;
import vn.nhipso.kit.web.Uploads;

@QuarkusTest
@WithTestResource(NhipsoTestResource.class)
class FileResourceTest {

    private static final String VIETNAMESE = "?numberFormat=vi-VN";
    private static boolean made;

    @BeforeEach
    void communes() {
        Province.exists();
        if (!made) {
            made = true;
            Province.communes("60002", 8);
            Province.define("FT02", "RATIO", "STOCK", "ANY", "\"DISTRICT\",\"COMMUNE\"", "");
            Province.define("FT03", "COUNT", "STOCK", "ANY", "\"COMMUNE\"", "\"unitOfMeasure\":\"count\",");
        }
    }

    @Test
    void vietnameseFileShouldBeReadAsItDeclares() {
        Files.csv(VIETNAMESE, """
                \uFEFFChỉ tiêu;Tên chỉ tiêu;Đơn vị;Kỳ;Phạm vi;Tử số;Mẫu số;Giá trị;Mức chính xác;Nguồn;Ngày văn bản;Đánh giá
                FT02;Hồ sơ trực tuyến;60002;2022-H1;toàn đơn vị;9.475;15.684;60,41%;;Sơ kết;09/08/2022;chưa đạt
                FT03;;60002-1;2022-H1;OWN;;;1,9 triệu;khoảng hơn;;;
                FT03;;60002-2;2022-H1;OWN;;;;;;;
                """).then().statusCode(201).body("accepted", equalTo(2));

        String ratio = read("indicator=FT02&unit=60002&period=2022-H1").asString();
        assertThat(ratio)
                .contains(
                        "\"numerator\":9475,", "\"denominator\":15684,", "\"value\":60.41,", "\"date\":\"2022-08-09\"")
                .contains("\"status\":\"chưa đạt\"");
        read("indicator=FT03&period=2022-H1")
                .then()
                .body("items", hasSize(1))
                .body("items[0].value", equalTo(1_900_000))
                .body("items[0].qualifiers", contains("AT_LEAST", "ABOUT"));
    }

    @Test
    void numberFormatShouldBeSaid() {
        String file = "indicator,unit,period,scope,value\nFT03,60002-1,2022-01,OWN,9.475\n";

        Files.csv("", file).then().statusCode(400).body("code", equalTo("NUMBER_FORMAT_MISSING"));
        Files.csv("?numberFormat=en", file).then().statusCode(400).body("code", equalTo("INVALID_PARAMETER"));
        Files.csv(VIETNAMESE, file).then().statusCode(201);
        read("indicator=FT03&period=2022-01").then().body("items.valueText", contains("9475"));
        Files.csv("?numberFormat=plain", file).then().statusCode(201);
        read("indicator=FT03&period=2022-01").then().body("items.valueText", contains("9.475"));
    }

    @Test
    void whatIsWrongShouldBeToldByLineAndColumn() {
        Files.csv(VIETNAMESE, """
                indicator,unit,period,scope,numerator,value,source_date
                FT02,60002-1,2022-02,OWN,94.75,,
                FT02,60002-1,2022-02,OWN,60%,,
                FT02,60002-1,2022-02,ALL,,x,31/02/2022
                ,60002-1,2022-02,OWN,,1,
                """)
                .then()
                .statusCode(422)
                .body("code", equalTo("BATCH_REJECTED"))
                .body("errors.row", contains(2, 3, 4, 4, 4, 5))
                .body(
                        "errors.pointer",
                        contains("/numerator", "/numerator", "/value", "/scope", "/source_date", "/indicator"))
                .body(
                        "errors.code",
                        contains(
                                "NUMBER_AMBIGUOUS",
                                "NUMBER_MALFORMED",
                                "NUMBER_MALFORMED",
                                "INVALID_FIELD",
                                "INVALID_FIELD",
                                "FIELD_MISSING"));
    }

    @Test
    void numbersOfAWorkbookShouldBeWhatTheirCellsShow() throws IOException {
        Files.xlsx(VIETNAMESE, sheet -> {
                    Files.row(sheet, 0, "indicator", "unit", "period", "scope", "numerator", "value");
                    Files.row(sheet, 1, "FT02", "60002-1", "2022-03", "OWN");
                    sheet.value(1, 4, 9.475);
                    sheet.value(1, 5, 0.6041);
                    sheet.style(1, 5).format("0.00%").set();
                    Files.row(sheet, 2, "FT02", "60002-2", "2022-03", "OWN", "9.475", "54,30");
                    Files.row(sheet, 3, "FT02", "60002-3", "2022-03", "OWN");
                    sheet.value(3, 5, 54.3);
                    sheet.style(3, 5).format("0.00").set();
                })
                .then()
                .statusCode(201);

        assertThat(read("indicator=FT02&period=2022-03").asString())
                .contains(
                        "\"numerator\":9.475,\"value\":60.41,",
                        "\"numerator\":9475,\"value\":54.30,",
                        "\"valueText\":\"54.30\"");
    }

    @Test
    void formShouldBeReadLikeItsFile() {
        byte[] file =
                "indicator,unit,period,scope,value\nFT03,60002-1,2022-04,OWN,5\n".getBytes(StandardCharsets.UTF_8);

        for (int status : List.of(201, 200)) {
            RestAssured.given()
                    .auth()
                    .oauth2(TestTokens.steward())
                    .multiPart("file", "a.csv", file, "text/csv")
                    .post(Files.BATCHES + VIETNAMESE)
                    .then()
                    .statusCode(status);
        }
        RestAssured.given()
                .auth()
                .oauth2(TestTokens.steward())
                .multiPart("other", "a.csv", file, "text/csv")
                .post(Files.BATCHES + VIETNAMESE)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/file"));
    }

    @Test
    void sameKeyShouldGetTheSameAnswer() {
        String file = "indicator,unit,period,scope,value\nFT03,60002-1,2022-05,OWN,%d\n";
        for (int again = 0; again < 2; again++) {
            keyed(file.formatted(5)).then().statusCode(201).body("accepted", equalTo(1));
        }
        keyed(file.formatted(6)).then().statusCode(409);
    }

    @Test
    void packedFileShouldBeReadLikeAPlainOne() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(
                    "indicator,unit,period,scope,value\nFT03,60002-1,2022-06,OWN,5\n".getBytes(StandardCharsets.UTF_8));
        }
        Files.request(Uploads.CSV)
                .header("Content-Encoding", "gzip")
                .body(packed.toByteArray())
                .post(Files.BATCHES + VIETNAMESE)
                .then()
                .statusCode(201);
    }

    @Test
    void fourFormatsShouldGiveTheSameState() throws IOException {
        String[] items = {
            item("FT02", "60002-1", "2022-07", "OWN", "\"numerator\":88,\"denominator\":143,\"value\":62.0"),
            item("FT03", "60002-2", "2022-07", "WHOLE", "\"value\":1900.5,\"qualifiers\":[\"ABOUT\"],\"note\":\"x\""),
        };
        String csv = "indicator,unit,period,scope,numerator,denominator,value,qualifiers,note\n"
                + "FT02,60002-1,2022-07,OWN,88,143,62.0,,\nFT03,60002-2,2022-07,WHOLE,,,1900.5,ABOUT,x\n";

        Province.send(items).then().statusCode(201);
        String state = read("period=2022-07&unit=60002-1&unit=60002-2").asString();
        Files.send(Uploads.NDJSON, "", String.join("\n", items).getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(200)
                .body("unchanged", equalTo(2));
        Files.csv("?numberFormat=plain", csv).then().statusCode(200).body("unchanged", equalTo(2));
        Files.xlsx("?numberFormat=vi-VN", sheet -> {
                    String[] rows = csv.replace("62.0", "62,0")
                            .replace("1900.5", "1.900,5")
                            .split("\n");
                    for (int row = 0; row < rows.length; row++) {
                        Files.row(
                                sheet,
                                row,
                                rows[row]
                                        .replace("62,0", "62;0")
                                        .replace("1.900,5", "1.900;5")
                                        .split(","));
                    }
                    sheet.value(1, 6, "62,0");
                    sheet.value(2, 6, "1.900,5");
                })
                .then()
                .statusCode(200)
                .body("unchanged", equalTo(2));
        assertThat(read("period=2022-07&unit=60002-1&unit=60002-2").asString()).isEqualTo(state);
    }

    @Test
    void fourFormatsShouldRefuseTheSame() throws IOException {
        String[] items = {
            item("FT02", "60002-1", "2022-08", "OWN", "\"numerator\":5,\"denominator\":4"),
            item("FT03", "60002-2", "2022-99", "OWN", "\"value\":1"),
            item("FT03", "60002-3", "2022-08", "CHILDREN", "\"value\":1"),
            item("FT03", "60002-4", "2022-08", "OWN", "\"value\":1"),
            item("FT03", "60002-4", "2022-08", "OWN", "\"value\":2"),
        };
        String csv = """
                indicator,unit,period,scope,numerator,denominator,value
                FT02,60002-1,2022-08,OWN,5,4,
                FT03,60002-2,2022-99,OWN,,,1
                FT03,60002-3,2022-08,CHILDREN,,,1
                FT03,60002-4,2022-08,OWN,,,1
                FT03,60002-4,2022-08,OWN,,,2
                """;
        List<String> codes = codes(Province.send(items));

        assertThat(codes).hasSize(5).contains("CONFLICTING_ROWS", "PERIOD_INVALID");
        assertThat(codes(Files.send(Uploads.NDJSON, "", String.join("\n", items).getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(codes);
        assertThat(codes(Files.csv("?numberFormat=plain", csv))).isEqualTo(codes);
        assertThat(codes(Files.xlsx("?numberFormat=plain", sheet -> {
                    String[] rows = csv.split("\n");
                    for (int row = 0; row < rows.length; row++) {
                        Files.row(sheet, row, rows[row].split(","));
                    }
                })))
                .isEqualTo(codes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "indicator\nFT02\n",
                "indicator,unit,period,scope,value,colour\n1,2,3,4,5,6\n",
                "indicator,unit,period,scope,value,value\n1,2,3,4,5,6\n",
                "PK\u0003\u0004",
                "\u0000\u0000\u0000\u0000",
            })
    void fileThatIsNoneShouldBeRefusedAsAWhole(String content) {
        Response answer = Files.csv(VIETNAMESE, content);

        assertThat(answer.statusCode()).isIn(400, 422);
        assertThat(answer.<String>path("code")).isNotBlank();
    }

    @Test
    void fileMayBecomeAJobIfItsSenderDoesNotWantToWait() {
        String file = "indicator,unit,period,scope,value\nFT03,60002-1,2022-09,OWN,5\nFT03,60002-2,2022-09,OWN,-5\n";
        String location = Files.request(Uploads.CSV)
                .header("Prefer", "respond-async")
                .body(file)
                .post(Files.BATCHES + "?numberFormat=plain&mode=PARTIAL")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        String path = location.replaceFirst(".*/v1", "/v1");

        Files.finished(path)
                .then()
                .body("status", equalTo("SUCCEEDED"))
                .body("result.accepted", equalTo(1))
                .body("result.rejected", equalTo(1))
                .body("result.report", endsWith("/report"));
        String report = Files.finished(path).path("result.report");
        String csv = RestAssured.given()
                .auth()
                .oauth2(TestTokens.steward())
                .header("Accept-Language", "en")
                .get(report)
                .then()
                .statusCode(200)
                .contentType(containsString("text/csv"))
                .extract()
                .asString();
        assertThat(csv)
                .contains("row,indicator,unit,period,scope,outcome,code,detail")
                .contains("3,FT03,60002-2,2022-09,OWN,REJECTED,NEGATIVE_NUMBER,");
        RestAssured.given().get(report).then().statusCode(401);
        RestAssured.given()
                .auth()
                .oauth2(TestTokens.reporter("870"))
                .get(report)
                .then()
                .statusCode(404)
                .body("code", equalTo("REPORT_NOT_FOUND"));
    }

    @Test
    void fileOfAReporterShouldWaitInItsReturns() {
        Files.csv("?numberFormat=plain", "indicator,unit,period,scope,value\nFT03,60002-5,2022-10,OWN,5\n")
                .then()
                .statusCode(201);
        String location = RestAssured.given()
                .auth()
                .oauth2(TestTokens.reporter("60002"))
                .contentType(Uploads.CSV)
                .header("Prefer", "respond-async")
                .body("indicator,unit,period,scope,value,reason_code\nFT03,60002-5,2022-10,OWN,6,MISPRINT\n"
                        + "FT03,60002-6,2022-10,OWN,7,\n")
                .post(Files.BATCHES + "?numberFormat=plain")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");

        Files.finished(location).then().body("status", equalTo("SUCCEEDED")).body("result.accepted", equalTo(2));
        read("indicator=FT03&period=2022-10").then().body("items.value", contains(5));
        for (String unit : List.of("60002-5", "60002-6")) {
            RestAssured.given()
                    .auth()
                    .oauth2(TestTokens.reporter("60002"))
                    .get("/v1/returns?period=2022-10&unit=" + unit)
                    .then()
                    .statusCode(200)
                    .body("items.status", contains("DRAFT"));
        }
    }

    @Test
    void longFileShouldBecomeAJobAndBeTakenInWhole() {
        String location = Files.csv("?numberFormat=plain", Files.counts("FT03", "60002", 0, 300))
                .then()
                .statusCode(202)
                .extract()
                .header("Location");

        Files.finished(location)
                .then()
                .body("status", equalTo("SUCCEEDED"))
                .body("result.accepted", equalTo(300))
                .body("progress.phase", equalTo("STORING"))
                .body("errors", nullValue());
        read("indicator=FT03&period=" + Files.day(299)).then().body("items", hasSize(4));
        Files.finished(Files.csv(
                                "?numberFormat=plain&mode=PARTIAL",
                                Files.counts("FT03", "60002", 0, 300) + "FT03,60002-1,2021-01-01,OWN,7\n")
                        .header("Location"))
                .then()
                .body("result.unchanged", equalTo(299))
                .body("result.rejected", equalTo(2));
    }

    @Test
    void longFileWithABadRowShouldStoreNothing() {
        String location = Files.csv(
                        "?numberFormat=plain",
                        Files.counts("FT03", "60002", 6_000, 6_300) + "FT03,60002-1,2024-12-31,OWN,-1\n"
                                + "FT03,60002-1,2024-12-31,OWN,1\n")
                .header("Location");

        Files.finished(location)
                .then()
                .body("status", equalTo("FAILED"))
                .body("errors.code", contains("BATCH_REJECTED", "CONFLICTING_ROWS", "CONFLICTING_ROWS"))
                .body("errors.row", contains(null, 302, 303));
        read("indicator=FT03&period=" + Files.day(6_200)).then().body("items", hasSize(0));
    }

    private static Response keyed(String file) {
        return Files.request(Uploads.CSV)
                .header("Idempotency-Key", "ft-file-1")
                .body(file)
                .post(Files.BATCHES + VIETNAMESE);
    }

    private static List<String> codes(Response answer) {
        return answer.then().statusCode(422).extract().path("errors.code");
    }
}
