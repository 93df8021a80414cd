package vn.nhipso.reporting.hierarchy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import vn.nhipso.reporting.sql.SqlText;

/**
 * The tables in which a change is worked out. Emptying and analyzing them anew for each of hundreds of small changes costs a multiple of the changes:
 * every plan that names one of them is made again. So what small changes leave behind is deleted, and their statistics are taken once.
 */
final class MovedTables {

    private static final String CREATE =
            SqlText.of(MovedTables.class, "moved-tables.sql").text();
    private static final String TRUNCATE =
            SqlText.of(MovedTables.class, "next-change.sql").text();
    private static final String DELETE =
            SqlText.of(MovedTables.class, "next-small-change.sql").text();
    private static final String STATISTICS = "ANALYZE ";

    /** Of how many units a change is small, and how much may be left behind by such. */
    private static final int SMALL = 100;

    private static final int LITTER = 2_000;

    private final Connection transaction;
    private boolean small = true;
    private boolean fitted;
    private int litter;

    private MovedTables(Connection transaction) {
        this.transaction = transaction;
    }

    static MovedTables create(Connection transaction) throws SQLException {
        MovedTables tables = new MovedTables(transaction);
        tables.execute(CREATE);
        return tables;
    }

    /** For the next change. */
    void clear() throws SQLException {
        if (small && litter < LITTER) {
            execute(DELETE);
        } else {
            execute(TRUNCATE);
            litter = 0;
        }
        fitted &= small;
        small = true;
    }

    /** So many more units are part of the change. */
    void hold(int units) {
        small &= units <= SMALL;
        litter += units;
    }

    /** Whether what the planner knows of them is of changes of another size. */
    boolean needStatistics() {
        return !(fitted && small);
    }

    /** A change has been worked out with statistics of its size. */
    void fitted() {
        fitted = true;
    }

    static boolean isStatistics(String sql) {
        return sql.startsWith(STATISTICS);
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = transaction.createStatement()) {
            statement.execute(sql);
        }
    }
}
