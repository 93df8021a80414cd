package vn.nhipso.directory.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static vn.nhipso.directory.Directory.change;
import static vn.nhipso.directory.Directory.get;
import static vn.nhipso.directory.Directory.post;
import static vn.nhipso.directory.Directory.record;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import vn.nhipso.directory.Directory.ChangeBody;
import vn.nhipso.kit.event.Topics;
import vn.nhipso.kit.testing.KafkaProbe;
import vn.nhipso.kit.testing.NhipsoTestResource;

/** A change that divides a unit says where its teams go. */
@QuarkusTest
@WithTestResource(NhipsoTestResource.class)
class AssignedMovesResourceTest {

    @Test
    void teamsAndCommitteesOfADividedCommuneShouldGoWhereTheChangeSays() {
        communes("64", "64101", "64102", "64103", "64104");
        record(change("ESTABLISH", "2021-01-01").begins("64101-01", "Một", "thôn", "64101"));
        String team = team("64101", "COMMUNE");
        String hamletTeam = team("64101-01", "HAMLET");
        String left = team("64101", "HAMLET");
        String elsewhere = team("64104", "COMMUNE");
        String committee = post("/v1/committees", Map.of("unit", "64101", "name", "Ban"))
                .extract()
                .path("id");

        refused(List.of(Map.of("to", "64102")), "MOVE_OF_NOTHING");
        refused(List.of(Map.of("team", team, "committee", committee, "to", "64102")), "MOVE_OF_NOTHING");
        refused(List.of(Map.of("team", team)), "CODE_MALFORMED");
        refused(List.of(Map.of("team", committee, "to", "64102")), "TEAM_NOT_FOUND");
        refused(List.of(Map.of("committee", team, "to", "64102")), "COMMITTEE_NOT_FOUND");
        refused(List.of(Map.of("team", team, "to", "64104")), "MOVE_NOT_TO_SUCCESSOR");
        refused(List.of(Map.of("team", team, "to", "64101")), "UNIT_NOT_LIVING");
        refused(List.of(Map.of("team", elsewhere, "to", "64102")), "MOVE_WITHOUT_CAUSE");
        refused(List.of(Map.of("team", team, "to", "64102"), Map.of("team", team, "to", "64103")), "DUPLICATE_ROW");

        record(divided(List.of(
                Map.of("team", team, "to", "64102"),
                Map.of("team", hamletTeam, "to", "64103"),
                Map.of("committee", committee, "to", "64103"))));
        get("/v1/teams/" + team)
                .body("placements.unit", contains("64101", "64102"), "validTo", nullValue())
                .body("placements.from", contains("2021-01-01", "2025-07-01"));
        get("/v1/teams/" + hamletTeam).body("placements.unit", contains("64101-01", "64103"));
        get("/v1/teams/" + left).body("validTo", equalTo("2025-07-01"));
        get("/v1/committees/" + committee).body("unit", equalTo("64103"), "to", nullValue());
        Awaitility.await().untilAsserted(() -> assertThat(KafkaProbe.read(Topics.DIRECTORY_TEAMS).stream()
                        .filter(event -> team.equals(event.key()))
                        .map(event -> event.json().get("unit").asText())
                        .toList())
                .endsWith("64102"));

        // What was said stays said when the same day's lineage is sent again with more detail.
        record(change("MERGE", "2025-07-01")
                .edge(Map.of("from", "64101", "to", "64102", "area", "PART", "population", "PART", "share", 0.7))
                .edge(Map.of("from", "64101", "to", "64103", "area", "PART", "population", "PART", "share", 0.3)));
        get("/v1/teams/" + team).body("placements.unit", contains("64101", "64102"), "validTo", nullValue());
    }

    @Test
    void aMoveByHandShouldOutliveAnEarlierCorrection() {
        communes("05", "05101", "05102", "05103");
        String team = team("05101", "COMMUNE");
        post("/v1/teams/" + team + "/moves", Map.of("to", "05103", "on", "2025-01-01"))
                .statusCode(200);
        record(change("MERGE", "2024-01-01").ends("05101").whole("05101", "05102"));
        get("/v1/teams/" + team)
                .body("placements.unit", contains("05101", "05102", "05103"), "validTo", nullValue())
                .body("placements.from", contains("2021-01-01", "2024-01-01", "2025-01-01"));
    }

    private static void refused(List<Map<String, Object>> moves, String code) {
        post("/v1/unit-changes", divided(moves).map())
                .statusCode(422)
                .body("code", equalTo("CHANGE_REFUSED"))
                .body("errors.code", hasItem(code))
                .body("errors[0].pointer", startsWith("/moves/"));
    }

    private static ChangeBody divided(List<Map<String, Object>> moves) {
        return change("MERGE", "2025-07-01")
                .ends("64101")
                .part("64101", "64102")
                .part("64101", "64103")
                .with("moves", moves);
    }

    private static String team(String unit, String level) {
        return post(
                        "/v1/teams",
                        Map.of("unit", unit, "kind", "COMMUNITY", "level", level, "name", "Tổ " + unit + level))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void communes(String province, String... communes) {
        ChangeBody body = change("CATALOGUE", "2021-01-01").begins(province, "Tỉnh " + province, "tỉnh", "VN");
        for (String commune : communes) {
            body.begins(commune, "Xã " + commune, "xã", province);
        }
        record(body);
    }
}
