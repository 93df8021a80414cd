package vn.nhipso.indicator.measurement.template;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static vn.nhipso.indicator.Province.item;
import static vn.nhipso.indicator.Province.read;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.nhipso.indicator.Province;
import vn.nhipso.kit.testing.NhipsoTestResource;
import vn.nhipso.kit.testing.TestTokens;

@QuarkusTest
@WithTestResource(NhipsoTestResource.class)
class TemplateResourceTest {

    private static final String FORM =
            "/v1/measurement-templates?unit=60004&period=2022-H1&indicator=FT06&indicator=FT07";
    private static boolean made;

    @BeforeEach
    void district() {
        Province.exists();
        if (!made) {
            made = true;
            Province.communes("60004", 1);
            Province.define("FT06", "RATIO", "STOCK", "ANY", "\"DISTRICT\",\"COMMUNE\"", "");
            Province.define("FT07", "COUNT", "STOCK", "ANY", "\"COMMUNE\"", "\"unitOfMeasure\":\"count\",");
            Province.send(
                            item(
                                    "FT06",
                                    "60004",
                                    "2022-H1",
                                    "WHOLE",
                                    "\"numerator\":9475,\"denominator\":15684,\"value\":54.30,\"qualifiers\":[\"ABOUT\",\"AT_LEAST\"],\"note\":\"=1+1\""))
                    .then()
                    .statusCode(201);
        }
    }

    @Test
    void formShouldHaveARowForEachFigureOfTheUnitWithWhatStands() {
        String csv = text(form("&format=csv"));

        assertThat(csv).startsWith("\uFEFFmã chỉ tiêu;tên chỉ tiêu;đơn vị tính;mã đơn vị;");
        assertThat(csv.lines().skip(1))
                .hasSize(5)
                .anyMatch(row -> row.startsWith("FT06;Chỉ tiêu hồ sơ;%;60004;X;2022-H1;riêng đơn vị;;;;"))
                .anyMatch(row -> row.contains(";toàn đơn vị;9475;15684;54,30;"))
                .noneMatch(row -> row.startsWith("FT07") && row.contains("riêng đơn vị"));
    }

    @ParameterizedTest
    @CsvSource({
        "csv,text/csv,vi-VN",
        "csv,text/csv,plain",
        "xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,vi-VN"
    })
    void untouchedFormShouldChangeNothing(String format, String type, String numbers) {
        byte[] form = form("&format=" + format + "&numberFormat=" + numbers).asByteArray();

        send(type, numbers, form)
                .then()
                .statusCode(200)
                .body("accepted", equalTo(0))
                .body("unchanged", equalTo(1));
    }

    @Test
    void formOfThoseWhoPublishShouldNotHoldWhatWaits() {
        String form = FORM.replace("2022-H1", "2023-H1") + "&format=csv";
        String reporter = TestTokens.reporter("60004");
        Province.sendAs(reporter, "", item("FT06", "60004", "2023-H1", "WHOLE", "\"numerator\":3,\"denominator\":4"))
                .then()
                .statusCode(201);

        Response steward = given().auth().oauth2(TestTokens.steward()).get(form);
        assertThat(text(given().auth().oauth2(reporter).get(form))).contains(";toàn đơn vị;3;4;");
        assertThat(text(steward)).doesNotContain(";toàn đơn vị;3;4;");
        send("text/csv", "vi-VN", steward.asByteArray());
        read("indicator=FT06&unit=60004&period=2023-H1").then().body("items.size()", equalTo(0));
    }

    @Test
    void filledFormShouldGiveWhatWasTyped() {
        String form = text(given().auth()
                        .oauth2(TestTokens.steward())
                        .get(FORM.replace("2022-H1", "2021-H2") + "&format=csv"))
                .replace("2021-H2;các đơn vị cấp dưới;;;;", "2021-H2;các đơn vị cấp dưới;1.234;5.678,5;21,70;");

        send("text/csv", "vi-VN", form.getBytes(StandardCharsets.UTF_8)).then().statusCode(422);
        String counts = form.replace("5.678,5;21,70", "5.678;21,70").replaceAll("(?m)^FT07.*\\R", "");
        send("text/csv", "vi-VN", counts.getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(201)
                .body("accepted", equalTo(1));
        read("indicator=FT06&unit=60004&period=2021-H2&scope=CHILDREN")
                .then()
                .body("items[0].numerator", equalTo(1234))
                .body("items[0].denominator", equalTo(5678))
                .body("items[0].valueText", equalTo("21.70"));
    }

    @Test
    void headersShouldBeEnglishForWhoReadsEnglish() {
        Response form = given().auth()
                .oauth2(TestTokens.steward())
                .header("Accept-Language", "en")
                .header("Accept", "text/csv")
                .get(FORM + "&numberFormat=plain");

        form.then().statusCode(200).contentType(containsString("text/csv"));
        assertThat(text(form)).startsWith("\uFEFFindicator,indicator_name,");
    }

    @ParameterizedTest
    @CsvSource({
        "unit=60004,400",
        "period=2022-H1,400",
        "unit=60004&period=soon,400",
        "unit=60004&period=2022&format=pdf,400",
        "unit=60004&period=2022&numberFormat=en,400",
        "unit=60004&period=2022&colour=1,400",
        "unit=60499&period=2022,404",
        "unit=60004&period=2022&indicator=FT99,404"
    })
    void wrongFormShouldBeAProblem(String query, int status) {
        given().auth()
                .oauth2(TestTokens.steward())
                .get("/v1/measurement-templates?" + query)
                .then()
                .statusCode(status)
                .contentType(containsString("problem+json"));
    }

    @Test
    void formShouldBeForThoseOfTheUnit() {
        given().get(FORM).then().statusCode(401);
        given().auth().oauth2(TestTokens.reporter("93")).get(FORM).then().statusCode(403);
        given().auth().oauth2(TestTokens.reporter("60004")).get(FORM).then().statusCode(200);
    }

    private static Response form(String query) {
        return given().auth().oauth2(TestTokens.steward()).get(FORM + query);
    }

    private static String text(Response form) {
        return new String(form.asByteArray(), StandardCharsets.UTF_8);
    }

    private static Response send(String type, String numbers, byte[] content) {
        return given().auth()
                .oauth2(TestTokens.steward())
                .config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .contentType(type)
                .body(content)
                .post("/v1/measurement-batches?numberFormat=" + numbers);
    }
}
