package vn.nhipso.directory.lineage;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static vn.nhipso.directory.Directory.change;
import static vn.nhipso.directory.Directory.get;
import static vn.nhipso.directory.Directory.record;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.nhipso.kit.testing.NhipsoTestResource;

@QuarkusTest
@WithTestResource(NhipsoTestResource.class)
class LineageReadingResourceTest {

    private static boolean entered;

    /** Two reorganisations: communes are merged and divided, then divided again; the districts end without a successor. */
    @BeforeEach
    void enter() {
        if (entered) {
            return;
        }
        entered = true;
        record(change("CATALOGUE", "2021-01-01")
                .begins("25", "Bốn Bốn", "tỉnh", "VN")
                .begins("26", "Bốn Lăm", "tỉnh", "VN")
                .begins("251", "Bắc", "huyện", "25")
                .begins("252", "Nam", "huyện", "25")
                .begins("261", "Tây", "huyện", "26")
                .begins("25101", "Một", "xã", "251")
                .begins("25102", "Hai", "xã", "251")
                .begins("25201", "Ba", "xã", "252")
                .begins("26101", "Bốn", "xã", "261"));
        record(change("MERGE", "2024-01-01").ends("25102").whole("25102", "25101"));
        record(change("RECODE", "2024-06-01")
                .ends("26101")
                .begins("26105", "Bốn", "xã", "261")
                .whole("26101", "26105"));
        record(change("CATALOGUE", "2025-07-01")
                .ends("251", "252", "261", "26", "25101", "25201", "26105")
                .begins("25101", "Năm", "xã", "25")
                .begins("25201", "Sáu", "xã", "25")
                .begins("25109", "Bảy", "xã", "25")
                .edge(Map.of("from", "25101", "to", "25101", "area", "PART", "population", "PART", "share", 0.75))
                .edge(Map.of("from", "25101", "to", "25201", "area", "PART", "population", "PART", "share", 0.25))
                .part("25201", "25201")
                .part("25201", "25109")
                .edge(Map.of("from", "26105", "area", "WHOLE", "population", "WHOLE"))
                .whole("26", "25"));
    }

    @Test
    void lineageShouldLeadThroughSeveralReorganisations() {
        get("/v1/units/25102/successors?validAt=2023-06-01&at=2025-07-01")
                .body(
                        "items.unit.name",
                        contains("Năm", "Sáu"),
                        "items.population",
                        contains("PART", "PART"),
                        "items[0].share",
                        equalTo(0.75f));
        get("/v1/units/25102/successors?validAt=2023-06-01&at=2024-12-31")
                .body("items.unit.name", contains("Một"), "items.population", contains("WHOLE"));
        get("/v1/units/25201/successors?validAt=2025-06-30&at=2025-07-01")
                .body("items.unit.code", containsInAnyOrder("25201", "25109"), "items[0].share", nullValue());
        get("/v1/units/25201/predecessors?validAt=2025-07-01&at=2023-01-01")
                .body(
                        "items.unit.code",
                        contains("25101", "25102", "25201"),
                        "items.unit.name",
                        contains("Một", "Hai", "Ba"));
        get("/v1/units/26101/successors?validAt=2021-01-01&at=2025-07-01")
                .body("items", hasSize(1), "items[0].unit", nullValue());
        get("/v1/units/26/successors?validAt=2021-01-01&at=2025-07-01").body("items.unit.code", contains("25"));
        get("/v1/units/251/successors?validAt=2025-06-30&at=2025-07-01").body("items", hasSize(0));
        get("/v1/units/251/successors?validAt=2023-01-01&at=2025-06-30")
                .body("items.unit.code", contains("251"), "items.area", contains("WHOLE"));
        get("/v1/units/25102/successors?validAt=2023-06-01&at=2022-06-01")
                .statusCode(400)
                .body("code", equalTo("INVALID_PARAMETER"), "errors[0].pointer", equalTo("at"));
        get("/v1/units/25102/successors?validAt=2023-06-01&asOf=2001-01-01T00:00:00Z")
                .statusCode(404);
    }

    @Test
    void theCheckOfADayShouldSayWhatBecameOfEveryUnit() {
        get("/v1/lineage-checks?effectiveOn=2025-07-01&within=25")
                .statusCode(200)
                .body(
                        "items.level",
                        contains("PROVINCE", "DISTRICT", "COMMUNE"),
                        "items.before",
                        contains(2, 3, 3),
                        "items.after",
                        contains(1, 0, 3),
                        "items[0].continued",
                        equalTo(1),
                        "items[0].succeeded",
                        equalTo(1),
                        "items[1].endedWithoutSuccessor",
                        equalTo(3),
                        "items[2].divided",
                        equalTo(2),
                        "items[2].successorUnknown",
                        equalTo(1),
                        "problems.code",
                        contains("26105"),
                        "problems.what",
                        contains("SUCCESSOR_UNKNOWN"),
                        "problemCount",
                        equalTo(1));
        get("/v1/lineage-checks?effectiveOn=2025-07-01&within=26")
                .body("items.before", contains(1, 1, 1), "items.after", contains(1, 0, 3));
        get("/v1/lineage-checks?effectiveOn=2024-06-01&within=26")
                .body("items.continued", contains(1, 1, 1), "problems", hasSize(0));
        get("/v1/lineage-checks?effectiveOn=2021-01-01&within=25&pageSize=3")
                .body(
                        "items.withoutPredecessor",
                        contains(1, 2, 3),
                        "problems.code",
                        contains("25", "251", "252"),
                        "problemCount",
                        equalTo(6),
                        "next",
                        notNullValue());
        get("/v1/lineage-checks").statusCode(400);
        get("/v1/lineage-checks?effectiveOn=2025-07-01&within=27").statusCode(404);
        get("/v1/lineage-checks?effectiveOn=2025-07-01").statusCode(200);
    }

    @Test
    void theHistoryShouldFollowTheUnitThroughItsCodes() {
        get("/v1/units/26105/history?validAt=2025-01-01")
                .body(
                        "items.unit.code",
                        contains("26101", "26105"),
                        "items[0].successors.unit.code",
                        contains("26105"),
                        "items[1].predecessors.unit.code",
                        contains("26101"),
                        "items[1].change.kind",
                        equalTo("RECODE"),
                        "items[1].successors[0].unit",
                        nullValue());
        get("/v1/units/26101/history?validAt=2022-01-01").body("items.unit.code", contains("26101", "26105"));
        get("/v1/units/25201/history?validAt=2025-07-01")
                .body("items.unit.name", contains("Sáu"), "items[0].predecessors.unit.name", contains("Một", "Ba"));
    }

    @Test
    void whoHasTheAnswerShouldBeToldSo() {
        for (String path : new String[] {
            "/v1/units/25/tree?validAt=2025-07-01",
            "/v1/units/25/descendants?validAt=2025-07-01",
            "/v1/unit-counts?within=25",
            "/v1/lineage-checks?effectiveOn=2025-07-01",
            "/v1/units/25201/history",
            "/v1/units/25201/predecessors"
        }) {
            String tag = get(path)
                    .statusCode(200)
                    .header("Cache-Control", "no-cache")
                    .extract()
                    .header("ETag");
            given().header("If-None-Match", tag)
                    .get(path)
                    .then()
                    .statusCode(304)
                    .header("ETag", equalTo(tag));
            given().header("If-None-Match", tag)
                    .get("/v1/units/26/tree?validAt=2025-01-01")
                    .then()
                    .statusCode(200);
        }
        String path = "/v1/units/25201/children";
        String tag = get(path).extract().header("ETag");
        record(change("ESTABLISH", "2025-07-01").without("act").begins("25201-01", "Một", "ấp", "25201"));
        given().header("If-None-Match", tag).get(path).then().statusCode(200).body("items.code", contains("25201-01"));
    }
}
