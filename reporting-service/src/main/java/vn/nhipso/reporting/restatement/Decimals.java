package vn.nhipso.reporting.restatement;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Sums in which nothing is not zero. */
final class Decimals {

    private Decimals() {}

    static @Nullable BigDecimal plus(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.add(other);
    }

    /** Exactly, without the zeros that a product ends in. */
    static BigDecimal times(BigDecimal number, BigDecimal share) {
        BigDecimal product = number.multiply(share).stripTrailingZeros();
        return product.scale() < 0 ? product.setScale(0) : product;
    }

    static @Nullable BigDecimal minus(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return plus(one, other == null ? null : other.negate());
    }
}
