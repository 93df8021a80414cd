package vn.nhipso.directory.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static vn.nhipso.directory.Directory.change;
import static vn.nhipso.directory.Directory.get;
import static vn.nhipso.directory.Directory.post;
import static vn.nhipso.directory.Directory.record;
import static vn.nhipso.directory.catalogue.Lists.LINEAGE;
import static vn.nhipso.directory.catalogue.Lists.send;
import static vn.nhipso.directory.catalogue.Lists.threeLevels;
import static vn.nhipso.directory.catalogue.Lists.twoLevels;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import vn.nhipso.directory.Directory;
import vn.nhipso.kit.event.ReceivedEvent;
import vn.nhipso.kit.event.Topics;
import vn.nhipso.kit.testing.EventSchemas;
import vn.nhipso.kit.testing.KafkaProbe;
import vn.nhipso.kit.testing.NhipsoTestResource;
import vn.nhipso.kit.testing.TestTokens;

/** Every test has a province of its own. */
@QuarkusTest
@WithTestResource(NhipsoTestResource.class)
class LineageImportResourceTest {

    private static final String UNITS = "/v1/unit-imports?act=202/2025/QH15&validFrom=";
    private static final String EDGES = "/v1/lineage-imports?effectiveOn=2025-07-01";

    @Test
    void edgesShouldSettleWhichUnitsAreTheSame() {
        lists("80");
        String before = get("/v1/units/80101?validAt=2025-06-30").extract().path("unitId");
        get("/v1/units/80101?validAt=2025-07-01").body("unitId", equalTo(before));
        campaign("Cũ", "2024-01-01");
        campaign("Mới", "2025-08-01");
        post("/v1/initiatives", Map.of("unit", "80101", "name", "Không rõ ngày"))
                .statusCode(201);
        get("/v1/campaigns?unit=80101").body("items.name", contains("Cũ", "Mới"));
        String edges = LINEAGE
                + "80,80,whole,8/QĐ-TTg,province,,,Giữ nguyên\n"
                + "801,,,8/QĐ-TTg,district,,,\n"
                + "80101,80101,whole,80/NQ-UBTVQH15,commune,whole,whole,Nhập toàn bộ\n"
                + "80102,80101,whole,80/NQ-UBTVQH15,commune,whole,whole,Nhập toàn bộ\n"
                + "80103,80101,part,80/NQ-UBTVQH15,commune,,,Nhập một phần\n"
                + "80103,80104,part,80/NQ-UBTVQH15,commune,part,part,Nhập một phần\n";
        send(EDGES + "&dryRun=true", edges)
                .statusCode(200)
                .body("status", equalTo("DRY_RUN"), "edges", equalTo(6), "changeId", nullValue());
        send(EDGES, edges)
                .statusCode(200)
                .body(
                        "status", equalTo("APPLIED"),
                        "begun", equalTo(2),
                        "ended", equalTo(4),
                        "altered", equalTo(0),
                        "unchanged", equalTo(1),
                        "divided", equalTo(1));
        get("/v1/units/80101?validAt=2025-06-30").body("unitId", equalTo(before));
        get("/v1/units/80101?validAt=2025-07-01").body("unitId", not(equalTo(before)));
        get("/v1/units/80103/successors?validAt=2025-06-30&at=2025-07-01")
                .body("items.unit.code", contains("80101", "80104"), "items.population", contains("PART", "PART"));
        get("/v1/units/80101/predecessors?validAt=2025-07-01")
                .body("items.unit.code", contains("80101", "80102", "80103"));
        send(EDGES, edges).statusCode(200).body("status", equalTo("UNCHANGED"));
        get("/v1/campaigns?unit=80101").body("items.name", contains("Mới"));
        // Entered for the only unit that there was under this code then.
        get("/v1/initiatives?unit=80101&validAt=2025-06-30").body("items.name", contains("Không rõ ngày"));
        String id = get("/v1/unit-changes?act=80/NQ-UBTVQH15")
                .body("items", hasSize(1))
                .extract()
                .path("items[0].id");
        get("/v1/unit-changes/" + id)
                .body(
                        "lineage.find { it.from == '80102' }.instrument", equalTo("80/NQ-UBTVQH15"),
                        "lineage.find { it.from == '80102' }.note", equalTo("Nhập toàn bộ"));
        assertEvent(id, "80102@2025-07-01");
    }

    private static void campaign(String name, String from) {
        post("/v1/campaigns", Map.of("unit", "80101", "name", name, "from", from))
                .statusCode(201);
    }

    private static void assertEvent(String change, String key) {
        ReceivedEvent event = Awaitility.await()
                .until(
                        () -> KafkaProbe.read(Topics.DIRECTORY_HIERARCHY).stream()
                                .filter(each -> each.key().equals(key)
                                        && change.equals(
                                                each.json().at("/changeId").asText()))
                                .toList(),
                        events -> !events.isEmpty())
                .getFirst();
        EventSchemas.assertValid(event.type(), new String(event.data(), StandardCharsets.UTF_8));
        assertThat(event.json().at("/edges/0/instrument").asText()).isEqualTo("80/NQ-UBTVQH15");
    }

    @Test
    void rightsOverACodeOfTodayShouldBeThoseOverItsUnitAndWhatIsWholeInIt() {
        lists("29");
        send(EDGES, LINEAGE + "29101,29104,whole,1/NQ,commune,,,\n29102,29101,whole,1/NQ,commune,,,\n")
                .statusCode(200);
        hamletOf2024("29101").statusCode(403);
        hamletOf2024("29103").statusCode(403);
        hamletOf2024("29102").statusCode(201);
    }

    private static io.restassured.response.ValidatableResponse hamletOf2024(String commune) {
        Map<String, String> hamlet = Map.of(
                "code", commune + "-01", "name", "Một", "type", "thôn", "parentCode", commune, "validTo", "2025-07-01");
        Map<String, Object> change =
                Map.of("kind", "ESTABLISH", "effectiveOn", "2024-01-01", "begins", List.of(hamlet));
        return Directory.as(TestTokens.token("steward-29101", "29101", "steward"))
                .body(change)
                .post("/v1/unit-changes")
                .then();
    }

    @Test
    void everyBadRowShouldBeNamedAndNothingRecorded() {
        lists("81");
        String edges = LINEAGE
                + "81101,81101,whole,1/NQ,commune,,,\n"
                + "81199,81101,whole,1/NQ,commune,,,\n"
                + "81102,81199,whole,1/NQ,commune,,,\n"
                + "81103,81101,whole,1/NQ,commune,,,\n"
                + "81103,81104,whole,1/NQ,commune,,,\n"
                + "811,81104,whole,1/NQ,commune,,,\n"
                + "81101,81101,whole,1/NQ,commune,,,\n"
                + "8110,81101,all,1/NQ,commune,,,\n"
                + "81102,81104,part,,commune,,,\n"
                + "81102-01,81104,part,1/NQ,,,,\n";
        send(EDGES, edges)
                .statusCode(422)
                .body("code", equalTo("IMPORT_REFUSED"))
                .body("errors.findAll { it.row == 3 }.code", contains("UNIT_UNKNOWN"))
                .body("errors.findAll { it.row == 4 }.code", hasItem("UNIT_UNKNOWN"))
                .body("errors.findAll { it.row == 6 }.code", hasItem("LINEAGE_EXTENT_CONFLICT"))
                .body("errors.findAll { it.row == 7 }.code", contains("LEVEL_DIFFERS_FROM_CODE"))
                .body("errors.findAll { it.row == 8 }.code", hasItem("DUPLICATE_EDGE"))
                .body("errors.findAll { it.row == 8 }.detail", hasItem(containsString("line 2")))
                .body("errors.findAll { it.row == 9 }.code", contains("CODE_MALFORMED", "WORD_UNKNOWN"))
                .body("errors.findAll { it.row == 10 }.code", hasItem("ACT_MISSING"))
                .body("errors.findAll { it.row == 11 }.code", contains("CODE_MALFORMED"));
        get("/v1/units/81103/successors?validAt=2025-06-30&at=2025-07-01").body("items", hasSize(0));
    }

    @Test
    void hamletsTeamsAndCommitteesShouldEndWithTheListAndLiveOnWithItsLineage() {
        send(UNITS + "2021-01-01&within=82", threeLevels("82", "82101", "82102", "82103", "82105"))
                .statusCode(200);
        Followed followed = new Followed("82");
        send(UNITS + "2025-07-01&within=82", twoLevels("82", "82101", "82104", "82105"))
                .statusCode(200);
        get("/v1/units/82102-01?validAt=2025-07-01").statusCode(404);
        followed.team().body("validTo", equalTo("2025-07-01"));
        followed.closed().body("validTo", equalTo("2025-07-01"));
        followed.committee().body("validTo", nullValue());
        send(EDGES, followed.edges()).statusCode(200).body("hamletsMoved", equalTo(2), "teamsMoved", equalTo(1));
        followed.assertMoved();
    }

    @Test
    void listAndLineageInOneRequestShouldDoTheSameAsOneAfterTheOther() {
        send(UNITS + "2021-01-01&within=83", threeLevels("83", "83101", "83102", "83103", "83105"))
                .statusCode(200);
        Followed followed = new Followed("83");
        String units = twoLevels("83", "83101", "83104", "83105");
        both(UNITS + "2025-07-01&within=83", units, followed.edges().replace("83104", "83109"))
                .statusCode(422)
                .body("errors.pointer", hasItem("/lineage/new_code"), "errors.row", hasItem(4));
        get("/v1/units/83104?validAt=2025-07-01").statusCode(404);
        both(UNITS + "2025-07-01&within=83", units, followed.edges())
                .statusCode(200)
                .body("status", equalTo("APPLIED"))
                .body("lineage.hamletsMoved", equalTo(2), "lineage.edges", equalTo(4));
        followed.assertMoved();
        both(UNITS + "2025-07-01&within=83", units, followed.edges())
                .statusCode(200)
                .body("status", equalTo("UNCHANGED"));
    }

    /** Hamlets, teams and a committee in communes that end: 102 goes whole to 104, 103 is divided, 105 is used again for 102's neighbour. */
    private static final class Followed {
        private final String province;
        private final String team;
        private final String closed;
        private final String divided;
        private final String committee;

        Followed(String province) {
            this.province = province;
            record(change("ESTABLISH", "2021-01-01")
                    .without("act")
                    .begins(code("102-01"), "Một", "thôn", code("102"))
                    .begins(code("103-01"), "Hai", "thôn", code("103"))
                    .begins(code("105-01"), "Ba", "thôn", code("105")));
            team = team(code("102-01"), Map.of("validFrom", "2022-01-01"));
            closed = team(code("102"), Map.of("validFrom", "2022-01-01", "validTo", "2025-07-01"));
            divided = team(code("103-01"), Map.of("validFrom", "2022-01-01"));
            committee = post(
                            "/v1/committees",
                            Map.of(
                                    "unit",
                                    code("105"),
                                    "name",
                                    "Ban chỉ đạo",
                                    "from",
                                    "2022-01-01",
                                    "members",
                                    List.of()))
                    .statusCode(201)
                    .extract()
                    .path("id");
        }

        private String team(String unit, Map<String, String> days) {
            Map<String, Object> body = new java.util.HashMap<>(days);
            body.put("unit", unit);
            body.put("kind", "COMMUNITY");
            body.put("level", unit.contains("-") ? "HAMLET" : "COMMUNE");
            body.put("name", "Tổ " + unit + days.size());
            return post("/v1/teams", body).statusCode(201).extract().path("id");
        }

        private String code(String rest) {
            return province + rest;
        }

        String edges() {
            return LINEAGE
                    + code("102") + "," + code("104") + ",whole,1/NQ,commune,,,\n"
                    + code("103") + "," + code("101") + ",part,1/NQ,commune,,,\n"
                    + code("103") + "," + code("104") + ",part,1/NQ,commune,,,\n"
                    + code("105") + "," + code("104") + ",whole,1/NQ,commune,,,\n";
        }

        io.restassured.response.ValidatableResponse team() {
            return Directory.steward().get("/v1/teams/" + team).then();
        }

        io.restassured.response.ValidatableResponse closed() {
            return Directory.steward().get("/v1/teams/" + closed).then();
        }

        io.restassured.response.ValidatableResponse committee() {
            return Directory.steward().get("/v1/committees/" + committee).then();
        }

        void assertMoved() {
            get("/v1/units/" + code("104") + "/children?validAt=2025-07-01")
                    .body("items.code", contains(code("104-01"), code("104-02")));
            get("/v1/units/" + code("105") + "/children?validAt=2025-07-01").body("items", hasSize(0));
            team().body(
                            "validTo", nullValue(),
                            "unit", equalTo(code("104-01")),
                            "placements.unit", contains(code("102-01"), code("104-01")));
            closed().body("validTo", equalTo("2025-07-01"), "placements.unit", contains(code("102")));
            Directory.steward()
                    .get("/v1/teams/" + divided)
                    .then()
                    .body("validTo", equalTo("2025-07-01"), "placements.unit", contains(code("103-01")));
            committee().body("validTo", nullValue(), "placements.unit", contains(code("105"), code("104")));
        }
    }

    private static void lists(String province) {
        send(
                        UNITS + "2021-01-01&within=" + province,
                        threeLevels(province, province + "101", province + "102", province + "103"))
                .statusCode(200);
        send(UNITS + "2025-07-01&within=" + province, twoLevels(province, province + "101", province + "104"))
                .statusCode(200);
    }

    private static io.restassured.response.ValidatableResponse both(String path, String units, String lineage) {
        return io.restassured.RestAssured.given()
                .auth()
                .oauth2(TestTokens.steward())
                .header("Accept-Language", "en")
                .multiPart("units", "units.csv", units.getBytes(StandardCharsets.UTF_8), "text/csv")
                .multiPart("lineage", "lineage.csv", lineage.getBytes(StandardCharsets.UTF_8), "text/csv")
                .post(path)
                .then();
    }
}
