package vn.nhipso.reporting.rebuild;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import vn.nhipso.reporting.rollup.KeptPeriod;

/** What batches make anew while a rebuild runs, and which rebuilds run: see {@code RollupRefresh}. */
final class TouchedPeriods {

    private TouchedPeriods() {}

    /** From the commit on, batches say what they make anew; those that have begun before may not. */
    static void begin(Connection transaction, RebuildTable table) throws SQLException {
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

    /** What was made anew since it was taken last, as far as the transaction sees the figures that it was made of. */
    static List<KeptPeriod> take(Connection transaction) throws SQLException {
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

    /** Runs that have begun and not ended. */
    static List<UUID> runs(Connection connection) throws SQLException {
        List<UUID> runs = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT id FROM rebuild")) {
            while (rows.next()) {
                runs.add(rows.getObject(1, UUID.class));
            }
        }
        return runs;
    }
}
