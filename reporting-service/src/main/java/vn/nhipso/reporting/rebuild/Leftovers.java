package vn.nhipso.reporting.rebuild;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** What runs leave behind that died, or were ended: a relation, and batches that go on saying what they make anew. */
final class Leftovers {

    private static final Logger LOG = Logger.getLogger(Leftovers.class);

    private Leftovers() {}

    /** Of all runs. Only where none can be under way but one that was taken for dead: it finds its relation gone. */
    static void sweep(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            for (UUID run : TouchedPeriods.runs(connection)) {
                sweep(dataSource, run);
            }
        }
    }

    /** Of one run. What cannot be removed now is removed with the next run. */
    static void sweep(DataSource dataSource, UUID run) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                RebuildTable.execute(connection, "SET LOCAL lock_timeout = 2000");
                RebuildTable.execute(connection, "SET LOCAL client_min_messages = warning");
                RebuildTable.execute(connection, "DROP TABLE IF EXISTS " + new RebuildTable(run).name());
                TouchedPeriods.end(connection, run);
                connection.commit();
            } catch (SQLException failed) {
                connection.rollback();
                throw failed;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException failed) {
            LOG.warnf("What the rebuild %s made stays for the moment: %s", run, failed.getMessage());
        }
    }
}
