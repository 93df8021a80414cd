package vn.nhipso.reporting.rebuild;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * A connection that a run holds from before its first row until its swap: it dies with every crash of the database. So rows need not wait for the disk
 * one chunk after the other. The swap's commit flushes all that was logged before it, and while the witness lives nothing of that was lost.
 */
final class Witness implements AutoCloseable {

    /** Named, so that it can be found among the sessions. */
    private static final String ALIVE = "SELECT 'witness of a rebuild'";

    private final Connection connection;

    Witness(DataSource dataSource) throws SQLException {
        connection = dataSource.getConnection();
        testify();
    }

    /** Fails where the database has crashed since. */
    void testify() throws SQLException {
        RebuildTable.execute(connection, ALIVE);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
