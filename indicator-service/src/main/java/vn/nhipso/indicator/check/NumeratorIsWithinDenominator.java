package vn.nhipso.indicator.check;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.IndicatorProblem;
import vn.nhipso.indicator.definition.Definition;
import vn.nhipso.indicator.definition.Kind;

/** A part is not more than the whole, unless the indicator says that it may be ({@code above100}: subscriptions per 100 people). */
final class NumeratorIsWithinDenominator implements Check {

    @Override
    public @Nullable Rejection reject(Candidate candidate) {
        Definition definition = candidate.definition();
        BigDecimal numerator = candidate.content().numerator();
        BigDecimal denominator = candidate.content().denominator();
        boolean held = definition.kind() == Kind.FLAG || (definition.kind() == Kind.RATIO && !definition.above100());
        if (!held || numerator == null || denominator == null || numerator.compareTo(denominator) <= 0) {
            return null;
        }
        return new Rejection(
                IndicatorProblem.NUMERATOR_ABOVE_DENOMINATOR,
                "numerator",
                Words.sentence(
                        "Tử số %s lớn hơn mẫu số %s.",
                        "The numerator %s is above the denominator %s.", Words.of(numerator), Words.of(denominator)));
    }
}
