package vn.nhipso.reporting.rollup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.nhipso.reporting.hierarchy.UnitAt;
import vn.nhipso.reporting.rollup.RollupAnswers.Asked;
import vn.nhipso.reporting.rollup.RollupReader.Pair;
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
    private static final LevelSum NONE = new LevelSum(null, null, 0, 0, 0, 0);
    private static final List<LevelSum> NOBODY = List.of(NONE, NONE, NONE);
    private static final List<LevelSum> EXCUSED = List.of(new LevelSum(null, null, 0, 0, 0, 1), NONE, NONE);

    private ChosenRow() {}

    /** Whether figures of a scope are read so: OWN ones have nothing to choose. */
    static boolean isRead(Scope scope) {
        return scope != Scope.OWN;
    }

    /** Parameters: indicators and periods side by side; units. */
    static String sql(Scope scope) {
        return scope == Scope.CHILDREN ? CHILDREN : WHOLE;
    }

    /**
     * What the rows of an indicator and period have in common.
     *
     * @param column their place among all that are told
     */
    record Of(Pair pair, String period, Asked how, int column) {
        Of(Pair pair, Asked how, int column) {
            this(pair, pair.period().toString(), how, column);
        }
    }

    /** Which of the indicators and periods it is of, from 0. */
    static int pair(ResultSet row) throws SQLException {
        return row.getInt(1) - 1;
    }

    static String unit(ResultSet row) throws SQLException {
        return row.getString(2);
    }

    static RollupItem item(ResultSet row, Scope scope, Of of, UnitAt unit) throws SQLException {
        Part part = part(row);
        RollupRow chosen = new RollupRow(
                of.pair().indicator(),
                of.period(),
                unit.code(),
                row.getInt(3),
                Stated.NOTHING,
                scope == Scope.CHILDREN ? part : UNREAD,
                scope == Scope.WHOLE ? part : UNREAD,
                row.getInt(6) > 0 ? EXCUSED : NOBODY);
        Asked how = of.how();
        return new RollupItem(
                how.definition(), of.pair().period(), how.closes(), unit, chosen, List.of(), null, Map.of());
    }

    private static Part part(ResultSet row) throws SQLException {
        Basis basis = Basis.valueOf(row.getString(4));
        Counted counted = new Counted(0, 0, row.getInt(5));
        @Nullable String absence = row.getString(10);
        Stated nothing = absence == null ? Stated.NOTHING : new Stated(null, null, null, 0, absence, null, null, false);
        return switch (basis) {
            case STATED ->
                new Part(
                        basis,
                        Sum.NOTHING,
                        new Stated(
                                row.getBigDecimal(7),
                                row.getBigDecimal(8),
                                row.getBigDecimal(9),
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
                        new Estimate(row.getBigDecimal(7), row.getBigDecimal(8), 0, 0));
            case COMPUTED, PARTIAL ->
                new Part(
                        basis,
                        new Sum(row.getBigDecimal(7), row.getBigDecimal(8), 0),
                        nothing,
                        counted,
                        Estimate.NOTHING);
            case NONE -> new Part(basis, Sum.NOTHING, nothing, counted, Estimate.NOTHING);
        };
    }
}
