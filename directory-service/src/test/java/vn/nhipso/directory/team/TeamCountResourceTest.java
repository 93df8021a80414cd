package vn.nhipso.directory.team;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static vn.nhipso.directory.Directory.change;
import static vn.nhipso.directory.Directory.get;
import static vn.nhipso.directory.Directory.post;
import static vn.nhipso.directory.Directory.record;
import static vn.nhipso.directory.Directory.steward;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.nhipso.kit.testing.NhipsoTestResource;

/** Numbers of teams, and lists by place and name. */
@QuarkusTest
@WithTestResource(NhipsoTestResource.class)
class TeamCountResourceTest {

    @Test
    void teamsMembersAndCoveredHamletsShouldBeCountedOnAnyDay() {
        record(change("CATALOGUE", "2021-01-01")
                .begins("80", "Tám Mươi", "tỉnh", "VN")
                .begins("801", "Một", "huyện", "80")
                .begins("80101", "Xã Một", "xã", "801")
                .begins("80102", "Xã Hai", "xã", "801")
                .begins("80103", "Xã Ba", "xã", "80"));
        record(change("ESTABLISH", "2021-01-01")
                .begins("80101-01", "Một", "thôn", "80101")
                .begins("80101-02", "Hai", "thôn", "80101")
                .begins("80103-01", "Một", "ấp", "80103"));
        String first = team("80101-01", "COMMUNITY", "HAMLET", "2022-01-01");
        team("80101-01", "YOUTH", "HAMLET", "2022-01-01");
        team("80101", "COMMUNITY", "COMMUNE", "2023-01-01");
        for (int i = 0; i < 3; i++) {
            post(
                            "/v1/teams/" + first + "/members",
                            Map.of("name", "Ẩn " + i, "role", "MEMBER", "from", "202" + (3 + i) + "-01-01"))
                    .statusCode(201);
        }

        get("/v1/team-counts?within=80&validAt=2024-06-01")
                .statusCode(200)
                .body("level", equalTo("COMMUNE"), "items.unit.code", contains("80101", "80102", "80103"))
                .body(
                        "items[0].teams",
                        hasSize(3),
                        "items[0].hamlets",
                        equalTo(2),
                        "items[0].hamletsWithTeam",
                        equalTo(1))
                .body("items[0].hamletCoveragePercent", equalTo(50.0f))
                .body("items[0].teams.find { it.kind == 'COMMUNITY' && it.level == 'HAMLET' }.members", equalTo(2))
                .body("items[1].hamlets", nullValue(), "items[1].communesWithoutHamlets", equalTo(1))
                .body("items[2].hamlets", equalTo(1), "items[2].hamletsWithTeam", equalTo(0))
                .body("total.hamlets", equalTo(3), "total.hamletsWithTeam", equalTo(1), "total.communes", equalTo(3))
                .body("total.communesWithoutHamlets", equalTo(1), "total.teams.teams.sum()", equalTo(3));
        get("/v1/team-counts?within=80&validAt=2022-06-01")
                .body("items[0].teams", hasSize(2), "total.teams.members.sum()", equalTo(0));
        get("/v1/team-counts?within=80&validAt=2024-06-01&by=level")
                .body("items.level", contains("COMMUNE", "HAMLET"))
                .body("items[1].teams.kind", contains("COMMUNITY", "YOUTH"), "items[1].hamlets", nullValue());
        get("/v1/team-counts?within=80&validAt=2024-06-01&level=DISTRICT")
                .body("items.unit.code", contains("801"), "items[0].communes", equalTo(2));
        get("/v1/team-counts?within=80101-01&validAt=2024-06-01").body("items[0].teams", hasSize(2));
        get("/v1/team-counts?validAt=2024-06-01").body("level", equalTo("PROVINCE"), "items.unit.code", hasItem("80"));
        steward()
                .body(Map.of("code", "80101"))
                .put("/v1/code-aliases/80999")
                .then()
                .statusCode(201);
        get("/v1/team-counts?within=80999&validAt=2024-06-01")
                .body("within", equalTo("80101"), "items.unit.code", contains("80101"));
        get("/v1/team-counts?within=80&validAt=2020-06-01").statusCode(404).body("code", equalTo("UNIT_NOT_FOUND"));
        get("/v1/team-counts?within=80&by=kind").statusCode(400);
    }

    @Test
    void aListWithinAUnitShouldLookAtEachTeamInItsOwnTime() {
        record(change("CATALOGUE", "2021-01-01")
                .begins("81", "Tám Mốt", "tỉnh", "VN")
                .begins("53", "Tám Hai", "tỉnh", "VN")
                .begins("81101", "Xã Một", "xã", "81")
                .begins("81102", "Xã Hai", "xã", "81"));
        String moving = team("81101", "COMMUNITY", "COMMUNE", "2022-01-01");
        String ended = team("81102", "COMMUNITY", "COMMUNE", "2022-01-01");
        String committee = post("/v1/committees", Map.of("unit", "81101", "name", "Ban Chỉ đạo Tám Mốt"))
                .statusCode(201)
                .extract()
                .path("id");
        String campaign = post("/v1/campaigns", Map.of("unit", "81101", "name", "Mở rộng", "from", "2021-06-01"))
                .statusCode(201)
                .extract()
                .path("id");
        String over = post(
                        "/v1/campaigns",
                        Map.of("unit", "81101", "name", "Đã qua", "from", "2021-06-01", "to", "2022-01-01"))
                .statusCode(201)
                .extract()
                .path("id");
        post("/v1/teams/" + ended + "/end", Map.of("on", "2024-01-01")).statusCode(200);
        record(change("TRANSFER", "2025-01-01")
                .begins("81101", "Xã Một", "xã", "53")
                .begins("81102", "Xã Hai", "xã", "53"));

        get("/v1/teams?within=53").body("items.id", contains(moving));
        get("/v1/teams?within=81").body("items.id", contains(ended));
        get("/v1/teams?within=81&validAt=2024-12-31").body("items.id", contains(moving));
        get("/v1/teams?within=81102").body("items.id", contains(ended));
        get("/v1/committees?within=53").body("items.id", contains(committee));
        get("/v1/committees?within=81").body("items", hasSize(0));
        get("/v1/campaigns?within=53").body("items.id", contains(campaign));
        get("/v1/campaigns?within=81").body("items.id", contains(over));
        get("/v1/campaigns?within=81&validAt=2024-12-31").body("items.id", contains(campaign));
        get("/v1/teams?within=VN&q=community 81101").body("items.id", contains(moving));
    }

    @Test
    void namesShouldBeFoundWithoutDiacritics() {
        record(change("CATALOGUE", "2021-01-01").begins("83", "Tám Ba", "tỉnh", "VN"));
        post(
                        "/v1/teams",
                        Map.of(
                                "unit",
                                "83",
                                "kind",
                                "SUPPORT",
                                "level",
                                "PROVINCE",
                                "name",
                                "Tổ Đồng Hành Chuyển Đổi Số"))
                .statusCode(201);
        post("/v1/initiatives", Map.of("unit", "83", "name", "Chợ 4.0: Không tiền mặt"))
                .statusCode(201);
        for (String words : new String[] {"dong hanh", "ĐỒNG HÀNH", "đo\u0302\u0300ng ha\u0300nh", "so chuyen"}) {
            get("/v1/teams?unit=83&q={q}", words).body("items", hasSize(1));
        }
        get("/v1/teams?unit=83&q=dong hanh khac").body("items", hasSize(0));
        get("/v1/initiatives?unit=83&q=cho 4.0 tien mat").body("items", hasSize(1));
        get("/v1/teams?unit=83&q=%").body("items", hasSize(1)).body("items.name", not(nullValue()));
    }

    private static String team(String unit, String kind, String level, String from) {
        return post(
                        "/v1/teams",
                        Map.of(
                                "unit",
                                unit,
                                "kind",
                                kind,
                                "level",
                                level,
                                "name",
                                "Tổ " + kind + " " + unit,
                                "validFrom",
                                from))
                .statusCode(201)
                .extract()
                .path("id");
    }
}
