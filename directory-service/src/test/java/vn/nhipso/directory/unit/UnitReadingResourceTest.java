package vn.nhipso.directory.unit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static vn.nhipso.directory.Directory.change;
import static vn.nhipso.directory.Directory.get;
import static vn.nhipso.directory.Directory.record;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.nhipso.kit.testing.NhipsoTestResource;

@QuarkusTest
@WithTestResource(NhipsoTestResource.class)
class UnitReadingResourceTest {

    private static final String BEFORE = "2025-06-30";
    private static final String SINCE = "2025-07-01";
    private static boolean entered;

    @BeforeEach
    void enter() {
        if (entered) {
            return;
        }
        entered = true;
        record(change("CATALOGUE", "2021-01-01")
                .begins("91", "Quơ Lang", "tỉnh", "VN")
                .begins("911", "Quơ Bắc", "huyện", "91")
                .begins("912", "Quơ Nam", "thị xã", "91")
                .begins("91101", "Quơ Một", "xã", "911")
                .begins("91102", "Quơ Hai", "thị trấn", "911")
                .begins("91201", "Quơ Ba", "phường", "912"));
        record(change("ESTABLISH", "2021-01-01").without("act").begins("91101-01", "Quơ Ấp", "ấp", "91101"));
        record(change("CATALOGUE", SINCE)
                .ends("911", "912")
                .begins("91101", "Quơ Mới", "xã", "91")
                .begins("91102", "Quơ Hai", "xã", "91")
                .begins("91201", "Quơ Ba", "phường", "91"));
    }

    @Test
    void whatWasJustRecordedShouldBeFoundAtOnce() {
        for (int i = 1; i <= 3; i++) {
            record(change("ESTABLISH", "2021-01-01")
                    .without("act")
                    .begins("91201-0" + i, "Rừng Xoan " + i, "ấp", "91201"));
            get("/v1/units?q=rung xoan").body("items", hasSize(i), "items[0].code", equalTo("91201-01"));
        }
        record(change("RENAME", "2024-01-01").without("act").begins("91201-02", "Vườn Cau", "ấp", "91201"));
        get("/v1/units?q=rung xoan 2")
                .body("items[0].name", equalTo("Vườn Cau"), "items[0].formerName", equalTo("Rừng Xoan 2"));
        get("/v1/units?q=rung xoan 2&validAt=2023-01-01")
                .body("items[0].name", equalTo("Rừng Xoan 2"), "items[0].formerName", nullValue());
        get("/v1/units?q=vuon cau&within=91").body("items.code", contains("91201-02"));
        get("/v1/units?q=vuon cau&within=911").body("items", hasSize(0));
        get("/v1/units?q=vuon cau&asOf=2001-01-01T00:00:00Z").body("items", hasSize(0));
    }

    @Test
    void listsShouldTakeSeveralLevelsAndTypes() {
        get("/v1/units/91/descendants?level=COMMUNE&level=PROVINCE&validAt=" + BEFORE)
                .body("items.code", contains("91101", "91102", "91201"));
        get("/v1/units/91/descendants?type=thị xã&type=thị trấn&validAt=" + BEFORE)
                .body("items.code", contains("912", "91102"));
        get("/v1/units/91/children?validAt=" + BEFORE).body("items.code", contains("911", "912"));
        get("/v1/units/91/children?level=DISTRICT&validAt=" + SINCE).body("items", hasSize(0));
        get("/v1/units/91101/ancestors?level=COUNTRY&level=DISTRICT&validAt=" + BEFORE)
                .body("items.code", contains("911", "VN"));
        get("/v1/units?q=quo&level=COMMUNE&type=xã&parent=91&pageSize=2")
                .body("items.code", contains("91102", "91101"), "next", nullValue());
        get("/v1/units?level=TOWN").statusCode(400);
    }

    @Test
    void unitsShouldBeCountedByLevelAndTypeOnAnyDay() {
        get("/v1/unit-counts?within=91&validAt=" + BEFORE)
                .body(
                        "within",
                        equalTo("91"),
                        "items.level",
                        contains("DISTRICT", "COMMUNE", "HAMLET"),
                        "items[0].count",
                        equalTo(2),
                        "items[1].count",
                        equalTo(3),
                        "items[1].types.find { it.type == 'phường' }.count",
                        equalTo(1));
        get("/v1/unit-counts?within=91&validAt=" + SINCE)
                .body("items[0].count", equalTo(0), "items[0].types", hasSize(0), "items[1].count", equalTo(3));
        get("/v1/unit-counts?within=91&asOf=2001-01-01T00:00:00Z").statusCode(404);
        get("/v1/unit-counts?within=911&validAt=" + SINCE).statusCode(404).body("code", equalTo("UNIT_NOT_FOUND"));
        get("/v1/unit-counts").body("validAt.length()", equalTo(10), "within", equalTo("VN"), "items", hasSize(4));
    }

    @Test
    void theWholeTreeShouldComeInOneAnswer() {
        get("/v1/units/91/tree?validAt=" + BEFORE)
                .body(
                        "unit.code",
                        equalTo("91"),
                        "children.unit.code",
                        contains("911", "912"),
                        "children[0].children.unit.code",
                        contains("91101", "91102"),
                        "children[0].children[0].children.unit.code",
                        contains("91101-01"),
                        "children[0].children[1].children",
                        hasSize(0));
        get("/v1/units/91/tree?level=COMMUNE&validAt=" + SINCE)
                .body(
                        "children.unit.name",
                        contains("Quơ Mới", "Quơ Hai", "Quơ Ba"),
                        "children[0].children",
                        hasSize(0));
        get("/v1/units/911/tree?validAt=" + SINCE).statusCode(404);
        List<String> lines = given().accept("application/x-ndjson")
                .get("/v1/units/91/tree?level=COMMUNE&validAt=" + BEFORE)
                .then()
                .statusCode(200)
                .contentType("application/x-ndjson")
                .extract()
                .asString()
                .lines()
                .toList();
        assertThat(lines).hasSize(6);
        assertThat(lines.get(2)).startsWith("{\"depth\":2,\"code\":\"91101\",\"name\":\"Quơ Một\"");
        get("/v1/units/91/tree?validAt=2021-01-01&asOf=2001-01-01T00:00:00Z").statusCode(404);
    }
}
