package vn.nhipso.kit.outbox;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;

/**
 * Up to which position no event can appear any more (ADR 0001).
 *
 * <p>Every writer of the outbox holds a shared advisory lock from before its first position to its end. So: read the newest position P,
 * then note who holds the lock. Whoever took a position up to P is among them or has ended. Once none of them holds it, everything up to
 * P is visible or will never be. Nobody is made to wait, and only writers of the outbox count, not the long queries of others.
 */
final class CommitHorizon {

    private static final String NEWEST =
            "SELECT CASE WHEN is_called THEN last_value ELSE last_value - 1 END FROM outbox_position";

    private static final String WRITERS = """
            SELECT virtualtransaction FROM pg_locks
            WHERE locktype = 'advisory' AND classid = 7301 AND objid = 1 AND objsubid = 2 AND mode = 'ShareLock' AND granted
              AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
            """;

    private long candidate;
    private Set<String> olderWriters = Set.of();
    private long reached;

    /** The newest position known to be settled; it never goes back. */
    long advance(Connection connection) throws SQLException {
        if (olderWriters.isEmpty()) {
            candidate = newest(connection);
            if (candidate == reached) {
                return reached;
            }
            olderWriters = writers(connection);
        } else {
            olderWriters.retainAll(writers(connection));
        }
        if (olderWriters.isEmpty()) {
            reached = Math.max(reached, candidate);
        }
        return reached;
    }

    /** Whether somebody who may still commit an earlier position keeps the last look from being the answer. */
    boolean isOpen() {
        return !olderWriters.isEmpty();
    }

    static long newest(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet newest = statement.executeQuery(NEWEST)) {
            newest.next();
            return newest.getLong(1);
        }
    }

    static Set<String> writers(Connection connection) throws SQLException {
        Set<String> writers = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet holders = statement.executeQuery(WRITERS)) {
            while (holders.next()) {
                writers.add(holders.getString(1));
            }
        }
        return writers;
    }
}
