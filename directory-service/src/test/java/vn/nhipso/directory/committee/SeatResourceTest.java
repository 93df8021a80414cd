package vn.nhipso.directory.committee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static vn.nhipso.directory.Directory.change;
import static vn.nhipso.directory.Directory.get;
import static vn.nhipso.directory.Directory.post;
import static vn.nhipso.directory.Directory.record;
import static vn.nhipso.directory.Directory.steward;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import vn.nhipso.kit.event.ReceivedEvent;
import vn.nhipso.kit.event.Topics;
import vn.nhipso.kit.testing.EventSchemas;
import vn.nhipso.kit.testing.KafkaProbe;
import vn.nhipso.kit.testing.NhipsoTestResource;

/** Committees over time, and what others learn of them. */
@QuarkusTest
@WithTestResource(NhipsoTestResource.class)
class SeatResourceTest {

    private static final String TYPE = "vn.nhipso.committee.changed.v1";

    @Test
    void headsShouldFollowEachOtherAndBeKnownOnEveryDay() {
        record(change("CATALOGUE", "2021-01-01")
                .begins("52", "Năm Hai", "tỉnh", "VN")
                .begins("52101", "Xã Một", "xã", "52")
                .begins("52102", "Xã Hai", "xã", "52"));
        String id = post(
                        "/v1/committees",
                        Map.of(
                                "unit", "52101",
                                "name", "Ban Chỉ đạo",
                                "from", "2022-01-01",
                                "note", "Ông Nguyễn Văn Ghi Chú theo dõi",
                                "head", Map.of("name", "Nguyễn Văn Đầu", "position", "Chủ tịch UBND xã")))
                .statusCode(201)
                .extract()
                .path("id");
        String path = "/v1/committees/" + id;
        String first = get(path).extract().path("head.id");
        post(path + "/members", Map.of("name", "Trần Thị Sau", "role", "HEAD", "from", "2024-01-01"))
                .statusCode(422)
                .body("errors[0].code", equalTo("ALREADY_RECORDED"));
        post(path + "/members/" + first + "/end", Map.of("on", "2024-01-01")).statusCode(200);
        String second = post(path + "/members", Map.of("name", "Trần Thị Sau", "role", "HEAD", "from", "2024-01-01"))
                .statusCode(201)
                .extract()
                .path("id");
        post(path + "/members", Map.of("name", "Trần Thị Sau", "role", "HEAD", "from", "2024-01-01"))
                .statusCode(422);
        post(path + "/members", Map.of("office", "Văn phòng", "to", "2023-01-01"))
                .statusCode(201);

        get(path).body("head.name", equalTo("Trần Thị Sau"), "members", hasSize(0), "seats", hasSize(3));
        get(path + "?validAt=2022-06-01").body("head.name", equalTo("Nguyễn Văn Đầu"), "members", hasSize(1));

        String tag = steward().get(path).getHeader("ETag");
        steward()
                .body(Map.of("position", "Bí thư"))
                .patch(path + "/members/" + second)
                .then()
                .statusCode(428);
        steward()
                .header("If-Match", tag)
                .body(Map.of("position", "Bí thư"))
                .patch(path + "/members/" + second)
                .then()
                .statusCode(200);
        steward()
                .header("If-Match", tag)
                .body(Map.of("position", "Khác"))
                .patch(path + "/members/" + second)
                .then()
                .statusCode(412);
        String next = steward().get(path).getHeader("ETag");
        steward()
                .header("If-Match", next)
                .body(Map.of("name", "Ban Chỉ đạo Chuyển đổi số"))
                .patch(path)
                .then()
                .statusCode(200);
        steward()
                .header("If-Match", next)
                .body(Map.of("name", "Khác"))
                .patch(path)
                .then()
                .statusCode(412);
        record(change("MERGE", "2025-07-01").ends("52101").whole("52101", "52102"));
        get(path).body("name", equalTo("Ban Chỉ đạo Chuyển đổi số"), "unit", equalTo("52102"), "to", nullValue());

        List<JsonNode> events = eventsOf(id, 7);
        assertThat(events).extracting(event -> event.get("revision").intValue()).containsExactly(1, 2, 3, 4, 5, 6, 7);
        JsonNode last = events.getLast();
        assertThat(last.get("unit").asText()).isEqualTo("52102");
        assertThat(last.get("placements").toString())
                .isEqualTo(
                        "[{\"unit\":\"52101\",\"from\":\"2022-01-01\",\"to\":\"2025-07-01\"},{\"unit\":\"52102\",\"from\":\"2025-07-01\"}]");
        assertThat(last.get("seats")).hasSize(3);
        assertThat(last.get("seats").get(0).get("position").asText()).isEqualTo("Chủ tịch UBND xã");
        assertThat(last.get("seats").get(0).get("person").booleanValue()).isTrue();
    }

    private static List<JsonNode> eventsOf(String committee, int atLeast) {
        List<ReceivedEvent> events = Awaitility.await()
                .until(
                        () -> KafkaProbe.read(Topics.DIRECTORY_TEAMS).stream()
                                .filter(event -> committee.equals(event.key()))
                                .toList(),
                        found -> found.size() >= atLeast);
        for (ReceivedEvent event : events) {
            String json = new String(event.data(), StandardCharsets.UTF_8);
            EventSchemas.assertValid(TYPE, json);
            assertThat(json).doesNotContain("Nguyễn").doesNotContain("Trần");
        }
        return events.stream().map(ReceivedEvent::json).toList();
    }
}
