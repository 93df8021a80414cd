package vn.nhipso.indicator.target;

import java.math.BigDecimal;
import java.util.UUID;
import vn.nhipso.kit.period.Period;

/**
 * A target that counts for what was asked.
 *
 * @param unit whose it is: the unit asked for, or one above it
 * @param period its own: the one asked for, or a longer one
 * @param comparator {@code >=} or {@code <=}
 */
public record ApplicableTarget(UUID id, String unit, Period period, String comparator, BigDecimal value) {

    static ApplicableTarget of(Target target) {
        return new ApplicableTarget(
                target.id, target.unit, Period.parse(target.period), target.comparator, target.value);
    }

    /** Whether a figure reaches it. */
    public boolean isReachedBy(BigDecimal figure) {
        int compared = figure.compareTo(value);
        return comparator.equals(">=") ? compared >= 0 : compared <= 0;
    }
}
