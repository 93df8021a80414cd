package vn.nhipso.indicator.measurement.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.nhipso.indicator.SqlResource;
import vn.nhipso.indicator.figure.Scope;
import vn.nhipso.indicator.measurement.ContentRows;
import vn.nhipso.indicator.measurement.Key;
import vn.nhipso.kit.period.Period;

/** Publishes what waits: each draft becomes one further revision with the same content, from then on known to everybody. */
@ApplicationScoped
public class Publication {

    private static final String WAITING = SqlResource.load(Publication.class, "waiting.sql");

    private static final String FINDINGS = """
            UPDATE finding SET of_published = true, revision = revision + 1
            WHERE unit = ? AND period = ? AND state <> 'RESOLVED' AND NOT of_published
            """;

    private final MeasurementStore store;

    Publication(MeasurementStore store) {
        this.store = store;
    }

    /**
     * What was published.
     *
     * @param revisions how many; what was taken back before anybody had published it is not among them
     * @param position of the last event; where the outbox stands, when nothing waited
     */
    public record Published(int revisions, long position) {}

    /**
     * Publishes all that waits of a unit and period, within the caller's transaction. Its rows are locked until that ends, so let nothing slow follow.
     *
     * @param approver the author of the revisions
     */
    public Published publish(Connection tx, String unit, String period, String approver, Reason reason)
            throws SQLException {
        List<Change> waiting = waiting(tx, unit, period, reason);
        if (waiting.isEmpty()) {
            return new Published(0, store.newestPosition(tx));
        }
        MeasurementStore.Written written = record(tx, waiting, approver);
        if (!written.complete()) {
            throw new IllegalStateException("locked measurements were written by somebody else");
        }
        try (PreparedStatement findings = tx.prepareStatement(FINDINGS)) {
            findings.setString(1, unit);
            findings.setString(2, period);
            findings.executeUpdate();
        }
        return new Published(waiting.size(), written.position());
    }

    /** In the order of the keys, with their rows locked. */
    private static List<Change> waiting(Connection tx, String unit, String period, Reason reason) throws SQLException {
        List<Change> waiting = new ArrayList<>();
        try (PreparedStatement select = tx.prepareStatement(WAITING)) {
            select.setString(1, unit);
            select.setString(2, period);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    waiting.add(change(row, reason));
                }
            }
        }
        return waiting;
    }

    private static Change change(ResultSet row, Reason reason) throws SQLException {
        Key key = new Key(row.getString(1), row.getString(2), row.getString(3), Scope.valueOf(row.getString(4)));
        return new Change(
                key,
                row.getObject(5, UUID.class),
                row.getInt(6) + 1,
                new Change.Said(ContentRows.content(row, 7), row.getBoolean(15), row.getInt(16), row.getBoolean(17)),
                reason,
                MeasurementPublished.family(key.indicator(), Period.parse(key.period())),
                null);
    }

    /** The recording lock is the session's, and outlives a statement that failed: it must not go back to the pool with the connection. */
    private MeasurementStore.Written record(Connection tx, List<Change> changes, String approver) throws SQLException {
        execute(tx, "SAVEPOINT before_publication");
        try {
            return store.record(tx, changes, approver, true);
        } catch (SQLException failed) {
            execute(tx, "ROLLBACK TO SAVEPOINT before_publication");
            MeasurementStore.releaseRecordingLock(tx);
            throw failed;
        }
    }

    private static void execute(Connection tx, String sql) throws SQLException {
        try (Statement statement = tx.createStatement()) {
            statement.execute(sql);
        }
    }
}
