package vn.nhipso.indicator.check;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.IndicatorProblem;

/** A percentage is not above 100, unless the indicator says that it may be. */
final class PercentIsWithin100 implements Check {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    @Override
    public @Nullable Rejection reject(Candidate candidate) {
        BigDecimal value = candidate.content().value();
        return value == null || !candidate.definition().isHeldTo100() || value.compareTo(HUNDRED) <= 0
                ? null
                : new Rejection(
                        IndicatorProblem.PERCENT_ABOVE_100,
                        "value",
                        Words.sentence("Tỷ lệ %s lớn hơn 100.", "The percentage %s is above 100.", Words.of(value)));
    }
}
