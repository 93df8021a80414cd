package vn.nhipso.kit.job;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The queue as a runner sees it: taking, renewing, ending. Time is the database's, so that replicas with other clocks agree. */
final class JobQueue {

    private static final String CLAIM_ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(7303, 1)";

    /** In the order of submission; a job whose lease ran out keeps its place. One that works in its last transaction is locked, and not dead. */
    private static final String CLAIM = """
            WITH next AS (
              SELECT id FROM job j
              WHERE kind = ANY (?) AND (status = 'QUEUED' OR (status = 'RUNNING' AND lease_until < now()))
                AND attempts < ? AND NOT cancel_requested
                AND NOT (kind = ANY (?) AND EXISTS (SELECT FROM job o WHERE o.kind = j.kind AND o.status = 'RUNNING' AND o.id <> j.id))
              ORDER BY submitted_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
            UPDATE job SET status = 'RUNNING', attempts = attempts + 1, progress = NULL, lease = ?,
              lease_until = now() + ? * interval '1 millisecond', started_at = coalesce(started_at, now())
            WHERE id = (SELECT id FROM next)
            RETURNING\s""" + JobRows.COLUMNS;

    /** Does not wait for the run's own last transaction. */
    private static final String RENEW = """
            UPDATE job SET lease_until = now() + ? * interval '1 millisecond', progress = coalesce(?::json, progress)
            WHERE id = (SELECT id FROM job WHERE id = ? AND lease = ? FOR UPDATE SKIP LOCKED)
            """;

    private static final String SUCCEED = """
            UPDATE job SET status = 'SUCCEEDED', result = ?::json, progress = coalesce(?::json, progress), lease = NULL, lease_until = NULL,
              finished_at = clock_timestamp()
            WHERE id = ? AND lease = ? AND NOT cancel_requested
            """;

    private static final String END = """
            UPDATE job SET status = ?, failure = ?::json, progress = coalesce(?::json, progress), lease = NULL, lease_until = NULL,
              finished_at = now()
            WHERE id = ? AND lease = ?
            """;

    /** A run that was ended by the service's stop was no attempt. */
    private static final String HAND_BACK = """
            UPDATE job SET status = 'QUEUED', attempts = attempts - 1, lease = NULL, lease_until = NULL, progress = NULL
            WHERE id = ? AND lease = ?
            """;

    private static final String TRY_AGAIN =
            "UPDATE job SET lease_until = now() + ? * interval '1 millisecond' WHERE id = ? AND lease = ?";

    private final DataSource dataSource;

    JobQueue(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Takes the next job of the given kinds, if there is one that may run. */
    Optional<Job> claim(List<String> kinds, List<String> alone, UUID lease, Duration length, int maxAttempts)
            throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement lock = connection.createStatement();
                    PreparedStatement claim = connection.prepareStatement(CLAIM)) {
                lock.execute(CLAIM_ONE_AT_A_TIME);
                claim.setArray(1, connection.createArrayOf("text", kinds.toArray()));
                claim.setInt(2, maxAttempts);
                claim.setArray(3, connection.createArrayOf("text", alone.toArray()));
                claim.setObject(4, lease);
                claim.setLong(5, length.toMillis());
                Optional<Job> job = JobRows.read(claim).stream().findFirst();
                connection.commit();
                return job;
            } catch (SQLException | RuntimeException failed) {
                connection.rollback();
                throw failed;
            }
        }
    }

    void renew(UUID job, UUID lease, Duration length, @Nullable String progress) throws SQLException {
        update(RENEW, length.toMillis(), progress, job, lease);
    }

    /** Whether the run with this lease is still wanted; a cancelled one is not. */
    boolean isWanted(UUID job, UUID lease) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement find = connection.prepareStatement(
                        "SELECT 1 FROM job WHERE id = ? AND lease = ? AND NOT cancel_requested")) {
            find.setObject(1, job);
            find.setObject(2, lease);
            try (ResultSet found = find.executeQuery()) {
                return found.next();
            }
        }
    }

    /** In the transaction of the effect. False where the run has lost the job or it was cancelled. */
    static boolean succeed(
            Connection transaction, UUID job, UUID lease, @Nullable String result, @Nullable String progress)
            throws SQLException {
        return update(transaction, SUCCEED, result, progress, job, lease) == 1;
    }

    boolean end(UUID job, UUID lease, JobStatus status, @Nullable String failure, @Nullable String progress)
            throws SQLException {
        return update(END, status.name(), failure, progress, job, lease) == 1;
    }

    void handBack(UUID job, UUID lease) throws SQLException {
        update(HAND_BACK, job, lease);
    }

    void tryAgain(UUID job, UUID lease, Duration rest) throws SQLException {
        update(TRY_AGAIN, rest.toMillis(), job, lease);
    }

    private int update(String sql, @Nullable Object... values) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return update(connection, sql, values);
        }
    }

    private static int update(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                update.setObject(i + 1, values[i]);
            }
            return update.executeUpdate();
        }
    }
}
