package vn.nhipso.reporting.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Temporary tables of a connection that are empty at the start of every transaction because whoever fills them deletes again. The plans that name
 * them are kept as long as the connection, so neither are they emptied by truncation (ON COMMIT DELETE ROWS too would throw the plans away), nor
 * analyzed batch by batch: planning the steps of a rollup anew for each batch costs more than running them. They are analyzed once, full of what
 * batches are like, and truncated when what deletes leave behind has become much.
 *
 * @param tables the first of them is made last
 * @param create makes them
 * @param likely fills them with what is in them in the midst of a batch
 * @param few whether that is a handful of rows: the planner takes a table that was truncated for ten pages full of them, so these keep a page
 */
public record SessionTables(List<String> tables, String create, String likely, boolean few) {

    /** More than that of dead rows costs more to read past than new plans. */
    private static final int MUCH = 2 * 1024 * 1024;

    private static final String STANDING = """
            SELECT to_regclass('pg_temp.' || (?::text[])[1]) IS NULL,
                   (SELECT sum(pg_total_relation_size(to_regclass('pg_temp.' || t))) > ? FROM unnest(?::text[]) AS t)""";

    /** To be called first in a transaction. */
    public void prepare(Connection transaction) throws SQLException {
        boolean missing;
        boolean grown;
        try (PreparedStatement standing = transaction.prepareStatement(STANDING)) {
            standing.setArray(1, transaction.createArrayOf("text", tables.toArray()));
            standing.setInt(2, MUCH);
            standing.setArray(3, transaction.createArrayOf("text", tables.toArray()));
            try (ResultSet row = standing.executeQuery()) {
                row.next();
                missing = row.getBoolean(1);
                grown = row.getBoolean(2);
            }
        }
        if (missing) {
            execute(transaction, create);
        }
        if (missing || (grown && few)) {
            fit(transaction);
        } else if (grown) {
            execute(transaction, truncation());
        }
    }

    /** Empties them and has plans made for what is likely, whatever was analyzed in between. */
    public void fit(Connection transaction) throws SQLException {
        execute(
                transaction,
                truncation() + "; " + likely + "; ANALYZE " + String.join(", ", tables) + "; "
                        + (few ? deletion() : truncation()));
    }

    /** Empties them and keeps the plans. */
    public void empty(Connection transaction) throws SQLException {
        execute(transaction, deletion());
    }

    private String truncation() {
        return "TRUNCATE " + String.join(", ", tables);
    }

    private String deletion() {
        return tables.stream().map(table -> "DELETE FROM " + table).collect(Collectors.joining("; "));
    }

    private static void execute(Connection transaction, String sql) throws SQLException {
        try (Statement statement = transaction.createStatement()) {
            statement.execute(sql);
        }
    }
}
