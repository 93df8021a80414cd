package vn.nhipso.indicator.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The misprint behind a denominator: the one whole number within ±10 % of it with which every percentage stated over it is right.
 * 809/1644 stated 48.62 and 282/1644 stated 16.95 have 1664; where several would do, nothing is proposed.
 */
final class ProposedDenominator {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal LOWEST = new BigDecimal("0.9");
    private static final BigDecimal HIGHEST = new BigDecimal("1.1");

    private BigDecimal low;
    private BigDecimal high;

    private ProposedDenominator(BigDecimal stated) {
        low = stated.multiply(LOWEST).setScale(0, RoundingMode.CEILING);
        high = stated.multiply(HIGHEST).setScale(0, RoundingMode.FLOOR);
    }

    /** @param figures all figures of the unit and period that state this denominator */
    static @Nullable BigDecimal of(BigDecimal stated, Collection<Figure> figures) {
        ProposedDenominator proposed = new ProposedDenominator(stated);
        figures.stream().filter(Figure::statesBoth).forEach(proposed::narrow);
        return proposed.low.compareTo(proposed.high) == 0 && proposed.low.signum() > 0 ? proposed.low : null;
    }

    /** The percentage v is rounded half up from [v − ½, v + ½) in its last place, so 100·n/(v + ½) < d <= 100·n/(v − ½). */
    private void narrow(Figure figure) {
        BigDecimal value = Objects.requireNonNull(figure.value());
        BigDecimal hundredfold = Objects.requireNonNull(figure.numerator()).multiply(HUNDRED);
        BigDecimal half = HALF.scaleByPowerOfTen(-value.scale());
        low = low.max(hundredfold.divide(value.add(half), 0, RoundingMode.FLOOR).add(BigDecimal.ONE));
        BigDecimal least = value.subtract(half);
        if (least.signum() > 0) {
            high = high.min(hundredfold.divide(least, 0, RoundingMode.FLOOR));
        }
    }
}
