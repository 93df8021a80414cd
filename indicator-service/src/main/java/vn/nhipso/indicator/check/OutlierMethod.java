package vn.nhipso.indicator.check;

import java.math.BigDecimal;

/**
 * When a figure is an OUTLIER among its siblings.
 *
 * @param siblings how many others there must be
 * @param score the modified z-score beyond which it is one
 * @param points how far from the median a percentage must be at least
 * @param factor how many times the median any other number must be, or a part of it
 * @param least how far from the median a count must be at least, in things
 */
public record OutlierMethod(int siblings, BigDecimal score, BigDecimal points, BigDecimal factor, BigDecimal least) {

    public OutlierMethod {
        Bounds.within("outlier.siblings", BigDecimal.valueOf(siblings), "3", "1000");
        Bounds.within("outlier.score", score, "1", "1000");
        Bounds.within("outlier.points", points, "0", "100");
        Bounds.within("outlier.factor", factor, "1", "1000000");
        Bounds.within("outlier.least", least, "0", "1000000000");
    }

    /** A figure may lie outside a narrow crowd and yet be no different in substance: 97 % among many with 99 %. */
    boolean isFar(Size size, BigDecimal median) {
        BigDecimal distance = size.amount().subtract(median).abs();
        return switch (size.measure()) {
            case POINTS -> distance.compareTo(points) >= 0;
            case NUMBER -> isManyTimes(size.amount(), median);
            case COUNT -> isManyTimes(size.amount(), median) && distance.compareTo(least) >= 0;
        };
    }

    private boolean isManyTimes(BigDecimal one, BigDecimal other) {
        return one.max(other).compareTo(one.min(other).multiply(factor)) >= 0;
    }
}
