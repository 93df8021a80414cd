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

    private static final RollupColumns.OfStated OWN = RollupColumns.OfStated.of("own_");
    private static final RollupColumns.OfPart CHILDREN = RollupColumns.OfPart.of("children_");
    private static final RollupColumns.OfPart WHOLE = RollupColumns.OfPart.of("whole_");
    private static final RollupColumns.OfLevel PROVINCES = RollupColumns.OfLevel.of("province");
    private static final RollupColumns.OfLevel DISTRICTS = RollupColumns.OfLevel.of("district");
    private static final RollupColumns.OfLevel COMMUNES = RollupColumns.OfLevel.of("commune");

    static RollupRow of(ResultSet row) throws SQLException {
        return new RollupRow(
                row.getString("indicator"),
                row.getString("period"),
                row.getString("unit"),
                row.getInt("level"),
                OWN.read(row),
                CHILDREN.read(row),
                WHOLE.read(row),
                List.of(PROVINCES.read(row), DISTRICTS.read(row), COMMUNES.read(row)));
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

    static Stated stated(ResultSet row, String prefix) throws SQLException {
        return RollupColumns.OfStated.of(prefix).read(row);
    }
}
