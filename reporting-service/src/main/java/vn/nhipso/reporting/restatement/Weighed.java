package vn.nhipso.reporting.restatement;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Σ weight·value and Σ weight of a SHARE, and of how many figures. */
public record Weighed(BigDecimal n, BigDecimal w, int marks, int figures) {

    /** Nothing where there is no weight. */
    public static @Nullable Weighed of(@Nullable BigDecimal n, @Nullable BigDecimal w, int marks, int figures) {
        return n == null || w == null ? null : new Weighed(n, w, marks, figures);
    }

    Weighed times(BigDecimal share) {
        return share.compareTo(BigDecimal.ONE) == 0
                ? this
                : new Weighed(n.multiply(share), w.multiply(share), marks, figures);
    }

    static @Nullable Weighed plus(@Nullable Weighed one, @Nullable Weighed other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return new Weighed(
                one.n.add(other.n), one.w.add(other.w), one.marks | other.marks, one.figures + other.figures);
    }
}
