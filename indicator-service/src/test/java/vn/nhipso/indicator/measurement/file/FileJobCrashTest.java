package vn.nhipso.indicator.measurement.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.nhipso.indicator.Province;
import vn.nhipso.indicator.figure.NumberFormat;
import vn.nhipso.indicator.measurement.ingest.Author;
import vn.nhipso.indicator.measurement.ingest.BatchMode;
import vn.nhipso.kit.event.EventJson;
import vn.nhipso.kit.testing.NhipsoTestResource;

/** A process may be killed at every step of a file's job: all or nothing, and the next run goes on. */
@QuarkusTest
@WithTestResource(NhipsoTestResource.class)
class FileJobCrashTest {

    private static final int ROWS = 300;
    private static boolean made;

    @Inject
    FileJob kind;

    @Inject
    DataSource dataSource;

    @BeforeEach
    void communes() {
        Province.exists();
        if (!made) {
            made = true;
            Province.communes("60003", 8);
            Province.define("FT04", "COUNT", "STOCK", "ANY", "\"COMMUNE\"", "\"unitOfMeasure\":\"count\",");
            Province.define("FT05", "COUNT", "STOCK", "ANY", "\"COMMUNE\"", "\"unitOfMeasure\":\"count\",");
        }
    }

    @Test
    void atomicJobShouldStoreNothingUntilItStoresAll() throws SQLException {
        Killed job = new Killed("FT04", BatchMode.ATOMIC);

        job.dieAt("READING", 0);
        job.dieAt("READING", 1);
        job.dieAt("CHECKING", 0);
        job.dieAt("STORING", 0);
        job.dieAt("SUCCEED", 0);
        assertThat(job.stored()).isZero();
        job.goesOn();

        Files.finished("/v1/jobs/" + job.id)
                .then()
                .body("status", equalTo("SUCCEEDED"))
                .body("result.accepted", equalTo(ROWS));
        assertThat(job.stored()).isEqualTo(ROWS);
        assertThat(job.leftBehind()).isZero();
    }

    @Test
    void partialJobShouldGoOnBehindItsLastChunkAndCountNothingTwice() throws SQLException {
        Killed job = new Killed("FT05", BatchMode.PARTIAL);

        job.dieAt("READING", 1);
        job.dieAt("STORING", 0);
        assertThat(job.stored()).isZero();
        job.dieAt("STORING", 1);
        assertThat(job.stored()).isEqualTo(200);
        job.dieAt("SUCCEED", 0);
        assertThat(job.stored()).isEqualTo(ROWS);
        job.goesOn();

        Files.finished("/v1/jobs/" + job.id)
                .then()
                .body("status", equalTo("SUCCEEDED"))
                .body("result.accepted", equalTo(ROWS))
                .body("result.unchanged", equalTo(0));
        assertThat(job.leftBehind()).isZero();
    }

    /** A job whose runs die, until the service's own runner takes it. */
    private final class Killed {

        private final UUID id;
        private final String indicator;
        private final String content;
        private final String parameters;

        Killed(String indicator, BatchMode mode) throws SQLException {
            this.indicator = indicator;
            this.content = Files.counts(indicator, "60003", 0, ROWS);
            this.parameters = EventJson.write(
                    new FileJobs.Submitted(new Author("steward", "VN", true), mode, false, NumberFormat.PLAIN, "en"));
            this.id = UUID.fromString(text(
                    "INSERT INTO job (kind, owner, status, parameters, attempts, lease, lease_until) VALUES"
                            + " ('measurement-batch', 'steward', 'RUNNING', ?::json, 1, gen_random_uuid(), now() + interval '1 hour')"
                            + " RETURNING id",
                    parameters));
            text(
                    "INSERT INTO job_input (job, part, data) VALUES (?::uuid, 0, convert_to(?, 'UTF8')) RETURNING part",
                    id.toString(),
                    content);
        }

        void dieAt(String step, int times) {
            DyingRun run = new DyingRun(id, parameters, content, step, times);
            assertThatThrownBy(() -> kind.run(run)).as(step).isInstanceOf(DyingRun.Died.class);
        }

        /** Its lease runs out. */
        void goesOn() throws SQLException {
            text(
                    "UPDATE job SET lease_until = now() - interval '1 second' WHERE id = ?::uuid RETURNING id",
                    id.toString());
        }

        int stored() throws SQLException {
            return Integer.parseInt(
                    text("SELECT count(*) FROM measurement WHERE indicator = ? AND last_revision = 1", indicator));
        }

        int leftBehind() throws SQLException {
            return Integer.parseInt(text("SELECT count(*) FROM measurement_stage WHERE job = ?::uuid", id.toString()));
        }
    }

    private String text(String sql, String... values) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
