package vn.nhipso.indicator.measurement;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Whether a moment is settled: nothing can be recorded at or before it any more, and all that was recorded until then can be read.
 *
 * <p>Recordings take their moment before they commit. So the moment is fenced first: every later recording gets a later one. Whoever recorded
 * earlier and has not ended holds the writers' lock of the outbox by then; when those are gone, all up to the moment can be read. Writers that
 * come after the fence are not waited for.
 */
@ApplicationScoped
class Settlement {

    private static final long WAIT_NANOS = 1_000_000_000L;
    private static final long PAUSE_MILLIS = 10;

    private static final String LAST_RECORDING = "SELECT last_value FROM recorded_micros";

    private static final String FENCE = """
            WITH fence AS MATERIALIZED (SELECT recording_moment(?) AS at)
            SELECT at, pg_advisory_unlock(7302, 1) FROM fence
            """;

    /** Not those that began more than a minute after the moment, which leaves room between the clocks of the servers. */
    private static final String WRITERS = """
            SELECT l.virtualtransaction FROM pg_locks l LEFT JOIN pg_stat_activity a ON a.pid = l.pid
            WHERE l.locktype = 'advisory' AND l.classid = 7301 AND l.objid = 1 AND l.objsubid = 2 AND l.mode = 'ShareLock' AND l.granted
              AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
              AND (a.xact_start IS NULL OR a.xact_start <= ?::timestamptz + interval '1 minute')
            """;

    private final DataSource dataSource;

    Settlement(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Waits a second at most.
     *
     * @param moment not in the future
     */
    boolean isSettled(Instant moment) {
        long until = System.nanoTime() + WAIT_NANOS;
        try (Connection connection = dataSource.getConnection()) {
            fence(connection, moment.truncatedTo(ChronoUnit.MICROS).plus(1, ChronoUnit.MICROS));
            Set<String> older = writers(connection, moment);
            while (!older.isEmpty() && System.nanoTime() < until) {
                Thread.sleep(PAUSE_MILLIS);
                older.retainAll(writers(connection, moment));
            }
            return older.isEmpty();
        } catch (SQLException failed) {
            throw new IllegalStateException("writers not read", failed);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void fence(Connection connection, Instant after) throws SQLException {
        if (lastRecording(connection) < ChronoUnit.MICROS.between(Instant.EPOCH, after)) {
            try (PreparedStatement fence = connection.prepareStatement(FENCE)) {
                fence.setObject(1, after.atOffset(ZoneOffset.UTC));
                fence.execute();
            }
        }
    }

    private static long lastRecording(Connection connection) throws SQLException {
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery(LAST_RECORDING)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Set<String> writers(Connection connection, Instant moment) throws SQLException {
        Set<String> writers = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement(WRITERS)) {
            select.setObject(1, moment.atOffset(ZoneOffset.UTC));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    writers.add(row.getString(1));
                }
            }
        }
        return writers;
    }
}
