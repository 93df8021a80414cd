package vn.nhipso.indicator.finding.comparison;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.lessThan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import vn.nhipso.indicator.Province;
import vn.nhipso.kit.event.EventJson;
import vn.nhipso.kit.testing.NhipsoTestResource;
import vn.nhipso.kit.testing.TestTokens;

/** All figures and targets of the five texts, under codes of their own: what the texts get wrong is found, and nothing else. */
@QuarkusTest
@WithTestResource(NhipsoTestResource.class)
class SourceFindingsTest {

    private static final Path DEMO = Path.of("../deploy/local/src/main/resources/demo");

    @Inject
    DataSource dataSource;

    @Test
    void textsShouldRaiseTheFindingsThatAreInThemAndNoOthers() throws IOException, SQLException {
        Province.exists();
        units();
        for (JsonNode indicator : items("10-indicators.json")) {
            Province.put(
                            "DX-" + indicator.path("code").asText(),
                            indicator.path("body").toString())
                    .then()
                    .statusCode(lessThan(300));
        }
        for (JsonNode target : items("11-targets.json")) {
            post("/v1/targets", own(target).toString());
        }
        String sequence = "";
        for (JsonNode batch : items("12-measurements.json")) {
            for (JsonNode item : batch.path("items")) {
                own(item);
            }
            ObjectNode body = EventJson.mapper().createObjectNode();
            body.set("items", batch.path("items"));
            sequence = post("/v1/measurement-batches", body.toString()).path("sequence");
        }
        followed(sequence);

        List<Map<String, Object>> found = new ArrayList<>();
        for (String province : List.of("DX-87", "DX-93", "DX-38")) {
            found.addAll(given().get("/v1/findings?within=" + province + "&pageSize=1000&state=OPEN&severity=WARNING")
                    .path("items"));
        }
        assertThat(found)
                .extracting(finding -> finding.get("code") + " " + finding.get("indicator"))
                .containsExactlyInAnyOrder("STATED_PERCENT_DIFFERS DX-DG04", "STATED_PERCENT_DIFFERS DX-DG05");
    }

    private static JsonNode items(String file) throws IOException {
        return EventJson.mapper().readTree(Files.readString(DEMO.resolve(file))).path("items");
    }

    private static ObjectNode own(JsonNode item) {
        ObjectNode own = (ObjectNode) item;
        own.remove("_fact");
        for (String field : List.of("indicator", "unit", "assignedBy")) {
            if (own.has(field)) {
                own.put(field, "DX-" + own.path(field).asText());
            }
        }
        return own;
    }

    private void units() throws IOException, SQLException {
        List<String> begun = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO unit_version (code, valid_from, name, level, parent_code) VALUES (?, DATE '2021-01-01', 'x', ?, ?)")) {
            for (JsonNode change : items("01-unit-changes.json")) {
                for (JsonNode unit : change.path("begins")) {
                    String code = unit.path("code").asText();
                    if (!begun.contains(code)) {
                        begun.add(code);
                        String parent = unit.path("parentCode").asText();
                        add(insert, code, unit.path("level").asText(), parent.equals("VN") ? parent : "DX-" + parent);
                    }
                }
            }
            insert.executeBatch();
        }
    }

    private static void add(PreparedStatement insert, String code, String level, String parent) throws SQLException {
        insert.setString(1, "DX-" + code);
        insert.setString(2, level);
        insert.setString(3, parent);
        insert.addBatch();
    }

    private static Response post(String path, String body) {
        Response answer = given().auth()
                .oauth2(TestTokens.steward())
                .contentType(ContentType.JSON)
                .body(body)
                .post(path);
        answer.then().statusCode(lessThan(300));
        return answer;
    }

    private static void followed(String sequence) {
        long position = number(sequence);
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> number(given().get("/v1/findings?pageSize=1").path("checkedUpTo")) >= position);
    }

    private static long number(String sequence) {
        return Long.parseLong(sequence.substring(sequence.indexOf(':') + 1));
    }
}
