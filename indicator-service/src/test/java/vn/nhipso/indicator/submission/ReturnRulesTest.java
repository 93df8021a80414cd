package vn.nhipso.indicator.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static vn.nhipso.indicator.Province.unit;
import static vn.nhipso.indicator.submission.Reports.act;
import static vn.nhipso.indicator.submission.Reports.as;
import static vn.nhipso.indicator.submission.Reports.create;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.nhipso.indicator.Province;
import vn.nhipso.kit.testing.NhipsoTestResource;
import vn.nhipso.kit.testing.TestTokens;

/** Rights and duties where a unit moves, begins or ends between the closing days of the two calendars, and who grants more time. */
@QuarkusTest
@WithTestResource(NhipsoTestResource.class)
class ReturnRulesTest {

    private static final String PROVINCE = "57000";
    private static final String FIRST = "57001";
    private static final String SECOND = "57002";
    private static final String THIRD = "57003";
    private static final String COMMUNE = "57010";
    private static boolean made;

    @Inject
    DueReturns dueReturns;

    @BeforeEach
    void units() {
        if (!made) {
            made = true;
            Province.exists();
            Province.change(
                    unit(PROVINCE, "PROVINCE", "VN", "2021-01-01", null),
                    unit(FIRST, "DISTRICT", PROVINCE, "2021-01-01", null),
                    unit(SECOND, "DISTRICT", PROVINCE, "2021-01-01", null),
                    unit(THIRD, "DISTRICT", PROVINCE, "2021-01-01", null),
                    "{\"code\":\"57010\",\"revision\":1,\"changeId\":\"%s\",\"recordedAt\":\"2026-01-01T00:00:00Z\",\"versions\":["
                            + under(FIRST, "\"2021-01-01\",\"validTo\":\"2024-03-20\"") + ","
                            + under(SECOND, "\"2024-03-20\",\"validTo\":\"2024-06-01\"") + ","
                            + under(THIRD, "\"2024-06-01\"") + "]}",
                    unit("57004", "DISTRICT", PROVINCE, "2021-01-01", "2024-12-20"),
                    unit("57005", "DISTRICT", PROVINCE, "2024-12-20", null));
            Province.define(
                    "I501",
                    "COUNT",
                    "STOCK",
                    "HALF",
                    "\"DISTRICT\"",
                    "\"unitOfMeasure\":\"x\",\"calendar\":\"ADMINISTRATIVE\",");
            Awaitility.await()
                    .until(() ->
                            create(TestTokens.steward(), "57005", "2024-H2").statusCode() < 300);
        }
    }

    private static String under(String parent, String days) {
        return "{\"name\":\"X\",\"fullName\":\"Xã X\",\"type\":\"xã\",\"level\":\"COMMUNE\",\"parentCode\":\"" + parent
                + "\",\"validFrom\":" + days + "}";
    }

    @Test
    void listShouldHaveWhatItsReaderMayOpenAndNothingElse() {
        String id = create(TestTokens.steward(), COMMUNE, "2024-Q1").path("id");
        for (String stranger : new String[] {FIRST, SECOND}) {
            String token = TestTokens.reporter(stranger);
            as(token).get("/v1/returns/" + id).then().statusCode(403);
            as(token).get("/v1/returns?period=2024-Q1").then().statusCode(200).body("items", empty());
            as(token)
                    .get("/v1/returns?period=2024-Q1&within=" + stranger)
                    .then()
                    .body("items", empty());
        }
        for (String owner : new String[] {COMMUNE, THIRD, PROVINCE}) {
            String token = TestTokens.reporter(owner);
            as(token).get("/v1/returns/" + id).then().statusCode(200);
            as(token).get("/v1/returns?period=2024-Q1").then().body("items.unit", contains(COMMUNE));
        }
        as(TestTokens.reporter(PROVINCE))
                .get("/v1/returns?period=2024-Q1&within=" + SECOND)
                .then()
                .body("items.unit", contains(COMMUNE));
    }

    @Test
    void moreTimeShouldBeGrantedByALevelAboveAndNotByWhoReports() {
        String district = create(TestTokens.steward(), THIRD, "2023-Q1").path("id");
        String commune = create(TestTokens.steward(), COMMUNE, "2024-Q2").path("id");

        extend("district", THIRD, district).then().statusCode(403).body("code", equalTo("APPROVAL_LEVEL"));
        extend("chairman", COMMUNE, commune).then().statusCode(403).body("code", equalTo("APPROVAL_LEVEL"));
        extend("stranger", FIRST, commune).then().statusCode(403).body("code", equalTo("FORBIDDEN"));
        extend("district", THIRD, commune).then().statusCode(200).body("dueOn", equalTo("2999-01-01"));
        extend("province", PROVINCE, district).then().statusCode(200);

        String helping = TestTokens.token("province", PROVINCE, "approver");
        act(helping, commune, "submission", "gửi giúp xã").then().statusCode(200);
        extend("province", PROVINCE, commune).then().statusCode(403).body("code", equalTo("FOUR_EYES"));
    }

    private static Response extend(String name, String unit, String id) {
        return as(TestTokens.token(name, unit, "approver"))
                .body("{\"dueOn\":\"2999-01-01\",\"remark\":\"lũ\"}")
                .post("/v1/returns/" + id + "/extension");
    }

    @Test
    void reportShouldBeOwedByWhoLivesOnTheClosingDayOfItsOwnCalendar() {
        // 57004 had ended on the closing day of the civil calendar, for which other tests may ask a report of districts
        // too.
        String due = as(TestTokens.reporter(PROVINCE))
                .get("/v1/return-coverage?within=57000&period=2024-H2&level=DISTRICT")
                .then()
                .statusCode(200)
                .body("items.unit.code", contains(FIRST, SECOND, THIRD, "57004", "57005"))
                .body("items[3].expected", equalTo(1))
                .extract()
                .path("items[3].missing[0].dueOn");
        as(TestTokens.reporter(PROVINCE))
                .get("/v1/return-coverage?within=57000&period=2025-H1&level=DISTRICT")
                .then()
                .body("items.unit.code", contains(FIRST, SECOND, THIRD, "57005"));

        assertThat(dueReturns.dueOn(LocalDate.parse(due)))
                .filteredOn(one -> one.period().equals("2024-H2"))
                .extracting(DueReturns.Due::unit)
                .contains("57004", FIRST);
    }
}
