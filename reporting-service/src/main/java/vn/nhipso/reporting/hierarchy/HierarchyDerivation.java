package vn.nhipso.reporting.hierarchy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import vn.nhipso.reporting.sql.SqlText;

/** Brings {@code unit_ancestor}, {@code unit_size} and {@code unit_life} up to date with what a change moved, and says on which days they differ. */
final class HierarchyDerivation {

    /** From how many units on the statistics of before would make bad plans. */
    private static final int MASS = 500;

    private static final String BELOW = sql("derive-below.sql");
    private static final List<String> FIND = List.of(
            "ANALYZE moved_below",
            sql("derive-ancestors.sql"),
            "ANALYZE ancestor_new (unit)",
            sql("gone-ancestors.sql"),
            sql("come-ancestors.sql"),
            "ANALYZE ancestor_gone (unit, ancestor), ancestor_come (unit, ancestor)");
    private static final List<String> MOVE = List.of(
            sql("past-ancestors.sql"),
            "INSERT INTO unit_ancestor SELECT c.*, (SELECT max(known_at) FROM unit_change) FROM ancestor_come c",
            sql("sized.sql"),
            "ANALYZE sized",
            sql("derive-sizes.sql"),
            "ANALYZE size_new (unit)",
            sql("past-sizes.sql"),
            sql("put-sizes.sql"));
    private static final List<String> LIVE = List.of(
            sql("life-codes.sql"),
            "ANALYZE life_code",
            sql("derive-lives.sql"),
            "ANALYZE life_new (unit)",
            sql("moved-lives.sql"),
            sql("past-lives.sql"),
            sql("put-lives.sql"),
            sql("moved-units.sql"));
    private static final String FIND_MOVED = "ANALYZE moved_unit (unit), moved_life, moved_lineage";

    private final Connection transaction;
    private final MovedTables tables;
    private boolean mass;

    HierarchyDerivation(Connection transaction, MovedTables tables) {
        this.transaction = transaction;
        this.tables = tables;
    }

    /** After one change. */
    void derive() throws SQLException {
        tables.hold(update(BELOW));
        run(FIND);
        boolean many = holds("SELECT count(*) >= " + MASS + " FROM ancestor_come");
        if (many) {
            update("ANALYZE unit_version");
        }
        if (holds("SELECT EXISTS (SELECT FROM ancestor_gone) OR EXISTS (SELECT FROM ancestor_come)")) {
            run(MOVE);
        }
        run(LIVE);
        if (many) {
            update("ANALYZE unit_ancestor, unit_size, unit_life, lineage_edge");
        }
        mass |= many;
    }

    /** After all changes of a transaction: how much has moved by all of them. */
    HierarchyStore.Moved moved() throws SQLException {
        if (!holds("""
                SELECT EXISTS (SELECT FROM moved_unit) OR EXISTS (SELECT FROM moved_life) OR EXISTS (SELECT FROM moved_lineage)""")) {
            return HierarchyStore.Moved.NOTHING;
        }
        update(FIND_MOVED);
        return mass ? HierarchyStore.Moved.MANY : HierarchyStore.Moved.FEW;
    }

    private void run(List<String> statements) throws SQLException {
        for (String sql : statements) {
            if (!MovedTables.isStatistics(sql) || tables.needStatistics()) {
                update(sql);
            }
        }
    }

    /** Prepared, so that the driver keeps the plans of what is the same for every change. */
    private int update(String sql) throws SQLException {
        try (PreparedStatement statement = transaction.prepareStatement(sql)) {
            return statement.executeUpdate();
        }
    }

    private boolean holds(String query) throws SQLException {
        try (PreparedStatement statement = transaction.prepareStatement(query);
                ResultSet row = statement.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static String sql(String resource) {
        return SqlText.of(HierarchyDerivation.class, resource).text();
    }
}
