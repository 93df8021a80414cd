package vn.nhipso.reporting.restatement;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a unit hands up, as it was: a row of the rollup on its closing day, as far as restating needs it.
 *
 * @param own what its own offices bring into the sum
 * @param up what it hands up altogether, with what lies below it
 * @param stated the number that it states of its whole, where nothing can be added
 * @param ownCoverage of its own offices alone; expected is 0 where they are not asked or it does not apply to them
 * @param coverage of all at or below it; counted is what it hands up as counted
 * @param covers whether everybody at or below it stands in the figure that it hands up
 * @param coversBelow whether everybody below it stands in its stated CHILDREN
 */
public record Handed(
        String indicator,
        String period,
        String unit,
        @Nullable String parent,
        int level,
        @Nullable Amount own,
        @Nullable Amount up,
        @Nullable Weighed weighed,
        @Nullable BigDecimal stated,
        Coverage ownCoverage,
        Coverage coverage,
        boolean covers,
        boolean coversBelow) {

    /** How many units. */
    public record Coverage(int reporting, int counted, int notApplicable) {
        static final Coverage NONE = new Coverage(0, 0, 0);

        Coverage plus(Coverage other) {
            return new Coverage(
                    reporting + other.reporting, counted + other.counted, notApplicable + other.notApplicable);
        }

        Coverage minus(Coverage other) {
            return new Coverage(
                    reporting - other.reporting, counted - other.counted, notApplicable - other.notApplicable);
        }
    }
}
