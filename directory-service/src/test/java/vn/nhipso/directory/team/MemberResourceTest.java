package vn.nhipso.directory.team;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static vn.nhipso.directory.Directory.as;
import static vn.nhipso.directory.Directory.change;
import static vn.nhipso.directory.Directory.get;
import static vn.nhipso.directory.Directory.post;
import static vn.nhipso.directory.Directory.record;
import static vn.nhipso.directory.Directory.steward;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import vn.nhipso.kit.testing.NhipsoTestResource;
import vn.nhipso.kit.testing.TestTokens;

/** Editing teams and members. */
@QuarkusTest
@WithTestResource(NhipsoTestResource.class)
class MemberResourceTest {

    @Test
    void aMemberShouldBeAlteredOnTheStateThatWasRead() {
        String team = team("33", "33101");
        String member = member(team, Map.of("name", "Ẩn Danh", "role", "MEMBER", "phone", "0900 000 001"));
        String path = "/v1/teams/" + team + "/members/" + member;
        String tag = steward().get(path).then().statusCode(200).extract().header("ETag");

        patch(path, null, Map.of("role", "LEADER")).statusCode(428).body("code", equalTo("PRECONDITION_REQUIRED"));
        patch(path, "\"other\"", Map.of("role", "LEADER")).statusCode(412).body("code", equalTo("PRECONDITION_FAILED"));
        String next = patch(path, tag, Map.of("role", "LEADER", "body", "Công an xã"))
                .statusCode(200)
                .extract()
                .header("ETag");
        patch(path, tag, Map.of("role", "DEPUTY")).statusCode(412);
        patch(path, next, Map.of("role", "LEADER")).statusCode(200).header("ETag", equalTo(next));
        patch(path, next, Collections.singletonMap("phone", null)).statusCode(200);
        steward()
                .get(path)
                .then()
                .body("role", equalTo("LEADER"), "body", equalTo("Công an xã"), "phone", nullValue())
                .body("name", equalTo("Ẩn Danh"));
        // The tag of the team does as well.
        patch(path, tagOf(team), Map.of("from", "2023-01-01")).statusCode(200);
        patch(path, tagOf(team), Map.of("from", "1990-01-01"))
                .statusCode(422)
                .body("errors[0].code", equalTo("OUTSIDE_LIFE"));
        patch(path, tagOf(team), Collections.singletonMap("role", null)).statusCode(422);
        patch(path, tagOf(team), Map.of("salary", 1)).statusCode(422).body("code", equalTo("UNKNOWN_FIELD"));
        patch(path, tagOf(team), Map.of("phone", 912345678)).statusCode(422);
    }

    @Test
    void ofTwoEditsOfTheSameStateOneShouldWin() throws Exception {
        String team = team("34", "34101");
        String path = "/v1/teams/" + team + "/members/" + member(team, Map.of("name", "Ẩn Danh", "role", "MEMBER"));
        String tag = steward().get(path).getHeader("ETag");

        assertThat(together(
                        () -> patch(path, tag, Map.of("body", "Một")).extract().statusCode(),
                        () -> patch(path, tag, Map.of("body", "Hai")).extract().statusCode()))
                .containsExactlyInAnyOrder(200, 412);
    }

    @Test
    void theSameTeamEnteredTwiceAtOnceShouldBeStoredOnce() throws Exception {
        commune("58", "58101");
        Map<String, Object> body = Map.of("unit", "58101", "kind", "COMMUNITY", "level", "COMMUNE", "name", "Tổ");
        Callable<Integer> enter = () -> post("/v1/teams", body).extract().statusCode();

        assertThat(together(enter, enter)).containsExactlyInAnyOrder(201, 409);
        get("/v1/teams?unit=58101").body("items", hasSize(1));
    }

    @Test
    void aMemberShouldLeaveAndJoinAgain() {
        String team = team("59", "59101");
        Map<String, Object> first =
                Map.of("name", "Ẩn Danh", "role", "DEPUTY", "body", "Hội Phụ nữ", "from", "2022-03-01");
        String member = member(team, first);
        String members = "/v1/teams/" + team + "/members";
        post(members, first).statusCode(409).body("code", equalTo("ALREADY_RECORDED"), "id", equalTo(member));
        post(members + "/" + member + "/end", Map.of("on", "2023-01-01")).statusCode(200);
        member(team, Map.of("name", "Ẩn Danh", "role", "DEPUTY", "body", "Hội Phụ nữ", "from", "2024-01-01"));

        count(team, "2022-02-28", 0);
        count(team, "2022-12-31", 1);
        count(team, "2023-06-01", 0);
        count(team, "2024-01-01", 1);
        get("/v1/teams/" + team + "?validAt=2022-12-31")
                .body("memberCounts.role", contains("DEPUTY"), "memberCounts.body", contains("Hội Phụ nữ"));
        get("/v1/teams?unit=59101&validAt=2023-06-01").body("items[0].memberCounts", hasSize(0));
    }

    @Test
    void aTeamShouldBeAlteredEndedAndReopened() {
        String team = team("35", "35101");
        String path = "/v1/teams/" + team;
        String tag = tagOf(team);
        patch(path, null, Map.of("name", "Tổ khác")).statusCode(428);
        patch(path, tag, Map.of("name", " ", "level", "DISTRICT"))
                .statusCode(422)
                .body("errors.code", contains("FIELD_MISSING", "LEVEL_ABOVE_UNIT"));
        patch(path, tag, Map.of("name", "Tổ khác", "level", "HAMLET", "decision", Map.of("number", "9/QĐ")))
                .statusCode(200);
        patch(path, tag, Map.of("name", "Tổ nữa")).statusCode(412);
        get(path).body("name", equalTo("Tổ khác"), "level", equalTo("HAMLET"), "decision.number", equalTo("9/QĐ"));
        patch(path, tagOf(team), Collections.singletonMap("decision", null)).statusCode(200);
        get(path).body("decision", nullValue());
        post(
                        "/v1/teams",
                        Map.of(
                                "unit",
                                "35101",
                                "kind",
                                "COMMUNITY",
                                "level",
                                "COMMUNE",
                                "name",
                                "Tổ hai",
                                "validFrom",
                                "2021-01-01"))
                .statusCode(201);
        patch(path, tagOf(team), Map.of("name", "tổ hai")).statusCode(409).body("code", equalTo("ALREADY_RECORDED"));

        steward().post(path + "/reopening").then().statusCode(409).body("code", equalTo("NOT_ENDED"));
        post(path + "/end", Map.of("on", "2024-01-01")).statusCode(200);
        steward().post(path + "/reopening").then().statusCode(200);
        get(path).body("validTo", nullValue(), "placements", hasSize(1), "placements[0].to", nullValue());
    }

    @Test
    void aReopenedTeamShouldGoWhereItsUnitWent() {
        String team = team("36", "36101", "36102", "36103", "36104");
        post("/v1/teams/" + team + "/end", Map.of("on", "2024-01-01")).statusCode(200);
        record(change("MERGE", "2025-07-01").ends("36101").whole("36101", "36102"));
        steward().post("/v1/teams/" + team + "/reopening").then().statusCode(200);
        get("/v1/teams/" + team).body("placements.unit", contains("36101", "36102"), "validTo", nullValue());

        String divided = post(
                        "/v1/teams",
                        Map.of("unit", "36103", "kind", "COMMUNITY", "level", "COMMUNE", "name", "Tổ bị chia"))
                .extract()
                .path("id");
        record(change("MERGE", "2025-10-01")
                .ends("36103")
                .part("36103", "36102")
                .part("36103", "36104"));
        steward()
                .post("/v1/teams/" + divided + "/reopening")
                .then()
                .statusCode(422)
                .body("code", equalTo("UNIT_NOT_LIVING"));
    }

    @Test
    void aTeamOfADividedUnitShouldBeMovedByHand() {
        String team = team("68", "68101", "68102", "68103");
        String path = "/v1/teams/" + team + "/moves";
        record(change("MERGE", "2025-07-01")
                .ends("68101")
                .part("68101", "68102")
                .part("68101", "68103"));
        get("/v1/teams/" + team).body("validTo", equalTo("2025-07-01"));

        post(path, Map.of()).statusCode(422).body("errors[0].pointer", equalTo("/on"));
        post(path, Map.of("to", "68999", "on", "2025-07-01"))
                .statusCode(422)
                .body("errors[0].code", equalTo("UNIT_UNKNOWN"));
        post(path, Map.of("to", "68101", "on", "2025-07-01"))
                .statusCode(422)
                .body("errors[0].code", equalTo("UNIT_NOT_LIVING"));
        post(path, Map.of("to", "68103", "on", "2025-07-02"))
                .statusCode(422)
                .body("errors[0].code", equalTo("OUTSIDE_LIFE"));
        post(path, Map.of("to", "68103", "on", "2021-01-01"))
                .statusCode(422)
                .body("errors[0].code", equalTo("OUTSIDE_LIFE"));
        as(TestTokens.reporter("68103"))
                .body(Map.of("to", "68103", "on", "2025-07-01"))
                .post(path)
                .then()
                .statusCode(403);
        as(TestTokens.reporter("68"))
                .body(Map.of("to", "68103", "on", "2025-07-01"))
                .post(path)
                .then()
                .statusCode(200);
        post(path, Map.of("to", "68103", "on", "2025-08-01")).statusCode(409);
        get("/v1/teams/" + team)
                .body(
                        "placements.unit",
                        contains("68101", "68103"),
                        "placements.from",
                        contains("2021-01-01", "2025-07-01"))
                .body("validTo", nullValue());
        post(path, Map.of("to", "68102", "on", "2024-01-01")).statusCode(200);
        get("/v1/teams/" + team).body("placements.unit", contains("68101", "68102"));
        get("/v1/teams?unit=68102&validAt=2024-01-01").body("items.id", contains(team));
    }

    @Test
    void editingPersonsShouldBeForThoseWhoMaySeeThem() {
        String team = team("37", "37101");
        String member = member(team, Map.of("name", "Ẩn Danh", "role", "MEMBER"));
        String path = "/v1/teams/" + team + "/members/" + member;
        given().get(path).then().statusCode(401);
        as(TestTokens.reporter("37")).get(path).then().statusCode(403).body(not(equalTo("Ẩn")));
        as(TestTokens.reporter("37101")).get(path).then().statusCode(200).body("name", equalTo("Ẩn Danh"));
        as(TestTokens.reporter("37"))
                .header("If-Match", "*")
                .body(Map.of("role", "LEADER"))
                .patch(path)
                .then()
                .statusCode(403);
        as(TestTokens.reporter("37101"))
                .header("If-Match", "*")
                .body(Map.of("role", "LEADER"))
                .patch(path)
                .then()
                .statusCode(200);
    }

    private static void count(String team, String day, int members) {
        int sum = get("/v1/teams/" + team + "?validAt=" + day)
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("memberCounts.count", Integer.class)
                .stream()
                .mapToInt(Integer::intValue)
                .sum();
        assertThat(sum).as(day).isEqualTo(members);
    }

    private static List<Integer> together(Callable<Integer> one, Callable<Integer> other) throws Exception {
        try (var pool = Executors.newFixedThreadPool(2)) {
            Future<Integer> first = pool.submit(one);
            Future<Integer> second = pool.submit(other);
            return List.of(first.get(), second.get());
        }
    }

    private static ValidatableResponse patch(String path, String tag, Map<String, Object> body) {
        var request = steward().body(body);
        return (tag == null ? request : request.header("If-Match", tag))
                .patch(path)
                .then();
    }

    private static String tagOf(String team) {
        return steward()
                .get("/v1/teams/" + team)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
    }

    private static String member(String team, Map<String, Object> body) {
        return post("/v1/teams/" + team + "/members", body)
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** A team of the first commune. */
    private static String team(String province, String... communes) {
        commune(province, communes);
        return post(
                        "/v1/teams",
                        Map.of(
                                "unit",
                                communes[0],
                                "kind",
                                "COMMUNITY",
                                "level",
                                "COMMUNE",
                                "name",
                                "Tổ",
                                "validFrom",
                                "2021-01-01"))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void commune(String province, String... communes) {
        var body = change("CATALOGUE", "2021-01-01").begins(province, "Tỉnh " + province, "tỉnh", "VN");
        for (String commune : communes) {
            body.begins(commune, "Xã " + commune, "xã", province);
        }
        record(body);
    }
}
