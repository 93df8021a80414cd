package vn.nhipso.indicator.check;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.figure.Qualifier;

/**
 * Where the true figure lies that is said with qualifiers: "more than 60" from there upwards, "about" a tenth to either side, "nearly" a tenth below.
 *
 * @param low null where nothing bounds it
 * @param high null where nothing bounds it
 */
record Rough(@Nullable BigDecimal low, @Nullable BigDecimal high) {

    private static final BigDecimal NINE_TENTHS = new BigDecimal("0.9");
    private static final BigDecimal ELEVEN_TENTHS = new BigDecimal("1.1");

    static Rough of(BigDecimal said, List<Qualifier> qualifiers) {
        return of(said, said, qualifiers);
    }

    /** @param low and high: where it lies by itself, rounded as it is */
    static Rough of(BigDecimal low, BigDecimal high, List<Qualifier> qualifiers) {
        BigDecimal least = low;
        BigDecimal most = high;
        if (qualifiers.contains(Qualifier.ABOUT) || qualifiers.contains(Qualifier.NEARLY)) {
            least = low.multiply(NINE_TENTHS);
        }
        if (qualifiers.contains(Qualifier.ABOUT)) {
            most = high.multiply(ELEVEN_TENTHS);
        }
        return new Rough(
                qualifiers.contains(Qualifier.AT_MOST) ? null : least,
                qualifiers.contains(Qualifier.AT_LEAST) ? null : most);
    }

    boolean holds(BigDecimal figure) {
        return (low == null || figure.compareTo(low) >= 0) && (high == null || figure.compareTo(high) <= 0);
    }

    /** Whether all of this is above all of the other. */
    boolean isAbove(Rough other) {
        return low != null && other.high != null && low.compareTo(other.high) > 0;
    }
}
