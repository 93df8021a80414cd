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
    private static final List<String> MOVE =
            List.of("""
            DELETE FROM unit_ancestor a USING ancestor_gone g
            WHERE a.unit = g.unit AND a.ancestor = g.ancestor AND a.valid_from = g.valid_from""", "INSERT INTO unit_ancestor SELECT * FROM ancestor_come", """
            DELETE FROM unit_size s USING (SELECT ancestor FROM ancestor_gone UNION SELECT ancestor FROM ancestor_come) x
            WHERE s.unit = x.ancestor""", sql("derive-sizes.sql"));
    private static final List<String> LIVE = List.of(
            sql("life-codes.sql"),
            "ANALYZE life_code",
            sql("derive-lives.sql"),
            sql("moved-lives.sql"),
            "DELETE FROM unit_life l USING life_code c WHERE l.unit = c.code",
            "INSERT INTO unit_life SELECT * FROM life_new",
            sql("moved-units.sql"),
            "CREATE INDEX ON moved_unit (unit)",
            "CREATE INDEX ON moved_life (unit)",
            "ANALYZE moved_unit (unit), moved_life");

    private final Connection transaction;

    HierarchyDerivation(Connection transaction) {
        this.transaction = transaction;
    }

    HierarchyStore.Moved derive() throws SQLException {
        run(FIND);
        boolean mass = holds("SELECT count(*) >= " + MASS + " FROM ancestor_come");
        run(mass ? List.of("ANALYZE unit_version") : List.of());
        run(MOVE);
        run(LIVE);
        run(mass ? List.of("ANALYZE unit_ancestor, unit_size, unit_life, lineage_edge") : List.of());
        boolean differing = holds("SELECT EXISTS (SELECT FROM moved_unit) OR EXISTS (SELECT FROM moved_life)");
        if (!differing) {
            return HierarchyStore.Moved.NOTHING;
        }
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
