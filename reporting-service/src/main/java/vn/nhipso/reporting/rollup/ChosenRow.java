package vn.nhipso.reporting.rollup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nhipso.reporting.rollup.RollupRow.Counted;
import vn.nhipso.reporting.rollup.RollupRow.Estimate;
import vn.nhipso.reporting.rollup.RollupRow.LevelSum;
import vn.nhipso.reporting.rollup.RollupRow.Part;
import vn.nhipso.reporting.rollup.RollupRow.Stated;
import vn.nhipso.reporting.rollup.RollupRow.Sum;
import vn.nhipso.reporting.sql.SqlText;

/** Reads of kept rollups no more than the chosen figure of a scope: a fifth of the columns, found by their places. */
final class ChosenRow {

    private static final SqlText FIGURES = SqlText.of(ChosenRow.class, "kept-figures.sql");
    private static final String CHILDREN = FIGURES.with("part", "children").text();
    private static final String WHOLE = FIGURES.with("part", "whole").text();
    private static final Part UNREAD =
            new Part(Basis.NONE, Sum.NOTHING, Stated.NOTHING, new Counted(0, 0, 0), Estimate.NOTHING);
    private static final LevelSum NOBODY = new LevelSum(null, null, 0, 0, 0, 0);
    private static final LevelSum EXCUSED = new LevelSum(null, null, 0, 0, 0, 1);

    private ChosenRow() {}

    /** The statement; OWN figures have nothing to choose and are read as they are. */
    static String sql(Scope scope) {
        return switch (scope) {
            case OWN -> FirstLook.KEPT;
            case CHILDREN -> CHILDREN;
            case WHOLE -> WHOLE;
        };
    }

    static RollupRow of(ResultSet row, Scope scope) throws SQLException {
        if (scope == Scope.OWN) {
            return RollupRow.of(row);
        }
        Part part = part(row);
        LevelSum own = row.getInt(7) > 0 ? EXCUSED : NOBODY;
        return new RollupRow(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getInt(4),
                Stated.NOTHING,
                scope == Scope.CHILDREN ? part : UNREAD,
                scope == Scope.WHOLE ? part : UNREAD,
                List.of(own, NOBODY, NOBODY));
    }

    private static Part part(ResultSet row) throws SQLException {
        Basis basis = Basis.valueOf(row.getString(5));
        Counted counted = new Counted(0, 0, row.getInt(6));
        @Nullable String absence = row.getString(11);
        Stated nothing = absence == null ? Stated.NOTHING : new Stated(null, null, null, 0, absence, null, null, false);
        return switch (basis) {
            case STATED ->
                new Part(
                        basis,
                        Sum.NOTHING,
                        new Stated(
                                row.getBigDecimal(8),
                                row.getBigDecimal(9),
                                row.getBigDecimal(10),
                                0,
                                absence,
                                null,
                                null,
                                false),
                        counted,
                        Estimate.NOTHING);
            case ESTIMATED ->
                new Part(
                        basis,
                        Sum.NOTHING,
                        nothing,
                        counted,
                        new Estimate(row.getBigDecimal(8), row.getBigDecimal(9), 0, 0));
            case COMPUTED, PARTIAL ->
                new Part(
                        basis,
                        new Sum(row.getBigDecimal(8), row.getBigDecimal(9), 0),
                        nothing,
                        counted,
                        Estimate.NOTHING);
            case NONE -> new Part(basis, Sum.NOTHING, nothing, counted, Estimate.NOTHING);
        };
    }
}
