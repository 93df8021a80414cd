package vn.nhipso.directory.change;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static vn.nhipso.directory.Directory.as;
import static vn.nhipso.directory.Directory.change;
import static vn.nhipso.directory.Directory.get;
import static vn.nhipso.directory.Directory.post;
import static vn.nhipso.directory.Directory.record;
import static vn.nhipso.directory.Directory.steward;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import vn.nhipso.directory.Directory.ChangeBody;
import vn.nhipso.kit.testing.NhipsoTestResource;
import vn.nhipso.kit.testing.TestTokens;

/** Every test has a province of its own, so that the order of tests does not matter. */
@QuarkusTest
@WithTestResource(NhipsoTestResource.class)
class ChangeResourceTest {

    private static final String D2021 = "2021-01-01";
    private static final String D2025 = "2025-07-01";

    @Test
    void aCodeShouldMeanWhoeverBearsItOnTheDay() {
        province("93", "934", "31420");
        record(change("MERGE", D2025)
                .ends("93", "934", "31420")
                .begins("92", "Cần Thơ", "thành phố trực thuộc trung ương", "VN")
                .begins("31420", "Phụng Hiệp", "xã", "92")
                .whole("93", "92")
                .whole("31420", "31420"));

        get("/v1/units/31420?validAt=2025-06-30")
                .statusCode(200)
                .body("name", equalTo("Xã 31420"), "parentCode", equalTo("934"), "validTo", equalTo(D2025));
        get("/v1/units/31420?validAt=2025-07-01")
                .statusCode(200)
                .body(
                        "name",
                        equalTo("Phụng Hiệp"),
                        "fullName",
                        equalTo("Xã Phụng Hiệp"),
                        "parentCode",
                        equalTo("92"),
                        "validFrom",
                        equalTo(D2025),
                        "validTo",
                        nullValue());
        get("/v1/units/934?validAt=2025-07-01")
                .statusCode(404)
                .contentType("application/problem+json")
                .body(
                        "code",
                        equalTo("UNIT_NOT_FOUND"),
                        "detail",
                        containsString("2021-01-01/2025-06-30"),
                        "lived",
                        hasSize(1));
        get("/v1/units/92/ancestors").statusCode(200).body("items.code", contains("VN"));
        get("/v1/units/31420/ancestors?validAt=2024-01-01").body("items.code", contains("934", "93", "VN"));
        get("/v1/units/93/descendants?validAt=2024-01-01").body("items.code", contains("934", "31420"));
        get("/v1/units/93/descendants?validAt=2024-01-01&level=COMMUNE").body("items.code", contains("31420"));
        get("/v1/units/93/children?validAt=2024-01-01").body("items.code", contains("934"));
        get("/v1/units/31420/successors?validAt=2024-01-01")
                .body(
                        "items",
                        hasSize(1),
                        "items[0].unit.name",
                        equalTo("Phụng Hiệp"),
                        "items[0].population",
                        equalTo("WHOLE"));
        get("/v1/units/934/successors?validAt=2024-01-01").statusCode(200).body("items", hasSize(0));
        get("/v1/units/31420/predecessors").body("items", hasSize(1), "items[0].unit.parentCode", equalTo("934"));
        get("/v1/units/31420/history?validAt=2024-01-01")
                .statusCode(200)
                .body(
                        "items",
                        hasSize(1),
                        "items[0].change.kind",
                        equalTo("CATALOGUE"),
                        "items[0].endedBy.kind",
                        equalTo("MERGE"),
                        "items[0].successors[0].unit.name",
                        equalTo("Phụng Hiệp"));
    }

    @Test
    void unknownCodesShouldBeNotFound() {
        get("/v1/units/99999").statusCode(404).body("code", equalTo("UNIT_NOT_FOUND"));
        get("/v1/units/nonsense").statusCode(404).body("code", equalTo("UNIT_NOT_FOUND"));
        get("/v1/units/31420?validAt=yesterday").statusCode(400);
        get("/v1/units/VN?validat=2025-01-01").statusCode(400).body("code", equalTo("UNKNOWN_PARAMETER"));
        get("/v1/units/VN?asOf=2999-01-01T00:00:00Z").statusCode(400).body("code", equalTo("INVALID_PARAMETER"));
        get("/v1/units/VN")
                .statusCode(200)
                .body(
                        "level",
                        equalTo("COUNTRY"),
                        "name",
                        equalTo("Việt Nam"),
                        "parentCode",
                        nullValue(),
                        "validFrom",
                        nullValue());
    }

    @Test
    void aRenamedUnitShouldStayTheSameUnit() {
        province("11", "111", "11101");
        record(change("RENAME", "2023-05-01").begins("11101", "Tên Mới", "xã", "111"));
        String before = get("/v1/units/11101?validAt=2023-04-30").extract().path("unitId");
        get("/v1/units/11101?validAt=2023-05-01").body("name", equalTo("Tên Mới"), "unitId", equalTo(before));
        get("/v1/units/11101/history").body("items", hasSize(2), "items[1].change.kind", equalTo("RENAME"));
        get("/v1/units/11101/successors?validAt=2022-01-01&at=2024-01-01")
                .body("items", hasSize(1), "items[0].unit.name", equalTo("Tên Mới"), "items[0].area", equalTo("WHOLE"));
    }

    @Test
    void everyBrokenRuleShouldBeNamedAndNothingRecorded() {
        province("12", "121", "12101");
        post(
                        "/v1/unit-changes",
                        change("MERGE", D2025)
                                .ends("12", "999", "99", "VN", "12")
                                .begins("12102", "", "huyện", "12")
                                .begins("1x", "X", "xã", "12")
                                .begins("12103", "Y", "xã", "12101")
                                .part("12101", "12101")
                                .map())
                .statusCode(422)
                .body("code", equalTo("CHANGE_REFUSED"))
                .body("errors.pointer", hasItem("/ends/3"))
                .body("errors.find { it.pointer == '/ends/4' }.code", equalTo("DUPLICATE_CODE"))
                .body("errors.find { it.pointer == '/begins/0/name' }.code", equalTo("FIELD_MISSING"))
                .body("errors.find { it.pointer == '/begins/0/type' }.code", equalTo("TYPE_NOT_OF_LEVEL"))
                .body("errors.find { it.pointer == '/begins/1/code' }.code", equalTo("CODE_MALFORMED"))
                .body("errors.find { it.pointer == '/begins/2/parentCode' }.code", equalTo("PARENT_OF_WRONG_LEVEL"));
        post(
                        "/v1/unit-changes",
                        change("MERGE", D2025)
                                .ends("12", "999")
                                .begins("12102", "Z", "xã", "88")
                                .whole("12101", "55555")
                                .map())
                .statusCode(422)
                .body("errors.find { it.pointer == '/ends/0' }.code", equalTo("CHILD_LEFT_BEHIND"))
                .body("errors.find { it.pointer == '/ends/1' }.code", equalTo("UNIT_UNKNOWN"))
                .body("errors.find { it.pointer == '/begins/0/parentCode' }.code", equalTo("UNIT_UNKNOWN"))
                .body("errors.find { it.pointer == '/lineage/0/from' }.code", equalTo("LINEAGE_FROM_NOT_ENDED"))
                .body("errors.find { it.pointer == '/lineage/0/to' }.code", equalTo("UNIT_UNKNOWN"));
        get("/v1/units/12").statusCode(200).body("validTo", nullValue());
        get("/v1/units/12102?validAt=2025-07-01").statusCode(404);
    }

    @Test
    void theSameChangeAgainShouldBeRefusedWithTheFirstOnesId() {
        ChangeBody body = change("ESTABLISH", D2021).begins("13", "Mười Ba", "tỉnh", "VN");
        String id = record(body);
        post("/v1/unit-changes", body.map())
                .statusCode(409)
                .body("code", equalTo("CHANGE_ALREADY_RECORDED"), "id", equalTo(id));
    }

    @Test
    void aChangeShouldBeFoundByItsAct() {
        String id = record(change("ESTABLISH", D2021)
                .act("14/2020/QH14")
                .begins("14", "Mười Bốn", "tỉnh", "VN")
                .begins("141", "Một", "huyện", "14"));
        get("/v1/unit-changes?act=14/2020/QH14")
                .body(
                        "items",
                        hasSize(1),
                        "items[0].id",
                        equalTo(id),
                        "items[0].units",
                        equalTo(2),
                        "items[0].begins",
                        nullValue());
        get("/v1/unit-changes/" + id).body("begins.code", contains("14", "141"), "kind", equalTo("ESTABLISH"));
        get("/v1/unit-changes/00000000-0000-0000-0000-000000000000").statusCode(404);
    }

    @Test
    void aDryRunShouldChangeNothing() {
        steward()
                .body(change("ESTABLISH", D2021)
                        .begins("15", "Mười Lăm", "tỉnh", "VN")
                        .map())
                .post("/v1/unit-changes?dryRun=true")
                .then()
                .statusCode(200)
                .body("units", equalTo(1), "id", nullValue());
        get("/v1/units/15").statusCode(404);
    }

    @Test
    void whatWasKnownBeforeShouldBeReadAsOf() {
        record(change("ESTABLISH", D2021).begins("16", "Cũ", "tỉnh", "VN"));
        String recordedAt = get("/v1/unit-changes?effectiveOn=" + D2021 + "&pageSize=1000")
                .extract()
                .path("items.max { it.recordedAt }.recordedAt");
        record(change("RENAME", "2022-01-01").begins("16", "Mới", "tỉnh", "VN"));
        get("/v1/units/16?validAt=2023-01-01").body("name", equalTo("Mới"));
        get("/v1/units/16?validAt=2023-01-01&asOf=" + recordedAt).body("name", equalTo("Cũ"), "validTo", nullValue());
    }

    @Test
    void writingShouldNeedAStewardOfTheSubtree() {
        province("17", "171", "17101");
        var rename = change("RENAME", "2022-01-01")
                .begins("17101", "Khác", "xã", "171")
                .map();
        given().contentType(ContentType.JSON)
                .body(rename)
                .post("/v1/unit-changes")
                .then()
                .statusCode(401);
        as(TestTokens.reporter("VN"))
                .body(rename)
                .post("/v1/unit-changes")
                .then()
                .statusCode(403);
        as(TestTokens.token("s", "10", "steward"))
                .body(rename)
                .post("/v1/unit-changes")
                .then()
                .statusCode(403)
                .body("code", equalTo("FORBIDDEN"));
        as(TestTokens.token("s", "17", "steward"))
                .body(rename)
                .post("/v1/unit-changes")
                .then()
                .statusCode(201);
    }

    @Test
    void ofTwoStewardsThatRaceOneShouldWin() throws Exception {
        province("18", "181", "18101");
        var end = change("ABOLISH", "2024-01-01").ends("18101").map();
        var child = change("ESTABLISH", "2024-01-01")
                .begins("18101-01", "Một", "thôn", "18101")
                .map();
        List<Callable<Integer>> race = List.of(
                () -> post("/v1/unit-changes", end).extract().statusCode(),
                () -> post("/v1/unit-changes", child).extract().statusCode());
        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            List<Integer> codes = pool.invokeAll(race).stream()
                    .map(future -> {
                        try {
                            return future.get();
                        } catch (Exception failed) {
                            throw new IllegalStateException(failed);
                        }
                    })
                    .toList();
            assertThat(codes).contains(201).hasSize(2).anyMatch(code -> code == 409 || code == 422);
        }
    }

    @Test
    void hamletsShouldGoWithThePopulationToTheSuccessor() {
        province("19", "191", "19101", "19102");
        record(change("ESTABLISH", D2021)
                .begins("19101-01", "Một", "thôn", "19101")
                .begins("19101-02", "Hai", "thôn", "19101")
                .begins("19102-01", "Một", "ấp", "19102"));
        record(change("MERGE", D2025).ends("19101").whole("19101", "19102"));
        get("/v1/units/19102/children?validAt=2025-07-01")
                .body("items.code", contains("19102-01", "19102-02", "19102-03"));
        get("/v1/units/19101-01/successors?validAt=2024-01-01&at=2025-07-01")
                .body("items[0].unit.code", equalTo("19102-02"));
        String before = get("/v1/units/19101-01?validAt=2024-01-01").extract().path("unitId");
        get("/v1/units/19102-02?validAt=2025-07-01").body("unitId", equalTo(before), "name", equalTo("Một"));
    }

    @Test
    void hamletsOfADividedCommuneShouldEndUnlessTheChangeAssignsThem() {
        province("20", "201", "20101", "20102", "20103");
        record(change("ESTABLISH", D2021)
                .begins("20101-01", "Một", "thôn", "20101")
                .begins("20101-02", "Hai", "thôn", "20101"));
        record(change("MERGE", D2025)
                .ends("20101")
                .begins("20102-01", "Một", "thôn", "20102")
                .part("20101", "20102")
                .part("20101", "20103")
                .whole("20101-01", "20102-01"));
        get("/v1/units/20101-02?validAt=2025-07-01").statusCode(404);
        get("/v1/units/20101-02/successors?validAt=2024-01-01").body("items", hasSize(0));
        get("/v1/units/20101-01/successors?validAt=2024-01-01").body("items[0].unit.code", equalTo("20102-01"));
        get("/v1/units/20101/successors?validAt=2024-01-01").body("items.population", contains("PART", "PART"));
    }

    @Test
    void unitsShouldBeFoundWithoutDiacriticsAndByFormerNames() {
        record(change("CATALOGUE", D2021)
                .begins("21", "Đồng Tháp", "tỉnh", "VN")
                .begins("211", "Tam Nông", "huyện", "21")
                .begins("21101", "Phú Hiệp", "xã", "211"));
        record(change("MERGE", D2025).ends("211").begins("21101", "Tam Nông", "xã", "21"));
        get("/v1/units?q=tam nong&parent=21").body("items.code", hasItem("21101"));
        get("/v1/units?q=TAM NÔNG").body("items.code", contains("21101", "211"));
        get("/v1/units?q=phu hiep")
                .body(
                        "items.code",
                        hasItem("21101"),
                        "items.find { it.code == '21101' }.formerName",
                        equalTo("Phú Hiệp"));
        get("/v1/units?q=dong thap&validAt=2024-01-01").body("items[0].code", equalTo("21"));
        get("/v1/units?q=21101").body("items[0].code", equalTo("21101"));
        get("/v1/units?q=%25").statusCode(200).body("items", hasSize(0));
        get("/v1/units?level=PROVINCE&validAt=2024-01-01&pageSize=1").body("items", hasSize(1), "next", startsWith(""));
    }

    @Test
    void malformedRequestsShouldBeProblems() {
        steward().body("{").post("/v1/unit-changes").then().statusCode(400);
        steward()
                .body("{\"kind\":\"MERGE\",\"x\":1}")
                .post("/v1/unit-changes")
                .then()
                .statusCode(422)
                .body("code", equalTo("UNKNOWN_FIELD"));
        steward().body("{\"kind\":\"NONE\"}").post("/v1/unit-changes").then().statusCode(422);
        steward().body("{}").post("/v1/unit-changes").then().statusCode(422).body("errors.pointer", hasItem("/kind"));
        steward()
                .body("{\"ends\":[null],\"begins\":[null],\"lineage\":[null]}")
                .post("/v1/unit-changes")
                .then()
                .statusCode(422);
        steward().body("").post("/v1/unit-changes").then().statusCode(400);
        steward()
                .body(Map.of(
                        "kind",
                        "ESTABLISH",
                        "effectiveOn",
                        D2021,
                        "act",
                        Map.of("number", "1"),
                        "begins",
                        List.of(Map.of("code", "22", "name", "A\u0000B", "type", "tỉnh"))))
                .post("/v1/unit-changes")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("TEXT_INVALID"));
    }

    /** A province with one district and communes below it, known from 2021 on. */
    private static void province(String code, String district, String... communes) {
        ChangeBody body = change("CATALOGUE", D2021)
                .begins(code, "Tỉnh " + code, "tỉnh", "VN")
                .begins(district, "Huyện " + district, "huyện", code);
        for (String commune : communes) {
            body.begins(commune, "Xã " + commune, "xã", district);
        }
        record(body);
    }
}
