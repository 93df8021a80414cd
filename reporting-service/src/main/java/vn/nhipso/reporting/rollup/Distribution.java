package vn.nhipso.reporting.rollup;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Figures below a unit where nothing can be added. */
@Schema(
        description =
                "Of a SHARE: how many figures there are below the unit, and the lowest, the median and the highest")
public record Distribution(int count, BigDecimal lowest, BigDecimal median, BigDecimal highest) {

    private static final BigDecimal HALF = new BigDecimal("0.5");

    /** @param figures at least one, ascending */
    static Distribution of(List<BigDecimal> figures) {
        int size = figures.size();
        BigDecimal median =
                figures.get((size - 1) / 2).add(figures.get(size / 2)).multiply(HALF);
        return new Distribution(size, figures.getFirst(), plain(median), figures.getLast());
    }

    /** A mean of two has decimals that say nothing. */
    static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
