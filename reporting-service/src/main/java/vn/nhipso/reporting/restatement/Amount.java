package vn.nhipso.reporting.restatement;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Counts that can be added; the number itself stands in {@code n} for COUNT.
 *
 * @param marks set of the marks of its parts
 */
public record Amount(BigDecimal n, @Nullable BigDecimal d, int marks) {

    /** Nothing where there is no number. */
    public static @Nullable Amount of(@Nullable BigDecimal n, @Nullable BigDecimal d, int marks) {
        return n == null ? null : new Amount(n, d, marks);
    }

    Amount times(BigDecimal share) {
        return share.compareTo(BigDecimal.ONE) == 0
                ? this
                : new Amount(Decimals.times(n, share), d == null ? null : Decimals.times(d, share), marks);
    }

    static @Nullable Amount plus(@Nullable Amount one, @Nullable Amount other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return new Amount(one.n.add(other.n), Decimals.plus(one.d, other.d), one.marks | other.marks);
    }
}
