package vn.nhipso.reporting.rebuild;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** What runs leave behind that died, or were ended: a relation, and batches that go on saying what they make anew. */
final class Leftovers {

    private static final Logger LOG = Logger.getLogger(Leftovers.class);

    private Leftovers() {}

    /** Of all runs. Only where none can be under way but one that was taken for dead: it finds that it is no longer named. */
    static void sweep(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            for (UUID run : RebuildTable.runs(connection)) {
                sweep(dataSource, run);
            }
        }
    }

    /** The same where none is under way, and while nobody can begin one. */
    static void sweepUnless(DataSource dataSource, BooleanSupplier underWay) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                TouchedPeriods.letNobodyBegin(connection);
                if (!underWay.getAsBoolean()) {
                    sweep(dataSource);
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    /**
     * Of one run. What cannot be removed now is removed with the next run. Its name goes first and by itself: from then on it takes nothing any more
     * that the next run needs, however long somebody reads its relation.
     */
    static void sweep(DataSource dataSource, UUID run) {
        try {
            inTransaction(dataSource, transaction -> TouchedPeriods.end(transaction, run));
            inTransaction(
                    dataSource,
                    transaction ->
                            RebuildTable.execute(transaction, "DROP TABLE IF EXISTS " + new RebuildTable(run).name()));
        } catch (SQLException failed) {
            LOG.warnf("What the rebuild %s made stays for the moment: %s", run, failed.getMessage());
        }
    }

    private interface Step {
        void in(Connection transaction) throws SQLException;
    }

    private static void inTransaction(DataSource dataSource, Step step) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                RebuildTable.execute(connection, "SET LOCAL lock_timeout = 2000");
                RebuildTable.execute(connection, "SET LOCAL client_min_messages = warning");
                step.in(connection);
                connection.commit();
            } catch (SQLException failed) {
                connection.rollback();
                throw failed;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }
}
