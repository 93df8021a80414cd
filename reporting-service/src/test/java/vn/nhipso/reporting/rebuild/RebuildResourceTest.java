package vn.nhipso.reporting.rebuild;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.nhipso.reporting.testing.Answers.decimal;
import static vn.nhipso.reporting.testing.Answers.rollup;
import static vn.nhipso.reporting.testing.Events.change;
import static vn.nhipso.reporting.testing.Events.definition;
import static vn.nhipso.reporting.testing.Events.measurement;
import static vn.nhipso.reporting.testing.Events.unit;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import vn.nhipso.kit.testing.NhipsoTestResource;
import vn.nhipso.kit.testing.TestTokens;
import vn.nhipso.reporting.testing.Feed;
import vn.nhipso.reporting.testing.ReportingDatabase.Event;

@QuarkusTest
@WithTestResource(NhipsoTestResource.class)
class RebuildResourceTest {

    @Inject
    DataSource dataSource;

    @Test
    void sessionThatIsIdleInATransactionShouldLoseItsLocksSoon() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet shown = statement.executeQuery(
                        "SELECT current_setting('idle_in_transaction_session_timeout'), current_setting('jit')")) {
            shown.next();
            assertThat(List.of(shown.getString(1), shown.getString(2))).containsExactly("15s", "off");
        }
    }

    @Test
    void rebuildShouldBeAJobThatSwapsTheRollupsIn() throws SQLException {
        Feed.topics();
        List<Event> events = new ArrayList<>(change(1, List.of(unit("5508", "PROVINCE", "VN"))));
        events.add(definition("B5-HTTP", 1, "COUNT", "STOCK", "PROVINCE", null, "cái", "UP"));
        events.add(measurement("B5-HTTP 5508 2024-01 OWN =5"));
        List<String> sent = Feed.send(events);
        await().untilAsserted(
                        () -> assertThat(decimal(rollup(sent, "indicator=B5-HTTP&unit=5508&period=2024-01"), "value"))
                                .isEqualTo("5"));
        sabotage();

        Response begun = begin("rebuild-b5");
        begun.then().statusCode(202);
        String job = begun.header("Location");
        // The same key finds the same rebuild, also when it has long ended.
        assertThat(begin("rebuild-b5").header("Location")).isEqualTo(job);

        JsonPath ended = ended(job);
        assertThat(ended.getString("status")).isEqualTo("SUCCEEDED");
        assertThat(ended.getBoolean("result.equal")).isFalse();
        assertThat(ended.getList("result.differences.unit", String.class)).contains("5508");
        assertThat(ended.getString("result.checksum")).isNotEmpty();
        await().untilAsserted(
                        () -> assertThat(decimal(rollup(sent, "indicator=B5-HTTP&unit=5508&period=2024-01"), "value"))
                                .isEqualTo("5"));
        assertThat(begin("rebuild-b5").header("Location")).isEqualTo(job);
    }

    @Test
    void onlyOneShouldBeUnderWay() throws SQLException {
        try (Connection batch = dataSource.getConnection()) {
            batch.setAutoCommit(false);
            // A batch that does not end: the rebuild that begins now waits for it.
            try (Statement lock = batch.createStatement()) {
                lock.execute("SELECT pg_advisory_xact_lock_shared(7302, 1)");
            }
            Response first = begin(null);
            first.then().statusCode(202);
            assertThat(begin(null).then().statusCode(409).extract().jsonPath().getString("code"))
                    .isEqualTo("REBUILD_UNDER_WAY");
            batch.rollback();
            batch.setAutoCommit(true);
            assertThat(ended(first.header("Location")).getString("status")).isEqualTo("SUCCEEDED");
        }
    }

    @Test
    void onlyOperatorsShouldRebuild() {
        given().post("/v1/rebuilds").then().statusCode(401);
        given().auth().oauth2(TestTokens.steward()).post("/v1/rebuilds").then().statusCode(403);
    }

    private static Response begin(String key) {
        var request = given().auth().oauth2(TestTokens.operator());
        return (key == null ? request : request.header("Idempotency-Key", key)).post("/v1/rebuilds");
    }

    private static JsonPath ended(String job) {
        String path = job.substring(job.indexOf("/v1/"));
        return await().until(
                        () -> given().auth()
                                .oauth2(TestTokens.operator())
                                .get(path)
                                .then()
                                .statusCode(200)
                                .extract()
                                .jsonPath(),
                        view -> !List.of("QUEUED", "RUNNING").contains(view.getString("status")));
    }

    private void sabotage() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE rollup SET whole_n = 6 WHERE indicator = 'B5-HTTP' AND unit = '5508'");
        }
    }
}
