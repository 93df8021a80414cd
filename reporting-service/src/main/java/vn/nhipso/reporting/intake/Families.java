package vn.nhipso.reporting.intake;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Who may make rollups beside whom, until the end of the transaction. */
public final class Families {

    private Families() {}

    /** For batches of figures: several at once, each with the families that it locks. */
    static void shareWithOthers(Connection transaction) throws SQLException {
        lock(transaction, "SELECT pg_advisory_xact_lock_shared(7302, 1)");
    }

    /** Waits until the batches under way have ended. */
    public static void awaitOthers(Connection transaction) throws SQLException {
        lock(transaction, "SELECT pg_advisory_xact_lock(7302, 1)");
    }

    /** Units and definitions shape every family: whoever changes them waits for the batches under way, and new ones wait for it. */
    public static void haveAlone(Connection transaction) throws SQLException {
        awaitOthers(transaction);
        tellAll(transaction);
    }

    /**
     * For whoever changes what answers about any indicator are made of: what was answered before stands no more. To be called after
     * {@link #shareWithOthers} and before any family is held, so that nobody waits in a circle.
     */
    static void tellAll(Connection transaction) throws SQLException {
        lock(transaction, "UPDATE upheaval SET changes = changes + 1");
    }

    /** For those who change the copy of the hierarchy: one at a time, beside all others. To be taken before {@link #haveAlone}. */
    static void moveHierarchy(Connection transaction) throws SQLException {
        lock(transaction, "SELECT pg_advisory_xact_lock(7302, 2)");
    }

    private static void lock(Connection transaction, String sql) throws SQLException {
        try (Statement statement = transaction.createStatement()) {
            statement.execute(sql);
        }
    }
}
