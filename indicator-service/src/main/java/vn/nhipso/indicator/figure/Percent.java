package vn.nhipso.indicator.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Percentages of counts. Rounding is for display and checks only, half up. */
public final class Percent {

    /** Decimals of a computed percentage in answers. */
    public static final int DECIMALS = 4;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Percent() {}

    /** numerator / denominator · 100 with {@value #DECIMALS} decimals, as 60.4119 of 9475/15684; none without counts or of nothing. */
    public static @Nullable BigDecimal of(@Nullable BigDecimal numerator, @Nullable BigDecimal denominator) {
        return rounded(numerator, denominator, DECIMALS);
    }

    public static @Nullable BigDecimal rounded(
            @Nullable BigDecimal numerator, @Nullable BigDecimal denominator, int decimals) {
        return numerator == null || denominator == null || denominator.signum() == 0
                ? null
                : numerator.multiply(HUNDRED).divide(denominator, decimals, RoundingMode.HALF_UP);
    }
}
