package vn.nhipso.indicator.check;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.IndicatorProblem;
import vn.nhipso.indicator.figure.Content;
import vn.nhipso.kit.problem.Text;

/** At most 18 digits before the point and 10 after it: more than any province counts, and nothing that could exhaust memory (1e999999999). */
final class NumbersAreInRange implements Check {

    private static final int DIGITS = 18;
    private static final int DECIMALS = 10;

    @Override
    public @Nullable Rejection reject(Candidate candidate) {
        Content content = candidate.content();
        String field = !fits(content.numerator())
                ? "numerator"
                : !fits(content.denominator()) ? "denominator" : !fits(content.value()) ? "value" : null;
        return field == null
                ? null
                : new Rejection(
                        IndicatorProblem.NUMBER_OUT_OF_RANGE,
                        field,
                        Text.of(
                                "Số có tối đa %d chữ số trước và %d chữ số sau dấu thập phân.",
                                "A number has at most %d digits before and %d after the point.", DIGITS, DECIMALS));
    }

    private static boolean fits(@Nullable BigDecimal number) {
        return number == null || (number.scale() <= DECIMALS && (long) number.precision() - number.scale() <= DIGITS);
    }
}
