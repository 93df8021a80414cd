package vn.nhipso.reporting.rebuild;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import vn.nhipso.reporting.rollup.KeptPeriod;

/** What batches make anew while a rebuild runs, and which rebuilds run: see {@code RollupRefresh}. */
final class TouchedPeriods {

    private static final String ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(7302, 3)";

    private TouchedPeriods() {}

    /** Until the end of the transaction no run is queued that is not seen by whoever looks after this. */
    static void letNobodyBegin(Connection transaction) throws SQLException {
        RebuildTable.execute(transaction, ONE_AT_A_TIME);
    }

    /**
     * From the commit on, batches say what they make anew; those that have begun before may not. One run at a time: whoever is still named died, or was
     * taken for dead; where he takes something just now he is waited for, and takes nothing afterwards.
     */
    static void begin(Connection transaction, RebuildTable table) throws SQLException {
        RebuildTable.execute(transaction, "DELETE FROM rebuild");
        try (PreparedStatement begin =
                transaction.prepareStatement("INSERT INTO rebuild (id, relation) VALUES (?, ?)")) {
            begin.setObject(1, table.run());
            begin.setString(2, table.name());
            begin.executeUpdate();
        }
        RebuildTable.execute(transaction, "DELETE FROM rebuild_touched");
    }

    static void end(Connection transaction, UUID run) throws SQLException {
        try (PreparedStatement end = transaction.prepareStatement("DELETE FROM rebuild WHERE id = ?")) {
            end.setObject(1, run);
            end.executeUpdate();
        }
        RebuildTable.execute(transaction, "DELETE FROM rebuild_touched WHERE NOT EXISTS (SELECT FROM rebuild)");
    }

    /**
     * What was made anew since it was taken last, as far as the transaction sees the figures that it was made of. Only for the run that is under way: one
     * that was taken for dead would take it from the next.
     */
    static List<KeptPeriod> take(Connection transaction, UUID run) throws SQLException {
        requireUnderWay(transaction, run);
        TreeSet<KeptPeriod> periods = new TreeSet<>();
        try (Statement statement = transaction.createStatement();
                ResultSet rows = statement.executeQuery(
                        "WITH taken AS (DELETE FROM rebuild_touched RETURNING *) SELECT DISTINCT indicator, period FROM taken")) {
            while (rows.next()) {
                periods.add(new KeptPeriod(rows.getString(1), rows.getString(2)));
            }
        }
        return List.copyOf(periods);
    }

    /** And stays so until the end of the transaction. */
    private static void requireUnderWay(Connection transaction, UUID run) throws SQLException {
        try (PreparedStatement own = transaction.prepareStatement("SELECT FROM rebuild WHERE id = ? FOR KEY SHARE")) {
            own.setObject(1, run);
            try (ResultSet found = own.executeQuery()) {
                if (!found.next()) {
                    throw new IllegalStateException("The rebuild " + run + " was taken for dead");
                }
            }
        }
    }
}
