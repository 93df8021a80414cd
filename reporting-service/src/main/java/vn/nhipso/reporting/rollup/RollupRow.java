package vn.nhipso.reporting.rollup;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nhipso.reporting.catalogue.Marks;

/**
 * What the definition says about an indicator, period and unit: a row of {@code rollup}, kept or made on demand.
 *
 * @param level depth of the unit's level, 0 for the country
 * @param byLevel OWN values at or below the unit: provinces, districts, communes
 */
public record RollupRow(
        String indicator,
        String period,
        String unit,
        int level,
        Stated own,
        Part children,
        Part whole,
        List<LevelSum> byLevel) {

    /**
     * As reported; {@code from} names the period or the way it was taken from where it is another.
     *
     * @param there of a figure that is the sum of some of the months only: how many
     * @param carried whether it is, wholly or in part, that of units that went into this one
     */
    public record Stated(
            @Nullable BigDecimal n,
            @Nullable BigDecimal d,
            @Nullable BigDecimal v,
            int marks,
            @Nullable String absence,
            @Nullable String from,
            @Nullable Integer there,
            boolean carried) {

        static final Stated NOTHING = new Stated(null, null, null, 0, null, null, null, false);

        /** Whether there is any number. */
        public boolean given() {
            return n != null || v != null;
        }

        /** Whether there is a number that was reported for the period itself. */
        boolean reported() {
            return given() && from == null;
        }
    }

    /** Counts added up; the number itself stands in {@code n} for COUNT. */
    public record Sum(@Nullable BigDecimal n, @Nullable BigDecimal d, int marks) {
        static final Sum NOTHING = new Sum(null, null, 0);
    }

    /** Σ weight·value and Σ weight of a SHARE, and of how many units. */
    public record Estimate(@Nullable BigDecimal n, @Nullable BigDecimal w, int marks, int units) {
        static final Estimate NOTHING = new Estimate(null, null, 0, 0);
    }

    /** How many of those that should are in the computed side. */
    public record Counted(int reporting, int counted, int expected) {}

    /** Children or whole: both sides and which is chosen. */
    public record Part(Basis basis, Sum computed, Stated stated, Counted coverage, Estimate estimate) {}

    /** OWN values of the units of one level. */
    public record LevelSum(
            @Nullable BigDecimal n, @Nullable BigDecimal d, int marks, int reporting, int counted, int notApplicable) {}

    /** The mark of a sum, from the set of marks of its parts; the database's {@code marks_of_sum}. */
    static int marksOfSum(int marks) {
        if (marks <= 1) {
            return marks;
        }
        boolean atMost = (marks & (Marks.AT_LEAST.bit() | Marks.ABOUT.bit())) == 0;
        return atMost ? Marks.AT_MOST.bit() : Marks.ABOUT.bit();
    }

    private static final List<String> LEVELS = List.of("province", "district", "commune");

    static RollupRow of(ResultSet row) throws SQLException {
        return new RollupRow(
                row.getString("indicator"),
                row.getString("period"),
                row.getString("unit"),
                row.getInt("level"),
                stated(row, "own_"),
                part(row, "children_"),
                part(row, "whole_"),
                List.of(level(row, LEVELS.get(0)), level(row, LEVELS.get(1)), level(row, LEVELS.get(2))));
    }

    /** Whether any figure of the unit was reported for the period itself. */
    boolean reported() {
        return own.reported() || children.stated().reported() || whole.stated().reported();
    }

    /** A unit at or below which nobody reported anything. */
    static RollupRow nothing(String indicator, String period, String unit, int level, int below, int own) {
        LevelSum none = new LevelSum(null, null, 0, 0, 0, 0);
        return new RollupRow(
                indicator,
                period,
                unit,
                level,
                Stated.NOTHING,
                new Part(Basis.NONE, Sum.NOTHING, Stated.NOTHING, new Counted(0, 0, below), Estimate.NOTHING),
                new Part(Basis.NONE, Sum.NOTHING, Stated.NOTHING, new Counted(0, 0, below + own), Estimate.NOTHING),
                List.of(none, none, none));
    }

    private static Part part(ResultSet row, String prefix) throws SQLException {
        return new Part(
                Basis.valueOf(row.getString(prefix + "basis")),
                new Sum(row.getBigDecimal(prefix + "n"), row.getBigDecimal(prefix + "d"), row.getInt(prefix + "q")),
                stated(row, prefix + "stated_"),
                new Counted(
                        row.getInt(prefix + "reporting"),
                        row.getInt(prefix + "counted"),
                        row.getInt(prefix + "expected")),
                new Estimate(
                        row.getBigDecimal(prefix + "estimate_n"),
                        row.getBigDecimal(prefix + "estimate_w"),
                        row.getInt(prefix + "estimate_q"),
                        row.getInt(prefix + "estimate_units")));
    }

    static Stated stated(ResultSet row, String prefix) throws SQLException {
        return new Stated(
                row.getBigDecimal(prefix + "n"),
                row.getBigDecimal(prefix + "d"),
                row.getBigDecimal(prefix + "v"),
                row.getInt(prefix + "q"),
                row.getString(prefix + "absence"),
                row.getString(prefix + "from"),
                row.getObject(prefix + "there", Integer.class),
                row.getBoolean(prefix + "carried"));
    }

    private static LevelSum level(ResultSet row, String level) throws SQLException {
        return new LevelSum(
                row.getBigDecimal(level + "_n"),
                row.getBigDecimal(level + "_d"),
                row.getInt(level + "_q"),
                row.getInt(level + "_reporting"),
                row.getInt(level + "_counted"),
                row.getInt(level + "_not_applicable"));
    }
}
