package vn.nhipso.reporting.rebuild;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nhipso.reporting.sql.SqlText;

/** The relation in which a run makes its rollups: of its own name, so that a run that was taken for dead and wakes up disturbs nobody. */
record RebuildTable(UUID run) {

    private static final SqlText INDEXES = SqlText.of(RebuildTable.class, "indexes.sql");
    private static final SqlText STATISTICS = SqlText.of(RebuildTable.class, "statistics.sql");
    private static final SqlText SERVED_STATISTICS = SqlText.of(RebuildTable.class, "served-statistics.sql");
    private static final SqlText GRANTS = SqlText.of(RebuildTable.class, "grants.sql");
    private static final String RUNS = """
            SELECT id::text FROM rebuild
            UNION
            SELECT replace(substr(relname, 8), '_', '-') FROM pg_class
            WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace
              AND relname ~ '^rollup_[0-9a-f]{8}(_[0-9a-f]{4}){3}_[0-9a-f]{12}$'""";

    private static final SqlText OPTIONS = new SqlText(
            "SELECT array_to_string(reloptions, ', ') FROM pg_class WHERE oid = 'rollup'::regclass AND reloptions IS NOT NULL");

    /** Those of all runs that are there, of whatever became of them. */
    static List<UUID> runs(Connection connection) throws SQLException {
        List<UUID> runs = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(RUNS)) {
            while (rows.next()) {
                runs.add(UUID.fromString(rows.getString(1)));
            }
        }
        return runs;
    }

    String name() {
        return "rollup_" + run.toString().replace('-', '_');
    }

    /**
     * The columns and options of the served one, without its indexes: rows come faster without. Nobody shall clean it up before it is served: indexes would
     * wait for that.
     */
    void create(Connection connection) throws SQLException {
        execute(
                connection,
                "CREATE TABLE " + name() + " (LIKE rollup INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING STORAGE)");
        setOptions(connection, list(connection, OPTIONS), name());
        execute(connection, "ALTER TABLE " + name() + " SET (autovacuum_enabled = false)");
        for (String statistics : list(connection, STATISTICS, name())) {
            execute(connection, statistics);
        }
        for (String grant : list(connection, GRANTS, name())) {
            execute(connection, grant);
        }
    }

    private static void setOptions(Connection connection, List<String> options, String relation) throws SQLException {
        for (String some : options) {
            execute(connection, "ALTER TABLE " + relation + " SET (" + some + ")");
        }
    }

    /** An index of it, and what makes it a key. */
    record Index(String creation, @Nullable String key) {}

    /** The indexes and keys of the served one, under names of its own: each can be made beside the others. */
    List<Index> indexes(Connection connection) throws SQLException {
        List<Index> indexes = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(INDEXES.text())) {
            statement.setString(1, name());
            statement.setString(2, suffix());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    indexes.add(new Index(rows.getString(1), rows.getString(2)));
                }
            }
        }
        return indexes;
    }

    /** What rows are looked up by: of seventy other columns, which nobody asks for, it takes longer than the indexes. */
    void analyze(Connection connection) throws SQLException {
        execute(connection, "ANALYZE " + name());
    }

    /** The same from the served one, which has the same rows. Says whether anything was known there. */
    boolean hasStatisticsOfServed(Connection connection) throws SQLException {
        return list(connection, SERVED_STATISTICS, name()).contains("t");
    }

    /** Takes the place and the names of the served one, which goes. To be called with {@code rollup} locked. */
    void swap(Connection transaction) throws SQLException {
        List<String> names = indexNames(transaction);
        List<String> options = list(transaction, OPTIONS);
        execute(transaction, "DROP TABLE rollup");
        execute(transaction, "ALTER TABLE " + name() + " RENAME TO rollup");
        for (String index : names) {
            execute(transaction, "ALTER INDEX " + index + suffix() + " RENAME TO " + index);
        }
        execute(transaction, "ALTER TABLE rollup RESET (autovacuum_enabled)");
        setOptions(transaction, options, "rollup");
    }

    private String suffix() {
        return "_" + run.toString().substring(0, 8);
    }

    private static List<String> indexNames(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT indexrelid::regclass::text FROM pg_index WHERE indrelid = 'rollup'::regclass")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private static List<String> list(Connection connection, SqlText query, String... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query.text())) {
            for (int value = 0; value < values.length; value++) {
                statement.setString(value + 1, values[value]);
            }
            List<String> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
