package vn.nhipso.directory.hamlet;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static vn.nhipso.directory.Directory.change;
import static vn.nhipso.directory.Directory.get;
import static vn.nhipso.directory.Directory.record;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import vn.nhipso.directory.Directory;
import vn.nhipso.kit.testing.NhipsoTestResource;
import vn.nhipso.kit.testing.TestTokens;

/** Files of hamlets. */
@QuarkusTest
@WithTestResource(NhipsoTestResource.class)
class HamletImportResourceTest {

    @Test
    void hamletsShouldGetTheNextNumberEverUsedAndBeKnownAgain() {
        communes("56", "56101", "56102");
        record(change("ESTABLISH", "2021-01-01").begins("56101-07", "Cũ", "thôn", "56101"));
        record(change("ABOLISH", "2022-01-01").ends("56101-07"));
        String file =
                "commune_code,name,type,code\n56101,Thôn Phú Hòa,thôn,\n56101,2,thôn,\n56102,Một,ấp,56102-05\n56102,Hai,ấp,\n";
        load("?validFrom=2023-01-01&dryRun=true", file)
                .statusCode(200)
                .body("status", equalTo("DRY_RUN"), "changeId", nullValue())
                .body("items.code", contains("56101-08", "56101-09", "56102-05", "56102-06"));
        get("/v1/units/56101-08?validAt=2023-01-01").statusCode(404);

        String change = load("?validFrom=2023-01-01&act=12/QD", file)
                .statusCode(200)
                .body("status", equalTo("APPLIED"), "rows", equalTo(4), "begun", equalTo(4))
                .body("sequence", notNullValue())
                .extract()
                .path("changeId");
        get("/v1/units/56101-08?validAt=2023-01-01")
                .body("name", equalTo("Phú Hòa"), "fullName", equalTo("Thôn Phú Hòa"), "level", equalTo("HAMLET"));
        get("/v1/unit-changes/" + change).body("kind", equalTo("ESTABLISH"), "act.number", equalTo("12/QD"));
        load("?validFrom=2023-01-01", file)
                .statusCode(200)
                .body("status", equalTo("UNCHANGED"), "unchanged", equalTo(4));
        load("?validFrom=2024-01-01", "Mã xã;Tên;Loại\n56101;PHÚ HOÀ;Thôn\n56101;Ba;thôn\n")
                .body("begun", equalTo(1), "unchanged", equalTo(1), "items[0].code", equalTo("56101-10"));
        // Known from a later day on: the same hamlet, with the same code.
        load("?validFrom=2023-06-01", "commune_code,name,type\n56101,Ba,thôn\n")
                .body("items.code", contains("56101-10"));
        get("/v1/units/56101-10/history?validAt=2024-06-01").statusCode(200);
    }

    @Test
    void everyBadRowShouldBeNamed() {
        communes("57", "57101");
        record(change("ESTABLISH", "2021-01-01").begins("57101-01", "Một", "thôn", "57101"));
        String file = "commune_code,name,type,code\n"
                + "57999,A,thôn,\n"
                + "57,A,thôn,\n"
                + "57101,,thôn,\n"
                + "57101,B,xã,\n"
                + "57101,C,thôn,57102-01\n"
                + "57101,D,thôn,\n"
                + "57101,d,thôn,\n"
                + "57101,=E(),thôn,\n";
        load("?validFrom=2023-01-01", file)
                .statusCode(422)
                .body("code", equalTo("REQUEST_REFUSED"))
                .body("errors.find { it.row == 2 }.code", equalTo("UNIT_UNKNOWN"))
                .body("errors.find { it.row == 3 }.code", equalTo("CODE_MALFORMED"))
                .body("errors.find { it.row == 4 }.code", equalTo("FIELD_MISSING"))
                .body("errors.find { it.row == 5 }.code", equalTo("TYPE_NOT_OF_LEVEL"))
                .body("errors.find { it.row == 6 }.code", equalTo("CODE_MALFORMED"))
                .body("errors.find { it.row == 8 }.code", equalTo("DUPLICATE_ROW"))
                .body("errors.find { it.row == 9 }.code", equalTo("CELL_INVALID"));
        load("?validFrom=2023-01-01", "commune_code,name,type,code\n57101,Hai,thôn,57101-01\n57101,Một,thôn,57101-09\n")
                .statusCode(422)
                .body("errors.code", contains("ALREADY_RECORDED", "ALREADY_RECORDED"));
        load("?validFrom=2020-01-01", "commune_code,name,type\n57101,Hai,thôn\n")
                .statusCode(422)
                .body("errors.code", hasItem("UNIT_NOT_LIVING"));
        load("", file).statusCode(400);
        load("?validFrom=2023-01-01", "commune,ten\n").statusCode(422);
        get("/v1/units/57101/children?validAt=2023-01-01").body("items", hasSize(1));
    }

    @Test
    void aListShouldBeForTheStewardOfTheTerritory() {
        communes("23", "23101");
        String file = "commune_code,name,type\n23101,Một,thôn\n";
        load(TestTokens.reporter("23"), "?validFrom=2023-01-01", file).statusCode(403);
        load(TestTokens.token("s", "57", "steward"), "?validFrom=2023-01-01", file)
                .statusCode(403);
        load(TestTokens.token("s", "23", "steward"), "?validFrom=2023-01-01", file)
                .statusCode(200);
    }

    @Test
    void thousandsOfHamletsShouldBeOneChange() {
        communes("24", "24101", "24102", "24103");
        StringBuilder file = new StringBuilder("commune_code,name,type\n");
        for (int i = 1; i <= 2_000; i++) {
            file.append("2410").append(i % 3 + 1).append(',').append(i).append(",tổ dân phố\n");
        }
        load("?validFrom=2023-01-01", file.toString())
                .statusCode(200)
                .body("begun", equalTo(2_000), "items", hasSize(1_000));
        load("?validFrom=2023-01-01", file.toString()).statusCode(200).body("status", equalTo("UNCHANGED"));
    }

    private static ValidatableResponse load(String query, String file) {
        return load(TestTokens.steward(), query, file);
    }

    private static ValidatableResponse load(String token, String query, String file) {
        return Directory.as(token)
                .contentType("text/csv")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("/v1/hamlet-imports" + query)
                .then();
    }

    private static void communes(String province, String... communes) {
        var body = change("CATALOGUE", "2021-01-01").begins(province, "Tỉnh " + province, "tỉnh", "VN");
        for (String commune : communes) {
            body.begins(commune, "Xã " + commune, "xã", province);
        }
        record(body);
    }
}
