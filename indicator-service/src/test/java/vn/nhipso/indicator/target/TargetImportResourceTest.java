package vn.nhipso.indicator.target;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.nhipso.indicator.Province;
import vn.nhipso.kit.testing.NhipsoTestResource;
import vn.nhipso.kit.testing.TestTokens;

@QuarkusTest
@WithTestResource(NhipsoTestResource.class)
class TargetImportResourceTest {

    private static final String HEADER =
            "indicator,unit,period,comparator,value,qualifiers,document_title,document_date,replace\n";

    @BeforeEach
    void province() {
        Province.exists();
        Province.define("CT20", "RATIO", "STOCK", "YEAR", "\"COMMUNE\"", "");
    }

    private static ValidatableResponse load(String query, String type, String body) {
        return loadAs(TestTokens.steward(), query, type, body);
    }

    private static ValidatableResponse loadAs(String token, String query, String type, String body) {
        return given().auth()
                .oauth2(token)
                .contentType(type)
                .header("Accept-Language", "en")
                .body(body.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/v1/target-imports" + query)
                .then();
    }

    @Test
    void fileShouldBeTakenOnceAndChangeNothingWhenSentAgain() {
        String file = HEADER
                + "CT20,870,2023,>=,50,ABOUT AT_LEAST,Kế hoạch,09/08/2022,\n"
                + "CT20,29956,2023,≥,\"60,5\",,,,\n";
        load("?numberFormat=vi-VN&dryRun=true", "text/csv", file)
                .statusCode(200)
                .body("status", equalTo("DRY_RUN"))
                .body("set", equalTo(2))
                .body("items[0].id", nullValue());
        load("?numberFormat=vi-VN", "text/csv", file)
                .statusCode(200)
                .body("status", equalTo("APPLIED"))
                .body("items.row", contains(2, 3))
                .body("items[0].id", notNullValue())
                .body("sequence", startsWith("indicator:"));
        load("?numberFormat=vi-VN", "text/csv", file)
                .statusCode(200)
                .body("status", equalTo("UNCHANGED"))
                .body("unchanged", equalTo(2));

        given().get("/v1/targets?indicator=CT20&unit=870&period=2023")
                .then()
                .body("items[0].document.issuedOn", equalTo("2022-08-09"))
                .body("items[0].qualifiers", contains("AT_LEAST", "ABOUT"));
        given().get("/v1/targets?indicator=CT20&unit=29956&period=2023").then().body("items[0].value", equalTo(60.5f));
    }

    @Test
    void anotherValueShouldSayThatItSupersedes() {
        String item =
                "{\"indicator\":\"CT20\",\"unit\":\"871\",\"period\":\"2023\",\"comparator\":\"<=\",\"value\":%s%s}";
        load("", "application/json", "{\"items\":[" + item.formatted("0", "") + "]}")
                .body("set", equalTo(1));
        load("", "application/json", "{\"items\":[" + item.formatted("5", "") + "]}")
                .statusCode(422)
                .body("code", equalTo("TARGETS_REJECTED"))
                .body("errors[0].code", equalTo("TARGET_DIFFERS"))
                .body("errors[0].pointer", equalTo("/items/0/supersedes"));
        load("", "application/json", "{\"items\":[" + item.formatted("5", ",\"replace\":true") + "]}")
                .statusCode(200)
                .body("superseded", equalTo(1));

        String id = given().get("/v1/targets?indicator=CT20&unit=871&period=2023")
                .then()
                .body("items[0].value", equalTo(5))
                .extract()
                .path("items[0].id");
        given().get("/v1/targets/" + id)
                .then()
                .body("history.value", contains(0, 5))
                .body("history[0].supersededBy", equalTo(id));
    }

    @Test
    void everyBadRowShouldBeNamedAndNothingBeSet() {
        String file = HEADER
                + "CT20,934,2023,>=,50,,,,\n"
                + "NONE,934,2024,>=,50,,,,\n"
                + "CT20,00000,2024,>=,50,,,,\n"
                + "CT20,934,2026,>=,50,,,,\n"
                + "CT20,934,2023-X,>=,50,,,,\n"
                + "CT20,934,2024,<,50,,,,\n"
                + "CT20,934,2024,>=,9.475,,,,\n"
                + "CT20,934,2023,>=,51,,,,\n";
        load("", "text/csv", file)
                .statusCode(422)
                .body("errors.row", contains(3, 4, 5, 6, 7, 8, 9))
                .body(
                        "errors.code",
                        contains(
                                "INDICATOR_UNKNOWN",
                                "UNIT_UNKNOWN",
                                "UNIT_NOT_ALIVE",
                                "INVALID_FIELD",
                                "INVALID_FIELD",
                                "NUMBER_AMBIGUOUS",
                                "CONFLICTING_ROWS"))
                .body("errorCount", equalTo(7));

        given().get("/v1/targets?indicator=CT20&unit=934&period=2023").then().body("items", hasSize(0));
        load("", "text/csv", "indicator,unit\nCT20,934\n").statusCode(422).body("code", equalTo("COLUMN_MISSING"));
        load("", "application/json", "{").statusCode(400);
        load("", "application/json", "{\"items\":[]}").statusCode(422);
        load("?numberFormat=x", "text/csv", file).statusCode(400);
    }

    @Test
    void rightsShouldEndAtTheSubtree() {
        loadAs(TestTokens.token("s93", "93", "steward"), "", "text/csv", HEADER + "CT20,870,2024,>=,50,,,,\n")
                .statusCode(403)
                .body("errors[0].code", equalTo("UNIT_OUTSIDE_RIGHTS"));
        loadAs(TestTokens.reporter("870"), "", "text/csv", HEADER + "CT20,870,2024,>=,50,,,,\n")
                .statusCode(403);
    }
}
