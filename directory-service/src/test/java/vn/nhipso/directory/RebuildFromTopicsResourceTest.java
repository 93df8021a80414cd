package vn.nhipso.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nhipso.directory.Directory.change;
import static vn.nhipso.directory.Directory.get;
import static vn.nhipso.directory.Directory.post;
import static vn.nhipso.directory.Directory.record;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import vn.nhipso.kit.event.EventJson;
import vn.nhipso.kit.event.Topics;
import vn.nhipso.kit.testing.KafkaProbe;
import vn.nhipso.kit.testing.NhipsoTestResource;
import vn.nhipso.kit.time.VietnamTime;

/** The topics alone are enough for a newcomer: what they say of every day is what the API answers, but for personal data. */
@QuarkusTest
@WithTestResource(NhipsoTestResource.class)
class RebuildFromTopicsResourceTest {

    private final DataSource dataSource;
    private final Clock clock;

    RebuildFromTopicsResourceTest(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    @Test
    void aNewcomerShouldKnowWhatTheApiAnswers() {
        String changeId = live();
        awaitRelay();
        RebuiltDirectory rebuilt = RebuiltDirectory.of(
                KafkaProbe.read(Topics.DIRECTORY_HIERARCHY), KafkaProbe.read(Topics.DIRECTORY_TEAMS));

        assertThat(rebuilt.unfinished()).isZero();
        compareUnits(rebuilt);
        compareEdges(rebuilt);
        JsonNode marker = rebuilt.all("vn.nhipso.hierarchy.changed.v1").get(changeId);
        JsonNode change = json("/v1/unit-changes/" + changeId);
        assertThat(marker.get("act")).isEqualTo(change.get("act"));
        assertThat(marker.get("effectiveOn")).isEqualTo(change.get("effectiveOn"));
        compareTeams(rebuilt);
        compareCommittees(rebuilt);
        compareActivities(rebuilt);
    }

    /** A province with everything that happens to one. */
    private static String live() {
        record(change("CATALOGUE", "2021-01-01")
                .begins("95", "Chín Lăm", "tỉnh", "VN")
                .begins("951", "Huyện", "huyện", "95")
                .begins("95101", "Một", "xã", "951")
                .begins("95102", "Hai", "xã", "951")
                .begins("95103", "Ba", "xã", "951"));
        record(change("ESTABLISH", "2022-01-01").begins("95101-01", "Thôn", "thôn", "95101"));
        String team = post(
                        "/v1/teams",
                        Map.of(
                                "unit",
                                "95101-01",
                                "kind",
                                "COMMUNITY",
                                "level",
                                "HAMLET",
                                "name",
                                "Tổ",
                                "validFrom",
                                "2022-06-01"))
                .extract()
                .path("id");
        String member = post(
                        "/v1/teams/" + team + "/members", Map.of("name", "Ẩn", "role", "LEADER", "from", "2023-01-01"))
                .extract()
                .path("id");
        post("/v1/teams/" + team + "/members", Map.of("name", "Ẩn hai", "role", "MEMBER"))
                .statusCode(201);
        post("/v1/teams/" + team + "/members/" + member + "/end", Map.of("on", "2024-01-01"))
                .statusCode(200);
        post(
                        "/v1/committees",
                        Map.of("unit", "95101", "name", "Ban", "head", Map.of("name", "Ẩn", "position", "Chủ tịch")))
                .statusCode(201);
        String initiative = post(
                        "/v1/initiatives",
                        Map.of("unit", "95102", "name", "Mô hình", "note", "Ghi chú", "appliedBy", List.of("95102")))
                .extract()
                .path("id");
        post("/v1/initiatives/" + initiative + "/applications", Map.of("unit", "95103", "from", "2024-01-01"))
                .statusCode(201);
        post(
                        "/v1/trainings",
                        Map.of("unit", "95", "name", "Lớp", "from", "2024-03-01", "classes", 3, "participants", 90))
                .statusCode(201);
        record(change("RENAME", "2024-01-01").begins("95103", "Ba Mới", "xã", "951"));
        return record(change("MERGE", "2025-07-01")
                .ends("951", "95101", "95103")
                .begins("95102", "Hai", "phường", "95")
                .whole("95101", "95102")
                .part("95103", "95102")
                .edge(Map.of("from", "95103", "area", "PART", "population", "PART")));
    }

    private void awaitRelay() {
        Awaitility.await().until(() -> {
            try (var connection = dataSource.getConnection();
                    var rows = connection.createStatement().executeQuery("SELECT count(*) FROM outbox")) {
                rows.next();
                return rows.getInt(1) == 0;
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        });
    }

    private static void compareUnits(RebuiltDirectory rebuilt) {
        assertThat(rebuilt.days("95")).hasSizeGreaterThanOrEqualTo(4);
        for (LocalDate day : rebuilt.days("95")) {
            Map<String, String> answered = new TreeMap<>();
            JsonNode units = json("/v1/units/95/descendants?pageSize=1000&validAt=" + day);
            units.get("items").forEach(unit -> answered.put(unit.get("code").asText(), said(unit)));
            Map<String, String> known = new TreeMap<>();
            rebuilt.below("95", day).forEach((code, unit) -> known.put(code, said(unit)));
            assertThat(known).as(day.toString()).isEqualTo(answered).isNotEmpty();
        }
    }

    private static String said(JsonNode unit) {
        return fields(unit, "name", "fullName", "type", "level", "parentCode", "validFrom", "validTo");
    }

    private static void compareEdges(RebuiltDirectory rebuilt) {
        JsonNode divided = rebuilt.all("vn.nhipso.lineage.changed.v1").get("95103@2025-07-01");
        JsonNode successors = json("/v1/units/95103/successors?validAt=2025-06-30&at=2025-07-01")
                .get("items");
        List<String> known = new ArrayList<>();
        divided.get("edges").forEach(edge -> known.add(edge.path("to").asText() + fields(edge, "area", "population")));
        List<String> answered = new ArrayList<>();
        successors.forEach(
                item -> answered.add(item.path("unit").path("code").asText() + fields(item, "area", "population")));
        assertThat(known).hasSize(2).containsExactlyInAnyOrderElementsOf(answered);
    }

    private void compareTeams(RebuiltDirectory rebuilt) {
        LocalDate today = VietnamTime.today(clock);
        Map<String, JsonNode> known = rebuilt.all("vn.nhipso.team.changed.v1");
        List<JsonNode> answered = list("/v1/teams");
        assertThat(known.keySet()).containsAll(ids(answered));
        for (JsonNode team : answered) {
            JsonNode event = known.get(team.get("id").asText());
            String[] same = {"unit", "kind", "level", "name", "validFrom", "validTo", "placements", "revision"};
            assertThat(fields(event, same)).isEqualTo(fields(team, same));
            int members = RebuiltDirectory.items(team, "memberCounts")
                    .mapToInt(count -> count.get("count").intValue())
                    .sum();
            if (!team.has("validTo")) {
                assertThat(RebuiltDirectory.members(event, today)).isEqualTo(members);
            }
        }
    }

    private static void compareCommittees(RebuiltDirectory rebuilt) {
        Map<String, JsonNode> known = rebuilt.all("vn.nhipso.committee.changed.v1");
        List<JsonNode> answered = list("/v1/committees");
        assertThat(known.keySet()).containsAll(ids(answered));
        for (JsonNode committee : answered) {
            JsonNode event = known.get(committee.get("id").asText());
            String[] same = {"unit", "name", "decision", "placements", "revision"};
            assertThat(fields(event, same)).isEqualTo(fields(committee, same));
            assertThat(event.path("validTo")).isEqualTo(committee.path("to"));
            for (int i = 0; i < committee.get("seats").size(); i++) {
                String[] seat = {"id", "role", "office", "position", "from", "to"};
                assertThat(fields(event.get("seats").get(i), seat))
                        .isEqualTo(fields(committee.get("seats").get(i), seat));
            }
        }
    }

    private static void compareActivities(RebuiltDirectory rebuilt) {
        Map<String, JsonNode> known = rebuilt.all("vn.nhipso.activity.changed.v1");
        List<JsonNode> answered = new ArrayList<>(list("/v1/trainings"));
        answered.addAll(list("/v1/initiatives"));
        answered.addAll(list("/v1/campaigns"));
        assertThat(known.keySet()).containsAll(ids(answered));
        for (JsonNode activity : answered) {
            JsonNode event = known.get(activity.get("id").asText());
            String[] same = {"unit", "name", "classes", "participants", "revision"};
            assertThat(fields(event, same)).isEqualTo(fields(activity, same));
            assertThat(event.path("validFrom")).isEqualTo(activity.path("from"));
            assertThat(event.path("validTo")).isEqualTo(activity.path("to"));
            if (activity.has("applications")) {
                assertThat(event.get("applications")).isEqualTo(activity.get("applications"));
            }
        }
    }

    private static List<String> ids(List<JsonNode> items) {
        return items.stream().map(item -> item.get("id").asText()).toList();
    }

    private static String fields(JsonNode json, String... names) {
        StringBuilder said = new StringBuilder();
        for (String name : names) {
            said.append(' ').append(name).append('=').append(json.path(name));
        }
        return said.toString();
    }

    private static List<JsonNode> list(String path) {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        while (true) {
            JsonNode page = json(path + "?pageSize=1000" + cursor);
            page.get("items").forEach(items::add);
            if (!page.has("next")) {
                return items;
            }
            cursor = "&cursor=" + page.get("next").asText();
        }
    }

    private static JsonNode json(String path) {
        return EventJson.tree(get(path).statusCode(200).extract().asByteArray());
    }
}
