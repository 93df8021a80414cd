package vn.nhipso.kit.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.testing.TestDatabase;

class IdempotencyKeysTest {

    private static final KeptAnswer CREATED = new KeptAnswer(201, "/v1/teams/1", "{\"id\":1}");

    private final IdempotencyKeys keys = new IdempotencyKeys();
    private DataSource database;

    @BeforeEach
    void createDatabase() {
        database = TestDatabase.dataSource(TestDatabase.create("idempotency"));
        Flyway.configure().dataSource(database).locations("db/kit").load().migrate();
    }

    @Test
    void secondRequestShouldGetTheAnswerOfTheFirst() throws SQLException {
        once(CREATED);

        try (Connection again = transaction()) {
            assertThat(keys.claim(again, "steward", "k", "POST /v1/teams {}")).hasValue(CREATED);
        }
    }

    @Test
    void keyOfAnotherRequestShouldBeRefused() throws SQLException {
        once(CREATED);

        try (Connection other = transaction()) {
            assertThatThrownBy(() -> keys.claim(other, "steward", "k", "POST /v1/teams {\"name\":1}"))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("IDEMPOTENCY_KEY_REUSED");
        }
    }

    @Test
    void sameKeyOfAnotherCallerShouldBeAnotherKey() throws SQLException {
        once(CREATED);

        try (Connection other = transaction()) {
            assertThat(keys.claim(other, "reporter", "k", "POST /v1/teams {}")).isEmpty();
        }
    }

    @Test
    void rolledBackEffectShouldForgetTheKey() throws SQLException {
        try (Connection failing = transaction()) {
            assertThat(keys.claim(failing, "steward", "k", "POST /v1/teams {}")).isEmpty();
            failing.rollback();
        }

        try (Connection again = transaction()) {
            assertThat(keys.claim(again, "steward", "k", "POST /v1/teams {}")).isEmpty();
        }
    }

    @Test
    void requestThatRacesWithItselfShouldWaitForTheFirstAndHaveOneEffect() throws Exception {
        try (Connection first = transaction()) {
            assertThat(keys.claim(first, "steward", "k", "POST /v1/teams {}")).isEmpty();
            CompletableFuture<Optional<KeptAnswer>> second = CompletableFuture.supplyAsync(this::claim);
            assertThat(second).isNotDone();

            keys.keep(first, "steward", "k", CREATED);
            first.commit();

            assertThat(second.get(10, TimeUnit.SECONDS)).hasValue(CREATED);
        }
    }

    @Test
    void keysShouldBeForgottenWhenTheyHaveHadTheirTime() throws SQLException {
        once(CREATED);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "INSERT INTO idempotency_key (caller, key, request_hash, status, body, recorded_at)"
                            + " SELECT 'steward', 'old' || n, '', 201, '', now() - interval '8 days' FROM generate_series(1, 2500) n");

            new ForgottenKeys(() -> Duration.ofDays(7)).run(connection);

            try (ResultSet left = statement.executeQuery("SELECT min(key), count(*) FROM idempotency_key")) {
                left.next();
                assertThat(left.getString(1)).isEqualTo("k");
                assertThat(left.getInt(2)).isEqualTo(1);
            }
        }
    }

    private Optional<KeptAnswer> claim() {
        try (Connection racing = transaction()) {
            return keys.claim(racing, "steward", "k", "POST /v1/teams {}");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void once(KeptAnswer answer) throws SQLException {
        try (Connection first = transaction()) {
            assertThat(keys.claim(first, "steward", "k", "POST /v1/teams {}")).isEmpty();
            keys.keep(first, "steward", "k", answer);
            first.commit();
        }
    }

    private Connection transaction() throws SQLException {
        Connection connection = database.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }
}
