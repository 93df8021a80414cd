package vn.nhipso.reporting.hierarchy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import vn.nhipso.reporting.sql.SqlText;

/** Brings {@code unit_ancestor}, {@code unit_size} and {@code unit_life} up to date with what a change moved, and says on which days they differ. */
final class HierarchyDerivation {

    /** From how many units on the statistics of before would make bad plans. */
    private static final int MASS = 500;

    private static final List<String> FIND = List.of(
            sql("derive-below.sql"),
            "ANALYZE moved_below",
            sql("derive-ancestors.sql"),
            "ANALYZE ancestor_new (unit)",
            sql("gone-ancestors.sql"),
            sql("come-ancestors.sql"),
            "ANALYZE ancestor_gone (unit, ancestor), ancestor_come (unit, ancestor)");
    private static final List<String> MOVE = List.of(
            sql("past-ancestors.sql"),
            "INSERT INTO unit_ancestor SELECT c.*, (SELECT max(known_at) FROM unit_change) FROM ancestor_come c",
            "INSERT INTO sized SELECT ancestor FROM ancestor_gone UNION SELECT ancestor FROM ancestor_come",
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
    private static final List<String> FIND_MOVED = List.of(
            "CREATE INDEX ON moved_unit (unit)",
            "CREATE INDEX ON moved_life (unit)",
            "ANALYZE moved_unit (unit), moved_life, moved_lineage");

    private final Connection transaction;
    private boolean mass;

    HierarchyDerivation(Connection transaction) {
        this.transaction = transaction;
    }

    /** After one change. */
    void derive() throws SQLException {
        run(FIND);
        boolean many = holds("SELECT count(*) >= " + MASS + " FROM ancestor_come");
        run(many ? List.of("ANALYZE unit_version") : List.of());
        if (holds("SELECT EXISTS (SELECT FROM ancestor_gone) OR EXISTS (SELECT FROM ancestor_come)")) {
            run(MOVE);
        }
        run(LIVE);
        run(many ? List.of("ANALYZE unit_ancestor, unit_size, unit_life, lineage_edge") : List.of());
        mass |= many;
    }

    /** After all changes of a transaction: how much has moved by all of them. */
    HierarchyStore.Moved moved() throws SQLException {
        if (!holds("""
                SELECT EXISTS (SELECT FROM moved_unit) OR EXISTS (SELECT FROM moved_life) OR EXISTS (SELECT FROM moved_lineage)""")) {
            return HierarchyStore.Moved.NOTHING;
        }
        run(FIND_MOVED);
        return mass ? HierarchyStore.Moved.MANY : HierarchyStore.Moved.FEW;
    }

    private void run(List<String> statements) throws SQLException {
        try (Statement statement = transaction.createStatement()) {
            for (String sql : statements) {
                statement.executeUpdate(sql);
            }
        }
    }

    private boolean holds(String query) throws SQLException {
        try (Statement statement = transaction.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static String sql(String resource) {
        return SqlText.of(HierarchyDerivation.class, resource).text();
    }
}
