package vn.nhipso.indicator.finding.comparison;

import static org.hamcrest.Matchers.lessThan;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import vn.nhipso.indicator.Province;
import vn.nhipso.kit.testing.NhipsoTestResource;

/**
 * What the follower costs: a province's month (144 communes in 12 districts, 50 indicators) beside a year of history, then a year of many
 * communes at once. {@code -Dtest=ComparisonBench -Dnhipso.bench=true}.
 */
@QuarkusTest
@WithTestResource(NhipsoTestResource.class)
@TestProfile(ComparisonBench.NobodyFollows.class)
@EnabledIfSystemProperty(named = "nhipso.bench", matches = "true")
class ComparisonBench {

    private static final Logger LOG = Logger.getLogger(ComparisonBench.class);
    private static final int ROWS = 5_000;
    private static final int SINGLE = 300;

    /** 1728 of them have 1,036,800 figures. */
    private static final int COMMUNES = Integer.getInteger("nhipso.bench.communes", 432);

    /** The bench itself is the follower. */
    public static final class NobodyFollows implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("nhipso.checks.follower.enabled", "false");
        }
    }

    private static final String UNITS = """
            INSERT INTO unit_version (code, valid_from, name, level, parent_code)
            SELECT 'be' || n, DATE '2000-01-01', 'x', 'COMMUNE', 'bed' || (n / 12) FROM generate_series(0, %d) AS n
            """;

    private static final String MEASUREMENTS = """
            INSERT INTO measurement (id, unit, period, indicator, scope, numerator, denominator, qualifiers, definition_version, at_lowest, revision, published, last_revision)
            SELECT gen_random_uuid(), 'be' || u, p, 'BE' || i, 'OWN', (u * 31 + i * 17 + length(p)) %% 20 + CASE WHEN (u + i) %% 97 = 0 THEN 5 ELSE 75 END, 100, '{}', 1, true, 1, true, 1
            FROM generate_series(0, %d) AS u, generate_series(0, 49) AS i, unnest(ARRAY[%s]) AS p
            """;

    private static final String LOG_OF_PERIODS = """
            INSERT INTO measurement_revision (measurement_id, revision, numerator, denominator, qualifiers, definition_version, published, author, reason_code, recorded_at, position)
            SELECT id, 1, numerator, denominator, qualifiers, 1, true, 'bench', 'NOT_GIVEN', now(), nextval('outbox_position')
            FROM measurement WHERE unit LIKE 'be%%' AND period IN (%s) ORDER BY period, unit
            """;

    @Inject
    DataSource dataSource;

    @Inject
    FollowerStep step;

    @Test
    void measure() throws SQLException {
        Province.exists();
        for (int number = 0; number < 50; number++) {
            Province.define("BE" + number, "RATIO", "STOCK", "MONTH", "\"COMMUNE\"", "");
        }
        execute(UNITS.formatted(COMMUNES - 1));
        execute(MEASUREMENTS.formatted(143, months(2022)), MEASUREMENTS.formatted(143, "'2023-01'"), "ANALYZE");
        follow("nothing", "'none'");
        follow("a province's month, a year of history", "'2023-01'");
        follow("the same again", "'2023-01'", "1000");
        writeSingly();
        execute(
                "DELETE FROM measurement WHERE unit LIKE 'be%'",
                MEASUREMENTS.formatted(COMMUNES - 1, months(2022)), "ANALYZE");
        follow("a year of %d communes".formatted(COMMUNES), months(2022), "2000");
    }

    /** One after the other, each beside eleven others. */
    private static void writeSingly() {
        for (int round = 0; round < 3; round++) {
            long begun = System.nanoTime();
            for (int write = 0; write < SINGLE; write++) {
                Province.send(Province.item(
                                "BE1", "be" + write % 144, "2023-01", "OWN", "\"numerator\":" + (write % 90 + round)))
                        .then()
                        .statusCode(lessThan(300));
            }
            LOG.infof("single writes: %,d us each", (System.nanoTime() - begun) / 1_000 / SINGLE);
        }
    }

    private void follow(String what, String periods, String... revision) throws SQLException {
        String log = LOG_OF_PERIODS.formatted(periods);
        execute(revision.length == 0 ? log : log.replace("SELECT id, 1,", "SELECT id, " + revision[0] + ","));
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            long begun = System.nanoTime();
            long rows = 0;
            FollowerStep.Progress progress;
            do {
                progress = step.run(connection, Long.MAX_VALUE, ROWS);
                connection.commit();
                rows += progress.rows();
            } while (progress.rows() == ROWS);
            long millis = (System.nanoTime() - begun) / 1_000_000;
            try (Statement statement = connection.createStatement()) {
                statement.execute("UPDATE check_position SET position = (SELECT last_value FROM outbox_position)");
            }
            connection.commit();
            connection.setAutoCommit(true);
            LOG.infof("follower: %s: %,d rows in %,d ms", what, rows, millis);
        }
    }

    private static String months(int year) {
        StringBuilder months = new StringBuilder();
        for (int month = 1; month <= 12; month++) {
            months.append(month == 1 ? "" : ",").append("'%d-%02d'".formatted(year, month));
        }
        return months.toString();
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        }
    }
}
