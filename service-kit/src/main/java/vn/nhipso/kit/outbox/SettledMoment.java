package vn.nhipso.kit.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Up to which moment nothing more can be recorded: what was stamped by then has been sent, or will never be (ADR 0001).
 *
 * <p>Who stamps holds the writers' lock from before its stamp to its end, and may take its positions late. So: note the time, then who holds the lock.
 * Whoever stamped by that time is among them or has ended. Once none of them holds it, read the newest position; when all up to there is sent, the
 * noted time is settled.
 */
final class SettledMoment {

    private static final long UNKNOWN = -1;

    private @Nullable Instant candidate;
    private Set<String> olderWriters = Set.of();
    private long awaited = UNKNOWN;
    private Instant reached = Instant.EPOCH;

    /** The newest moment known to be settled where all up to that position is sent; it never goes back. */
    Instant advance(Connection connection, Instant now, long sent) throws SQLException {
        if (candidate == null) {
            candidate = now;
            awaited = UNKNOWN;
            olderWriters = CommitHorizon.writers(connection);
        } else if (awaited == UNKNOWN) {
            olderWriters.retainAll(CommitHorizon.writers(connection));
        }
        if (awaited == UNKNOWN && olderWriters.isEmpty()) {
            awaited = CommitHorizon.newest(connection);
        }
        if (awaited != UNKNOWN && sent >= awaited) {
            reached = candidate;
            candidate = null;
        }
        return reached;
    }

    /** Whether somebody who may still record an earlier moment keeps the last one asked for from being the answer. */
    boolean isOpen() {
        return candidate != null;
    }
}
