package vn.nhipso.reporting.rollup;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import vn.nhipso.reporting.catalogue.Definition;
import vn.nhipso.reporting.catalogue.Definition.Kind;

/**
 * A figure as people read it. The exact number is {@code dividend / divisor}: in percent for indicators in percent; compare that, never what was
 * rounded for showing.
 *
 * @param percent from counts with four decimals, else as stated
 * @param value the number of a COUNT or a SHARE that is no percentage; of a stated figure what was stated, whatever it is
 */
public record Figure(
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable BigDecimal percent,
        @Nullable BigDecimal value,
        int marks,
        @Nullable BigDecimal dividend,
        @Nullable BigDecimal divisor) {

    /** Decimals of a percentage that is computed; more where they are exact is no use to anyone. */
    static final int PERCENT_SCALE = 4;

    static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public static final Figure NONE = new Figure(null, null, null, null, 0, null, null);

    static Figure computed(Definition definition, RollupRow.Sum sum) {
        BigDecimal n = sum.n();
        if (n == null) {
            return NONE;
        }
        return definition.kind() == Kind.COUNT
                ? new Figure(null, null, null, n, sum.marks(), n, BigDecimal.ONE)
                : ratio(n, sum.d(), null, sum.marks());
    }

    static Figure estimated(Definition definition, RollupRow.Estimate estimate) {
        BigDecimal n = estimate.n();
        BigDecimal w = estimate.w();
        if (n == null || w == null || w.signum() <= 0) {
            return NONE;
        }
        BigDecimal mean = n.divide(w, Math.max(PERCENT_SCALE, definition.decimals()), RoundingMode.HALF_UP);
        return definition.inPercent()
                ? new Figure(null, null, mean, null, estimate.marks(), n, w)
                : new Figure(null, null, null, mean, estimate.marks(), n, w);
    }

    /** @param answer whether it is a single yes or no of a FLAG */
    static Figure stated(Definition definition, RollupRow.Stated stated, boolean answer) {
        BigDecimal v = stated.v();
        if (definition.kind() == Kind.COUNT || !definition.inPercent()) {
            return new Figure(stated.n(), stated.d(), null, v, stated.marks(), v, v == null ? null : BigDecimal.ONE);
        }
        if (stated.n() != null && stated.d() != null) {
            return ratio(stated.n(), stated.d(), v, stated.marks());
        }
        if (definition.kind() == Kind.FLAG && answer && v != null) {
            return ratio(v, BigDecimal.ONE, v, stated.marks());
        }
        return new Figure(stated.n(), stated.d(), v, v, stated.marks(), v, v == null ? null : BigDecimal.ONE);
    }

    private static Figure ratio(BigDecimal n, @Nullable BigDecimal d, @Nullable BigDecimal v, int marks) {
        if (d == null || d.signum() == 0) {
            return new Figure(n, d, null, v, marks, null, null);
        }
        BigDecimal hundredfold = n.multiply(HUNDRED);
        return new Figure(n, d, hundredfold.divide(d, PERCENT_SCALE, RoundingMode.HALF_UP), v, marks, hundredfold, d);
    }

    /** Whether there is a number to be compared. */
    public boolean comparable() {
        return dividend != null && divisor != null;
    }

    /** Compares the exact number; both must be comparable. */
    public int compareTo(BigDecimal number) {
        if (dividend == null || divisor == null) {
            throw new IllegalStateException("no number");
        }
        return dividend.compareTo(number.multiply(divisor));
    }

    /** Compares the exact numbers; both must be comparable. */
    public int compareTo(Figure other) {
        if (dividend == null || divisor == null || other.dividend == null || other.divisor == null) {
            throw new IllegalStateException("no number");
        }
        return dividend.multiply(other.divisor).compareTo(other.dividend.multiply(divisor));
    }

    /** Whether the counts are others; where one has none, whether the number is another at the decimals that both have. */
    boolean differsFrom(Figure other) {
        if (numerator != null && other.numerator != null) {
            return numerator.compareTo(other.numerator) != 0
                    || (denominator != null
                            && other.denominator != null
                            && denominator.compareTo(other.denominator) != 0);
        }
        if (!comparable() || !other.comparable()) {
            return false;
        }
        int scale = Math.min(decimals(), other.decimals());
        return rounded(scale).compareTo(other.rounded(scale)) != 0;
    }

    private int decimals() {
        return numerator != null || value == null ? PERCENT_SCALE : value.scale();
    }

    private BigDecimal rounded(int scale) {
        if (dividend == null || divisor == null) {
            throw new IllegalStateException("no number");
        }
        return dividend.divide(divisor, scale, RoundingMode.HALF_UP);
    }

    /** The exact number so many times over. */
    public Figure times(BigDecimal factor) {
        return new Figure(
                numerator,
                denominator,
                percent,
                value,
                marks,
                dividend == null ? null : dividend.multiply(factor),
                divisor);
    }

    /** This minus the other, from the exact numbers; absent where either is. */
    public @Nullable BigDecimal minus(Figure other) {
        if (dividend == null || divisor == null || other.dividend == null || other.divisor == null) {
            return null;
        }
        BigDecimal difference = dividend.multiply(other.divisor).subtract(other.dividend.multiply(divisor));
        BigDecimal common = divisor.multiply(other.divisor);
        return common.compareTo(BigDecimal.ONE) == 0
                ? difference
                : difference.divide(common, PERCENT_SCALE, RoundingMode.HALF_UP);
    }
}
