package vn.nhipso.indicator.definition;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import vn.nhipso.kit.testing.NhipsoTestResource;
import vn.nhipso.kit.testing.TestTokens;
import vn.nhipso.kit.web.Uploads;

@QuarkusTest
@WithTestResource(NhipsoTestResource.class)
class CatalogueImportResourceTest {

    private static final String SHORT = """
            code,name_vi,name_en,unit,numerator_over_denominator,stated_at,own_levels,kind,nature,frequency,direction,above100
            CG41,Tỷ lệ hồ sơ TTHC nộp/xử lý trực tuyến,dossiers handled online,%,online dossiers / all dossiers received,PDC,PDC,RATIO,FLOW,M,UP,no
            CI41,Thuê bao băng rộng cố định trên 100 dân,fixed broadband subscriptions per 100 people,per 100,subscriptions / population × 100,PC,C,RATIO,STOCK,Q,UP,yes
            CT41-KTS,Điểm trụ cột kinh tế số,"index, digital economy","0-1, rank",points / maximum,PDC,PDC,SHARE,STOCK,Y,UP,no
            CE41,Số sản phẩm trên sàn TMĐT,products on platforms,count,-,PDC,C,COUNT,STOCK,Q,UP,no
            """;

    private static ValidatableResponse load(String query, String type, byte[] body) {
        return given().auth()
                .oauth2(TestTokens.steward())
                .contentType(type)
                .header("Accept-Language", "en")
                .body(body)
                .post("/v1/indicator-imports" + query)
                .then();
    }

    private static ValidatableResponse load(String query, String type, String body) {
        return load(query, type, body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void shortLayoutShouldBeUnderstoodAndTheSameAgainChangeNothing() {
        load("?dryRun=true", Uploads.CSV, SHORT)
                .statusCode(200)
                .body("status", equalTo("DRY_RUN"))
                .body("created", equalTo(4));
        given().get("/v1/indicators/CG41").then().statusCode(404);
        load("", Uploads.CSV, SHORT)
                .statusCode(200)
                .body("status", equalTo("APPLIED"))
                .body("items.change", contains("CREATED", "CREATED", "CREATED", "CREATED"))
                .body("sequence", startsWith("indicator:"));
        load("", Uploads.CSV, SHORT).body("status", equalTo("UNCHANGED")).body("unchanged", equalTo(4));

        given().get("/v1/indicators/CG41")
                .then()
                .body("pillar", equalTo("GOVERNMENT"))
                .body("names.en", equalTo("Dossiers handled online"))
                .body("reportedBy", contains("PROVINCE", "DISTRICT", "COMMUNE"))
                .body("frequency", equalTo("MONTH"))
                .body("denominatorLabel", equalTo("all dossiers received"));
        given().get("/v1/indicators/CI41")
                .then()
                .body("pillar", equalTo("FOUNDATION"))
                .body("above100", equalTo(true))
                .body("denominatorLabel", equalTo("population"));
        given().get("/v1/indicators/CT41-KTS")
                .then()
                .body("pillar", equalTo("ECONOMY"))
                .body("unitOfMeasure", equalTo("0-1"))
                .body("decimals", equalTo(4))
                .body("numeratorLabel", nullValue());
    }

    @Test
    void whatIsExportedShouldComeBackWithoutAChange() {
        String items = "{\"items\":["
                + item("CT42", "\"definition\":\"=1+1; \\\"hai\\\"\\nba, bốn\",\"custodian\":\"'=x\",") + ","
                + item("CT43", "\"validFrom\":\"2022-01-01\",\"validTo\":\"2024-01-01\",\"replacedBy\":\"CT42\",")
                + "]}";
        load("", "application/json", items).statusCode(200).body("created", equalTo(2));
        String csv = given().accept(Uploads.CSV)
                .get("/v1/indicators?q=CT4")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        String json = given().get("/v1/indicators?q=CT4")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(csv).contains("\"'=1+1; \"\"hai\"\"\nba, bốn\"");
        load("", Uploads.CSV, csv).statusCode(200).body("status", equalTo("UNCHANGED"));
        load("", "application/json", json).statusCode(200).body("status", equalTo("UNCHANGED"));
        given().get("/v1/indicators?format=csv&q=CT42").then().contentType(containsString("text/csv"));
    }

    @Test
    void tableShouldChangeOnlyTheColumnsThatItHas() {
        load(
                "",
                "application/json",
                "{\"items\":[" + item("CT44", "\"custodian\":\"Sở TT&TT\",\"legalBasis\":\"QĐ 1\",") + "]}");

        load("", Uploads.CSV, "Mã;Cơ quan phụ trách\nCT44;Sở KH&CN\n")
                .statusCode(200)
                .body("reworded", equalTo(1))
                .body("items[0].changed", contains("custodian"));
        load("", Uploads.CSV, "code,above100,valid_from\nCT44,có,01/01/2023\n")
                .body("redefined", equalTo(1))
                .body("items[0].version", equalTo(2));
        load("", Uploads.CSV, "code,legal_basis\nCT44,\n").body("items[0].changed", contains("legalBasis"));
        given().get("/v1/indicators/CT44")
                .then()
                .body("custodian", equalTo("Sở KH&CN"))
                .body("validFrom", equalTo("2023-01-01"))
                .body("legalBasis", nullValue());
    }

    @Test
    void citedIndicatorMayComeInTheSameFile() {
        load(
                        "",
                        "application/json",
                        "{\"items\":[" + item("CT45", "\"denominatorIndicator\":\"CT46\",") + ","
                                + item("CT46", "").replace("RATIO", "COUNT") + "]}")
                .statusCode(200)
                .body("created", equalTo(2));
    }

    @Test
    void bodiesOfSinglePutsShouldBeTakenBesideTheirCodes() {
        String body = item("", "").replace("{\"code\":\"\",", "{");
        load("", "application/json", "{\"items\":[{\"code\":\"CT53\",\"body\":" + body + "}]}")
                .statusCode(200)
                .body("created", equalTo(1));
    }

    @Test
    void everyBadRowShouldBeNamedAndNothingBeWritten() {
        load(
                        "",
                        "application/json",
                        "{\"items\":[" + item("CT47", "") + "," + item("CT47", "") + "," + item("REG-X", "") + ","
                                + item("CT48", "\"colour\":1,") + ","
                                + item("CT49", "").replace("RATIO", "MEAN") + ","
                                + item("CT50", "\"weight\":\"NONE\",") + ",5," + item("ct51", "") + "]}")
                .statusCode(422)
                .body("code", equalTo("CATALOGUE_REJECTED"))
                .body("errors.row", contains(1, 2, 3, 4, 5, 6, 7))
                .body(
                        "errors.code",
                        contains(
                                "DUPLICATE_CODE",
                                "INDICATOR_CODE_RESERVED",
                                "UNKNOWN_FIELD",
                                "INVALID_FIELD",
                                "REFERENCE_UNKNOWN",
                                "INVALID_FIELD",
                                "INVALID_FIELD"))
                .body("errors.pointer", hasSize(7));
        given().get("/v1/indicators/CT47").then().statusCode(404);

        load("", Uploads.CSV, "code,kind,reported_by,name_vi\nCT47,MEAN,C,=x\nCT48,RATIO,X,Tên\n")
                .statusCode(422)
                .body("errors.row", contains(2, 3))
                .body("errors.code", contains("CELL_INVALID", "INVALID_FIELD"))
                .body("errors[1].pointer", equalTo("/reported_by"));
        load("", "application/json", "[]").statusCode(422);
        load("", "application/json", "{").statusCode(400);
        load("", Uploads.CSV, "code,farbe\nCT47,rot\n").statusCode(422).body("code", equalTo("COLUMN_UNKNOWN"));
    }

    @Test
    void workbookShouldBeTakenToo() throws IOException {
        load(
                        "",
                        Uploads.XLSX,
                        workbook(SHORT.replace("41", "52").lines().limit(2).toArray(String[]::new)))
                .statusCode(200)
                .body("created", equalTo(1));
    }

    @Test
    void onlyStewardsShouldImport() {
        given().contentType(Uploads.CSV)
                .body(SHORT)
                .post("/v1/indicator-imports")
                .then()
                .statusCode(401);
        given().auth()
                .oauth2(TestTokens.reporter("87"))
                .contentType(Uploads.CSV)
                .body(SHORT)
                .post("/v1/indicator-imports")
                .then()
                .statusCode(403);
    }

    private static String item(String code, String more) {
        return "{\"code\":\"" + code + "\"," + more
                + "\"names\":{\"vi\":\"Tỷ lệ\",\"en\":\"Share\"},\"pillar\":\"SOCIETY\",\"kind\":\"RATIO\",\"nature\":\"STOCK\","
                + "\"unitOfMeasure\":\"%\",\"decimals\":2,\"direction\":\"UP\",\"reportedBy\":[\"COMMUNE\"],\"frequency\":\"YEAR\"}";
    }

    /** The least that is a workbook; no cell of these lines holds a separator. */
    private static byte[] workbook(String... lines) throws IOException {
        StringBuilder rows = new StringBuilder();
        for (String line : lines) {
            rows.append("<row>");
            for (String cell : line.split(",", -1)) {
                rows.append("<c t=\"inlineStr\"><is><t>").append(cell).append("</t></is></c>");
            }
            rows.append("</row>");
        }
        String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        String packaged = "http://schemas.openxmlformats.org/package/2006/";
        Map<String, String> parts = Map.of(
                "[Content_Types].xml", "<Types xmlns=\"" + packaged + "content-types\"/>",
                "_rels/.rels", relation(packaged, office + "/officeDocument", "xl/workbook.xml"),
                "xl/workbook.xml",
                        "<workbook xmlns=\"" + main + "\" xmlns:r=\"" + office
                                + "\"><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>",
                "xl/_rels/workbook.xml.rels", relation(packaged, office + "/worksheet", "worksheets/sheet1.xml"),
                "xl/worksheets/sheet1.xml",
                        "<worksheet xmlns=\"" + main + "\"><sheetData>" + rows + "</sheetData></worksheet>");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static String relation(String packaged, String type, String target) {
        return "<Relationships xmlns=\"" + packaged + "relationships\"><Relationship Id=\"r1\" Type=\"" + type
                + "\" Target=\"" + target + "\"/></Relationships>";
    }
}
