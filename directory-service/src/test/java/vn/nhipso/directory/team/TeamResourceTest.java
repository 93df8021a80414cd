package vn.nhipso.directory.team;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static vn.nhipso.directory.Directory.as;
import static vn.nhipso.directory.Directory.change;
import static vn.nhipso.directory.Directory.get;
import static vn.nhipso.directory.Directory.post;
import static vn.nhipso.directory.Directory.record;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import vn.nhipso.directory.Directory.ChangeBody;
import vn.nhipso.kit.event.ReceivedEvent;
import vn.nhipso.kit.event.Topics;
import vn.nhipso.kit.testing.EventSchemas;
import vn.nhipso.kit.testing.KafkaProbe;
import vn.nhipso.kit.testing.NhipsoTestResource;
import vn.nhipso.kit.testing.TestTokens;

/** Every test has a province of its own. */
@QuarkusTest
@WithTestResource(NhipsoTestResource.class)
class TeamResourceTest {

    private static final String TYPE = "vn.nhipso.team.changed.v1";

    @Test
    void aTeamShouldBeEnteredReadListedAndEnded() {
        communes("40", "40101", "40102");
        String id = team(Map.of(
                "unit",
                "40101",
                "kind",
                "COMMUNITY",
                "level",
                "COMMUNE",
                "name",
                "Tổ A",
                "validFrom",
                "2022-03-01",
                "decision",
                Map.of("number", "12/QĐ-UBND", "issuedOn", "2022-02-20")));
        team(Map.of("unit", "40102", "kind", "YOUTH", "level", "HAMLET", "name", "Tổ B"));

        get("/v1/teams/" + id)
                .statusCode(200)
                .body(
                        "unit",
                        equalTo("40101"),
                        "decision.number",
                        equalTo("12/QĐ-UBND"),
                        "validFrom",
                        equalTo("2022-03-01"),
                        "validTo",
                        nullValue(),
                        "placements",
                        hasSize(1),
                        "members",
                        nullValue());
        get("/v1/teams?unit=40101").body("items.id", contains(id));
        get("/v1/teams?unit=40101&validAt=2022-02-28").body("items", hasSize(0));
        get("/v1/teams?within=40&kind=YOUTH").body("items.name", contains("Tổ B"));
        get("/v1/teams?within=40&pageSize=1").body("items", hasSize(1), "next", notNullValue());

        post("/v1/teams/" + id + "/end", Map.of("on", "2022-03-01"))
                .statusCode(422)
                .body("errors[0].code", equalTo("PERIOD_REVERSED"));
        post("/v1/teams/" + id + "/end", Map.of("on", "2024-01-01"))
                .statusCode(200)
                .body("sequence", containsString("directory:"));
        post("/v1/teams/" + id + "/end", Map.of("on", "2025-01-01"))
                .statusCode(409)
                .body("code", equalTo("ALREADY_ENDED"));
        get("/v1/teams?unit=40101&validAt=2023-12-31").body("items", hasSize(1));
        get("/v1/teams?unit=40101&validAt=2024-01-01").body("items", hasSize(0));
    }

    @Test
    void aTeamShouldBeRefusedWithEveryReason() {
        communes("41", "41101");
        post(
                        "/v1/teams",
                        Map.of(
                                "unit",
                                "41101-99",
                                "name",
                                " ",
                                "level",
                                "HAMLET",
                                "validFrom",
                                "2022-01-01",
                                "validTo",
                                "2021-01-01"))
                .statusCode(422)
                .body("code", equalTo("REQUEST_REFUSED"))
                .body("errors.find { it.pointer == '/unit' }.code", equalTo("UNIT_UNKNOWN"))
                .body("errors.find { it.pointer == '/name' }.code", equalTo("FIELD_MISSING"))
                .body("errors.find { it.pointer == '/kind' }.code", equalTo("FIELD_MISSING"))
                .body("errors.find { it.pointer == '/validTo' }.code", equalTo("PERIOD_REVERSED"));
        post("/v1/teams", Map.of("unit", "41101", "kind", "COMMUNITY", "level", "DISTRICT", "name", "X"))
                .statusCode(422)
                .body("errors[0].code", equalTo("LEVEL_ABOVE_UNIT"));
        post(
                        "/v1/teams",
                        Map.of(
                                "unit",
                                "41101",
                                "kind",
                                "COMMUNITY",
                                "level",
                                "COMMUNE",
                                "name",
                                "X",
                                "validFrom",
                                "2020-12-31"))
                .statusCode(422)
                .body("errors[0].code", equalTo("UNIT_NOT_LIVING"));
        team(Map.of("unit", "41101", "kind", "COMMUNITY", "level", "COMMUNE", "name", "Y"));
        post("/v1/teams", Map.of("unit", "41101", "kind", "COMMUNITY", "level", "COMMUNE", "name", "y"))
                .statusCode(409)
                .body("code", equalTo("ALREADY_RECORDED"), "id", notNullValue());
        get("/v1/teams/00000000-0000-0000-0000-000000000000").statusCode(404).body("code", equalTo("TEAM_NOT_FOUND"));
    }

    @Test
    void personalDataShouldBeSeenByTheStewardAndTheUnitsOwnReporterOnly() {
        communes("42", "42101", "42102");
        String id = team(Map.of("unit", "42101", "kind", "COMMUNITY", "level", "COMMUNE", "name", "Tổ"));
        String path = "/v1/teams/" + id;
        post(
                        path + "/members",
                        Map.of("name", "Nguyễn Văn Kín", "role", "LEADER", "body", "Công an", "phone", "0912345678"))
                .statusCode(201);
        post(
                        path + "/members",
                        Map.of(
                                "name",
                                "Trần Thị Kín",
                                "role",
                                "MEMBER",
                                "body",
                                "Đoàn Thanh niên",
                                "from",
                                "2024-03-01"))
                .statusCode(201);

        given().get(path)
                .then()
                .statusCode(200)
                .body(
                        "members",
                        nullValue(),
                        "memberCounts.role",
                        contains("LEADER", "MEMBER"),
                        "memberCounts.body",
                        hasItem("Công an"));
        as(TestTokens.reporter("42102")).get(path).then().body("members", nullValue());
        as(TestTokens.reporter("42")).get(path).then().body("members", nullValue());
        as(TestTokens.reporter("VN")).get(path).then().body("members", nullValue());
        as(TestTokens.approver()).get(path).then().body("members", nullValue());
        as(TestTokens.reporter("42101"))
                .get(path)
                .then()
                .body("members.name", hasItem("Nguyễn Văn Kín"), "members.phone", hasItem("0912345678"));
        as(TestTokens.steward()).get(path).then().body("members", hasSize(2));
        String list = as(TestTokens.steward()).get("/v1/teams?unit=42101").asString();
        assertThat(list).doesNotContain("Kín").doesNotContain("0912345678");

        List<ReceivedEvent> events = eventsOf(id, 3);
        assertThat(events)
                .extracting(event -> event.json().get("revision").intValue())
                .containsExactly(1, 2, 3);
        for (ReceivedEvent event : events) {
            String json = new String(event.data(), StandardCharsets.UTF_8);
            EventSchemas.assertValid(TYPE, json);
            assertThat(json).doesNotContain("Kín").doesNotContain("0912345678").doesNotContain("Công an");
        }
        JsonNode last = events.getLast().json();
        assertThat(last.get("memberCounts").toString())
                .isEqualTo("[{\"count\":1},{\"from\":\"2024-03-01\",\"count\":2}]");
    }

    @Test
    void aMemberShouldLeaveOnADay() {
        communes("43", "43101");
        String id = team(Map.of(
                "unit", "43101", "kind", "COMMUNITY", "level", "COMMUNE", "name", "Tổ", "validFrom", "2022-01-01"));
        String member = post(
                        "/v1/teams/" + id + "/members", Map.of("name", "Ẩn", "role", "MEMBER", "from", "2022-01-01"))
                .statusCode(201)
                .extract()
                .path("id");
        post("/v1/teams/" + id + "/members", Map.of("name", "Ẩn", "role", "MEMBER", "from", "2021-01-01"))
                .statusCode(422)
                .body("errors[0].code", equalTo("OUTSIDE_LIFE"));
        post("/v1/teams/" + id + "/members", Map.of("name", "Ẩn", "role", "MEMBER", "phone", "call me"))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/phone"));
        post("/v1/teams/" + id + "/members/" + member + "/end", Map.of("on", "2023-01-01"))
                .statusCode(200);
        post("/v1/teams/" + id + "/members/" + member + "/end", Map.of("on", "2024-01-01"))
                .statusCode(409);
        post("/v1/teams/" + id + "/members/00000000-0000-0000-0000-000000000000/end", Map.of("on", "2024-01-01"))
                .statusCode(404)
                .body("code", equalTo("MEMBER_NOT_FOUND"));
        JsonNode last = eventsOf(id, 3).getLast().json();
        assertThat(last.get("memberCounts").toString())
                .isEqualTo("[{\"count\":1},{\"from\":\"2023-01-01\",\"count\":0}]");
    }

    @Test
    void writingShouldNeedATokenARoleAndTheSubtree() {
        communes("44", "44101", "44102");
        Map<String, Object> body = Map.of("unit", "44101", "kind", "COMMUNITY", "level", "COMMUNE", "name", "Tổ");
        given().contentType(ContentType.JSON)
                .body(body)
                .post("/v1/teams")
                .then()
                .statusCode(401);
        as(TestTokens.approver()).body(body).post("/v1/teams").then().statusCode(403);
        as(TestTokens.reporter("44102"))
                .body(body)
                .post("/v1/teams")
                .then()
                .statusCode(403)
                .body("code", equalTo("FORBIDDEN"));
        as(TestTokens.reporter("")).body(body).post("/v1/teams").then().statusCode(403);
        String id = as(TestTokens.reporter("44101"))
                .body(body)
                .post("/v1/teams")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        as(TestTokens.reporter("44102"))
                .body(Map.of("on", "2024-01-01"))
                .post("/v1/teams/" + id + "/end")
                .then()
                .statusCode(403);
        as(TestTokens.reporter("44"))
                .body(Map.of("on", "2024-01-01"))
                .post("/v1/teams/" + id + "/end")
                .then()
                .statusCode(200);
    }

    @Test
    void teamsShouldGoWithThePopulationToTheSuccessor() {
        communes("45", "45101", "45102", "45103", "45104");
        record(change("ESTABLISH", "2021-01-01").begins("45101-01", "Một", "thôn", "45101"));
        String commune = team(Map.of("unit", "45101", "kind", "COMMUNITY", "level", "COMMUNE", "name", "Tổ xã"));
        String hamlet = team(Map.of("unit", "45101-01", "kind", "COMMUNITY", "level", "HAMLET", "name", "Tổ thôn"));
        String divided = team(Map.of(
                "unit",
                "45103",
                "kind",
                "COMMUNITY",
                "level",
                "COMMUNE",
                "name",
                "Tổ bị chia",
                "validFrom",
                "2022-01-01"));
        record(change("MERGE", "2025-07-01")
                .ends("45101", "45103")
                .whole("45101", "45102")
                .part("45103", "45102")
                .part("45103", "45104"));

        get("/v1/teams/" + commune)
                .body("unit", equalTo("45102"), "placements.unit", contains("45101", "45102"), "validTo", nullValue());
        get("/v1/teams/" + hamlet)
                .body("unit", equalTo("45102-01"), "placements.from", contains("2021-01-01", "2025-07-01"));
        get("/v1/teams/" + divided).body("unit", equalTo("45103"), "validTo", equalTo("2025-07-01"));
        get("/v1/teams?unit=45101&validAt=2025-06-30").body("items", hasSize(1));
        get("/v1/teams?unit=45101&validAt=2025-07-01").body("items", hasSize(0));
        get("/v1/teams?unit=45102-01&validAt=2025-07-01").body("items", hasSize(1));

        JsonNode moved = eventsOf(hamlet, 2).getLast().json();
        assertThat(moved.get("placements").toString())
                .isEqualTo(
                        "[{\"unit\":\"45101-01\",\"from\":\"2021-01-01\",\"to\":\"2025-07-01\"},{\"unit\":\"45102-01\",\"from\":\"2025-07-01\"}]");
        assertThat(moved.get("unit").asText()).isEqualTo("45102-01");
        // Whoever reports for the successor may edit what came from the predecessor; for the divided one only those
        // above.
        as(TestTokens.reporter("45102"))
                .body(Map.of("name", "A", "role", "MEMBER"))
                .post("/v1/teams/" + hamlet + "/members")
                .then()
                .statusCode(201);
        as(TestTokens.reporter("45102"))
                .body(Map.of("name", "A", "role", "MEMBER", "from", "2023-01-01"))
                .post("/v1/teams/" + divided + "/members")
                .then()
                .statusCode(403);
        as(TestTokens.token("s", "45", "steward"))
                .body(Map.of("name", "A", "role", "MEMBER", "from", "2023-01-01"))
                .post("/v1/teams/" + divided + "/members")
                .then()
                .statusCode(201);
    }

    @Test
    void aTeamOfAUnitThatIsNoMoreShouldBeEnteredAndMoveOn() {
        communes("46", "46101", "46102");
        record(change("ESTABLISH", "2021-01-01").begins("46101-01", "Một", "thôn", "46101"));
        record(change("MERGE", "2025-07-01").ends("46101").whole("46101", "46102"));
        String id = team(Map.of("unit", "46101-01", "kind", "COMMUNITY", "level", "HAMLET", "name", "Tổ thôn Một"));
        get("/v1/teams/" + id)
                .body(
                        "unit",
                        equalTo("46102-01"),
                        "placements.unit",
                        contains("46101-01", "46102-01"),
                        "validFrom",
                        nullValue());
        get("/v1/teams?unit=46101-01&validAt=2024-08-23").body("items.id", contains(id));
        as(TestTokens.reporter("46102"))
                .body(Map.of(
                        "unit",
                        "46101",
                        "kind",
                        "SUPPORT",
                        "level",
                        "COMMUNE",
                        "name",
                        "Tổ cũ",
                        "validFrom",
                        "2023-01-01"))
                .post("/v1/teams")
                .then()
                .statusCode(201);
    }

    @Test
    void anIdempotencyKeyShouldHaveOneEffect() {
        communes("47", "47101");
        Map<String, Object> body = Map.of("unit", "47101", "kind", "COMMUNITY", "level", "COMMUNE", "name", "Tổ");
        String first = keyed("key-47", body).statusCode(201).extract().path("id");
        keyed("key-47", body).statusCode(201).body("id", equalTo(first)).header("Location", containsString(first));
        keyed("key-47", Map.of("unit", "47101", "kind", "COMMUNITY", "level", "COMMUNE", "name", "Khác"))
                .statusCode(409)
                .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
        get("/v1/teams?unit=47101").body("items", hasSize(1));
    }

    @Test
    void refusalsShouldNotRepeatPersonalData() {
        communes("48", "48101");
        String id = team(Map.of("unit", "48101", "kind", "COMMUNITY", "level", "COMMUNE", "name", "Tổ"));
        post("/v1/teams/" + id + "/members", Map.of("name", "Tên Riêng", "role", "MEMBER", "phone", "09-abc-riêng"))
                .statusCode(422)
                .body(not(containsString("Riêng")))
                .body(not(containsString("09-abc")));
        post("/v1/teams/" + id + "/members", Map.of("name", "Tên Riêng", "role", "BOSS", "phone", "0912"))
                .statusCode(422)
                .body(not(containsString("Riêng")));
    }

    private static io.restassured.response.ValidatableResponse keyed(String key, Object body) {
        return as(TestTokens.steward())
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/teams")
                .then();
    }

    @Test
    void aReusedCodeShouldFindTheTeamsOfItsPresentBearerOnly() {
        communes("49", "49101", "49102");
        String former = team(Map.of("unit", "49101", "kind", "COMMUNITY", "level", "COMMUNE", "name", "Tổ cũ"));
        record(change("MERGE", "2025-07-01")
                .ends("49101", "49102")
                .begins("49101", "Mới", "xã", "49")
                .part("49101", "49101")
                .whole("49102", "49101"));
        String present = team(Map.of("unit", "49101", "kind", "SUPPORT", "level", "COMMUNE", "name", "Tổ mới"));

        get("/v1/teams?unit=49101").body("items.id", contains(present));
        get("/v1/teams?unit=49101&validAt=2025-06-30").body("items.id", contains(former));
        // Without this day the reports would count it for whoever bore the code before.
        assertThat(eventsOf(present, 1).getLast().json().get("placements").toString())
                .isEqualTo("[{\"unit\":\"49101\",\"from\":\"2025-07-01\"}]");
    }

    private static String team(Map<String, Object> body) {
        return post("/v1/teams", body).statusCode(201).extract().path("id");
    }

    private static List<ReceivedEvent> eventsOf(String team, int atLeast) {
        return Awaitility.await()
                .until(
                        () -> KafkaProbe.read(Topics.DIRECTORY_TEAMS).stream()
                                .filter(event -> team.equals(event.key()))
                                .toList(),
                        events -> events.size() >= atLeast);
    }

    /** A province with communes directly below it, known from 2021 on. */
    private static void communes(String province, String... communes) {
        ChangeBody body = change("CATALOGUE", "2021-01-01").begins(province, "Tỉnh " + province, "tỉnh", "VN");
        for (String commune : communes) {
            body.begins(commune, "Xã " + commune, "xã", province);
        }
        record(body);
    }
}
