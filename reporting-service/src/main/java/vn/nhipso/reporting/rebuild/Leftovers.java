package vn.nhipso.reporting.rebuild;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * What runs leave behind that died, or were ended: a relation, and batches that go on saying what they make anew. All of it over one connection: whoever
 * holds one and waits for another may wait for himself.
 */
final class Leftovers {

    private static final Logger LOG = Logger.getLogger(Leftovers.class);

    private Leftovers() {}

    /** Something that is asked of the database. */
    interface Question {
        boolean isSo(Connection connection) throws SQLException;
    }

    private interface Sweep {
        void in(Connection transaction) throws SQLException;
    }

    /** Of all runs. Only where none can be under way but one that was taken for dead: it finds that it is no longer named. */
    static void sweep(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            inTransaction(connection, Leftovers::sweepAll);
        }
    }

    /** The same where none is under way, and while nobody can begin one. */
    static void sweepUnless(Connection connection, Question underWay) throws SQLException {
        inTransaction(connection, transaction -> {
            TouchedPeriods.letNobodyBegin(transaction);
            if (!underWay.isSo(transaction)) {
                sweepAll(transaction);
            }
        });
    }

    /** Of one run. */
    static void sweep(DataSource dataSource, UUID run) {
        try (Connection connection = dataSource.getConnection()) {
            inTransaction(connection, transaction -> sweep(transaction, run));
        } catch (SQLException failed) {
            warn(run, failed);
        }
    }

    private static void sweepAll(Connection transaction) throws SQLException {
        for (UUID run : RebuildTable.runs(transaction)) {
            sweep(transaction, run);
        }
    }

    /**
     * What cannot be removed now is removed with the next run. Its name goes first and by itself, however long somebody reads its relation: from then on
     * it takes nothing any more that the next run needs.
     */
    private static void sweep(Connection transaction, UUID run) throws SQLException {
        RebuildTable.execute(transaction, "SET LOCAL lock_timeout = 1000");
        RebuildTable.execute(transaction, "SET LOCAL client_min_messages = warning");
        Savepoint done = transaction.setSavepoint();
        try {
            TouchedPeriods.end(transaction, run);
            done = transaction.setSavepoint();
            RebuildTable.execute(transaction, "DROP TABLE IF EXISTS " + new RebuildTable(run).name());
        } catch (SQLException failed) {
            transaction.rollback(done);
            warn(run, failed);
        }
    }

    private static void inTransaction(Connection connection, Sweep sweep) throws SQLException {
        connection.setAutoCommit(false);
        try {
            sweep.in(connection);
            connection.commit();
        } catch (Throwable failed) {
            // Whatever it was: setting auto-commit would commit what was done by then.
            connection.rollback();
            throw failed;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private static void warn(UUID run, SQLException failed) {
        LOG.warnf("What the rebuild %s made stays for the moment: %s", run, failed.getMessage());
    }
}
