package vn.nhipso.reporting.hierarchy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import vn.nhipso.reporting.sql.SessionTables;
import vn.nhipso.reporting.sql.SqlText;

/**
 * The tables in which a change is worked out, and those in which what all changes of a transaction moved is gathered. Plans are kept for small changes:
 * hundreds of them come together. A large one has statistics of its own, which go with it.
 */
final class MovedTables {

    private static final SessionTables WORKED_OUT = new SessionTables(
            List.of(
                    "moved_code",
                    "moved_from",
                    "unit_new",
                    "edge_new",
                    "moved_below",
                    "ancestor_new",
                    "ancestor_gone",
                    "ancestor_come",
                    "sized",
                    "size_new",
                    "life_code",
                    "life_new"),
            SqlText.of(MovedTables.class, "moved-tables.sql").text(),
            SqlText.of(MovedTables.class, "likely.sql").text(),
            true);

    private static final SessionTables GATHERED = new SessionTables(
            List.of("moved_unit", "moved_life", "moved_lineage"),
            SqlText.of(MovedTables.class, "gathered-tables.sql").text(),
            SqlText.of(MovedTables.class, "likely-gathered.sql").text(),
            true);

    private static final String STATISTICS = "ANALYZE ";

    /** Of how many units a change is small. */
    private static final int SMALL = 100;

    private final Connection transaction;
    private boolean small = true;

    private MovedTables(Connection transaction) {
        this.transaction = transaction;
    }

    /** To be called first in a transaction. */
    static void prepare(Connection transaction) throws SQLException {
        WORKED_OUT.prepare(transaction);
        GATHERED.prepare(transaction);
    }

    /** What the last transaction moved is no news any more. */
    static MovedTables empty(Connection transaction) throws SQLException {
        GATHERED.empty(transaction);
        return new MovedTables(transaction);
    }

    /** So many more units are part of the change. */
    void hold(int units) {
        small &= units <= SMALL;
    }

    /** Whether the plans that are kept are for changes of another size. */
    boolean needStatistics() {
        return !small;
    }

    /** A change has been worked out; ready for the next. */
    void next() throws SQLException {
        if (small) {
            WORKED_OUT.empty(transaction);
            WORKED_OUT.prepare(transaction);
        } else {
            WORKED_OUT.fit(transaction);
        }
        small = true;
    }

    static boolean isStatistics(String sql) {
        return sql.startsWith(STATISTICS);
    }
}
