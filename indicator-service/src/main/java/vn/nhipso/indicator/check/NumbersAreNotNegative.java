package vn.nhipso.indicator.check;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.IndicatorProblem;
import vn.nhipso.indicator.figure.Content;
import vn.nhipso.kit.problem.Text;

/** Nothing that is counted or measured here is below zero. */
final class NumbersAreNotNegative implements Check {

    @Override
    public @Nullable Rejection reject(Candidate candidate) {
        Content content = candidate.content();
        String field = isNegative(content.numerator())
                ? "numerator"
                : isNegative(content.denominator()) ? "denominator" : isNegative(content.value()) ? "value" : null;
        return field == null
                ? null
                : new Rejection(
                        IndicatorProblem.NEGATIVE_NUMBER,
                        field,
                        new Text("Số không được âm.", "A number cannot be negative."));
    }

    private static boolean isNegative(@Nullable BigDecimal number) {
        return number != null && number.signum() < 0;
    }
}
