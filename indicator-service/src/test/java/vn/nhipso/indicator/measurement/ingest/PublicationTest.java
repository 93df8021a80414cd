package vn.nhipso.indicator.measurement.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static vn.nhipso.indicator.Province.item;
import static vn.nhipso.indicator.Province.read;
import static vn.nhipso.indicator.Province.send;
import static vn.nhipso.indicator.Province.sendAs;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.nhipso.indicator.Province;
import vn.nhipso.kit.event.ReceivedEvent;
import vn.nhipso.kit.event.Topics;
import vn.nhipso.kit.testing.EventSchemas;
import vn.nhipso.kit.testing.KafkaProbe;
import vn.nhipso.kit.testing.NhipsoTestResource;
import vn.nhipso.kit.testing.TestTokens;

/** Who may send what, what counts at once, what waits, and what is told to others. */
@QuarkusTest
@WithTestResource(NhipsoTestResource.class)
class PublicationTest {

    @Inject
    DataSource dataSource;

    @BeforeEach
    void province() {
        Province.exists();
    }

    private static List<ReceivedEvent> events(String key) {
        return KafkaProbe.read(Topics.INDICATOR_MEASUREMENTS).stream()
                .filter(event -> key.equals(event.key()))
                .toList();
    }

    private static List<ReceivedEvent> awaitEvents(String key, int count) {
        await().atMost(Duration.ofSeconds(20)).until(() -> events(key).size() >= count);
        return events(key);
    }

    @Test
    void everyPublishedRevisionShouldBeAnEventWithTheWholeState() {
        send(
                item(
                        "DG01",
                        "870",
                        "2021-YTD09",
                        "CHILDREN",
                        "\"value\":54.30,\"qualifiers\":[\"AT_LEAST\",\"ABOUT\"],\"stated\":{\"rank\":4,\"rankAmong\":\"xã\"}"));
        send(item("DG01", "870", "2021-YTD09", "CHILDREN", "\"value\":54.40,\"reason\":{\"code\":\"MISPRINT\"}"));

        List<ReceivedEvent> events = awaitEvents("DG01|870|2021-YTD09|CHILDREN", 2);

        assertThat(events).hasSize(2).allSatisfy(event -> {
            assertThat(event.partition()).isEqualTo(Topics.partition(Topics.INDICATOR_MEASUREMENTS, "DG01|2021"));
            EventSchemas.assertValid(event.type(), text(event));
        });
        assertThat(text(events.getFirst()))
                .contains(
                        "\"value\":54.30,", "\"revision\":1", "\"qualifiers\":[\"AT_LEAST\",\"ABOUT\"]", "\"rank\":4");
        assertThat(text(events.getLast())).contains("\"value\":54.40,", "\"revision\":2", "\"rank\":4");
        assertThat(events.getFirst().sequence()).isLessThan(events.getLast().sequence());
        assertThat(events.getFirst().json().get("recordedAt").asText())
                .isLessThanOrEqualTo(events.getLast().json().get("recordedAt").asText());
    }

    @Test
    void logShouldCarryThePositionsOfTheEvents() throws SQLException {
        send(item("DG02", "870", "2021-YTD10", "OWN", "\"value\":10"));
        send(item("DG02", "870", "2021-YTD10", "OWN", "\"value\":11"));
        sendAs(
                        TestTokens.reporter("870"),
                        "",
                        item("DG02", "870", "2021-YTD10", "OWN", "\"value\":12,\"reason\":{\"code\":\"MISPRINT\"}"))
                .then()
                .statusCode(201);

        List<ReceivedEvent> events = awaitEvents("DG02|870|2021-YTD10|OWN", 2);

        assertThat(positions("870", "2021-YTD10"))
                .containsExactly(events.getFirst().sequence(), events.getLast().sequence(), null);
    }

    private List<@Nullable Long> positions(String unit, String period) throws SQLException {
        List<@Nullable Long> positions = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        SELECT r.position FROM measurement m JOIN measurement_revision r ON r.measurement_id = m.id
                        WHERE m.unit = ? AND m.period = ? ORDER BY r.revision""")) {
            select.setString(1, unit);
            select.setString(2, period);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    positions.add(row.getObject(1, Long.class));
                }
            }
        }
        return positions;
    }

    private static String text(ReceivedEvent event) {
        return new String(event.data(), StandardCharsets.UTF_8);
    }

    @Test
    void revisionsShouldBeKeptWithAuthorAndReason() {
        send(item("DG02", "870", "2021-Q1", "OWN", "\"value\":10"));
        send(item(
                "DG02",
                "870",
                "2021-Q1",
                "OWN",
                "\"value\":20,\"reason\":{\"code\":\"MISPRINT\",\"text\":\"in sai\"}"));
        String id = read("indicator=DG02&unit=870&period=2021-Q1").path("items[0].id");

        given().auth()
                .oauth2(TestTokens.steward())
                .get("/v1/measurements/" + id + "/revisions")
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items[0].value", equalTo(10))
                .body("items[0].reason.code", equalTo("NOT_GIVEN"))
                .body("items[1].revision", equalTo(2))
                .body("items[1].author", equalTo("steward"))
                .body("items[1].reason.text", equalTo("in sai"));
        given().get("/v1/measurements/" + id + "/revisions").then().body("items[0].author", nullValue());
    }

    @Test
    void whatWasKnownAtAMomentShouldBeReadable() {
        send(item("DG02", "870", "2021-Q2", "OWN", "\"value\":10"));
        String known = read("indicator=DG02&unit=870&period=2021-Q2").path("items[0].recordedAt");
        send(item("DG02", "870", "2021-Q2", "OWN", "\"value\":20"));

        read("indicator=DG02&unit=870&period=2021-Q2&asOf=" + known).then().body("items[0].value", equalTo(10));
        read("indicator=DG02&unit=870&period=2021-Q2&asOf=2021-01-01T00:00:00Z")
                .then()
                .body("items", hasSize(0));
        read("asOf=2999-01-01T00:00:00Z").then().statusCode(400).body("code", equalTo("AS_OF_IN_FUTURE"));
    }

    @Test
    void momentAtWhichSomebodyIsStillWritingShouldNotBeSettled() throws SQLException {
        try (Connection writer = dataSource.getConnection()) {
            writer.setAutoCommit(false);
            ask(writer, "SELECT pg_advisory_xact_lock_shared(7301, 1)");
            String now = Instant.now().toString();

            read("unit=870&asOf=" + now)
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "1")
                    .body("code", equalTo("AS_OF_NOT_SETTLED"));
            read("unit=870&asOf=2021-01-01T00:00:00Z").then().statusCode(200);
            writer.rollback();
            read("unit=870&asOf=" + now).then().statusCode(200);
            writer.setAutoCommit(true);
        }
    }

    @Test
    void whatIsRecordedAfterAMomentWasReadShouldBeLaterWhateverItsClockSays() throws SQLException {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        read("unit=870&asOf=" + now).then().statusCode(200);

        try (Connection writer = dataSource.getConnection()) {
            Instant recorded = ask(writer, "SELECT recording_moment(timestamptz '2000-01-01 00:00Z')");
            ask(writer, "SELECT pg_advisory_unlock(7302, 1)");
            assertThat(recorded).isAfter(now);
        }
    }

    /** The moment in the first column, where it is one. */
    private static Instant ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getObject(1) instanceof Timestamp moment ? moment.toInstant() : Instant.EPOCH;
        }
    }

    @Test
    void valueOfAReporterShouldWaitForPublication() {
        String reporter = TestTokens.reporter("870");
        sendAs(reporter, "", item("DG02", "870", "2021-Q3", "OWN", "\"value\":10"))
                .then()
                .statusCode(201);

        read("indicator=DG02&unit=870&period=2021-Q3").then().body("items", hasSize(0));
        given().auth()
                .oauth2(reporter)
                .get("/v1/measurements?indicator=DG02&unit=870&period=2021-Q3")
                .then()
                .body("items[0].published", equalTo(false));
        sendAs(reporter, "", item("DG02", "870", "2021-Q3", "OWN", "\"value\":10"))
                .then()
                .statusCode(200);

        send(item("DG02", "870", "2021-Q3", "OWN", "\"value\":10")).then().statusCode(201);
        read("indicator=DG02&unit=870&period=2021-Q3").then().body("items[0].published", equalTo(true));
        assertThat(awaitEvents("DG02|870|2021-Q3|OWN", 1)).hasSize(1);
    }

    @Test
    void whatWaitsShouldNotBecomePublicByARowThatLeavesItOut() {
        String query = "indicator=DG02&unit=870&period=2021-YTD11";
        String waits = "\"numerator\":1,\"denominator\":2,\"note\":\"nháp\"";
        sendAs(TestTokens.reporter("870"), "", item("DG02", "870", "2021-YTD11", "OWN", waits))
                .then()
                .statusCode(201);
        String id = given().auth()
                .oauth2(TestTokens.steward())
                .get("/v1/measurements?" + query)
                .path("items[0].id");

        for (String says : new String[] {"\"note\":\"đã xem\"", "\"note\":\"nháp\""}) {
            send(item("DG02", "870", "2021-YTD11", "OWN", says))
                    .then()
                    .statusCode(422)
                    .body("errors[0].code", equalTo("WRONG_SHAPE"));
            given().auth()
                    .oauth2(TestTokens.steward())
                    .contentType("application/json")
                    .header("If-Match", "\"1\"")
                    .body("{" + says + "}")
                    .patch("/v1/measurements/" + id)
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("WRONG_SHAPE"));
        }
        read(query).then().body("items", hasSize(0));

        send(item("DG02", "870", "2021-YTD11", "OWN", "\"numerator\":1,\"denominator\":2"))
                .then()
                .statusCode(201);
        read(query)
                .then()
                .body("items[0].numerator", equalTo(1))
                .body("items[0].note", nullValue())
                .body("items[0].revision", equalTo(2));
    }

    @Test
    void correctionOfAReporterShouldNeedAReasonAndLeaveTheOldValueStanding() {
        String reporter = TestTokens.reporter("870");
        send(item("DG02", "870", "2021-Q4", "OWN", "\"value\":10"));

        sendAs(reporter, "", item("DG02", "870", "2021-Q4", "OWN", "\"value\":11"))
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("REASON_MISSING"));
        String correction = item("DG02", "870", "2021-Q4", "OWN", "\"value\":11,\"reason\":{\"code\":\"MISPRINT\"}");
        sendAs(reporter, "", correction).then().statusCode(201);
        sendAs(reporter, "", correction).then().statusCode(200);

        read("indicator=DG02&unit=870&period=2021-Q4")
                .then()
                .body("items[0].value", equalTo(10))
                .body("items[0].revision", equalTo(1))
                .body("items[0].published", equalTo(true));
        send(item("DG02", "870", "2021-Q4", "OWN", "\"value\":12")).then().statusCode(201);
        read("indicator=DG02&unit=870&period=2021-Q4").then().body("items[0].revision", equalTo(3));
        assertThat(awaitEvents("DG02|870|2021-Q4|OWN", 2)).hasSize(2);
    }

    @Test
    void writersWithoutTokenRoleOrSubtreeShouldBeRefused() {
        String row = item("DG02", "870", "2021-H1", "OWN", "\"value\":10");

        given().contentType("application/json")
                .body(Province.batch(row))
                .post("/v1/measurement-batches")
                .then()
                .statusCode(401)
                .body("code", equalTo("UNAUTHENTICATED"));
        sendAs(TestTokens.operator(), "", row).then().statusCode(403);
        sendAs(TestTokens.reporter("934"), "", row)
                .then()
                .statusCode(403)
                .body("code", equalTo("FORBIDDEN"))
                .body("errors[0].code", equalTo("UNIT_OUTSIDE_RIGHTS"));
        sendAs(TestTokens.token("nobody", "", "steward"), "", row).then().statusCode(403);
        sendAs(TestTokens.token("s87", "87", "steward"), "", item("DG01", "29956", "2021-01", "OWN", "\"value\":1"))
                .then()
                .statusCode(201);
        sendAs(
                        TestTokens.token("s870", "870", "steward"),
                        "?mode=PARTIAL",
                        row,
                        item("DG01", "31408", "2021-01", "OWN", "\"value\":1"))
                .then()
                .statusCode(207)
                .body("accepted", equalTo(1))
                .body("results[1].errors[0].code", equalTo("UNIT_OUTSIDE_RIGHTS"));
    }
}
