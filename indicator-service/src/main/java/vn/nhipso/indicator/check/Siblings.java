package vn.nhipso.indicator.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.problem.Text;

/**
 * The figures of all units with one parent and level, of one indicator, period and scope; and which of them lie far outside. The method is the
 * modified z-score of Iglewicz and Hoaglin: 0.6745·(x − median)/MAD, where MAD is the median of the distances from the median. Where more than half
 * the figures are equal MAD is 0 and the mean distance takes its place: (x − median)/(1.253314·mean distance). All in exact decimals.
 */
public final class Siblings {

    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal OF_MAD = new BigDecimal("0.6745");
    private static final BigDecimal OF_MEAN = new BigDecimal("1.253314");

    private final int count;
    private final BigDecimal median;

    /** What a distance is multiplied with, and what the product is divided by, to be a score. */
    private final BigDecimal times;

    private final BigDecimal divisor;

    private Siblings(BigDecimal[] amounts) {
        count = amounts.length;
        median = median(amounts);
        BigDecimal[] distances = new BigDecimal[count];
        BigDecimal sum = BigDecimal.ZERO;
        for (int index = 0; index < count; index++) {
            distances[index] = amounts[index].subtract(median).abs();
            sum = sum.add(distances[index]);
        }
        BigDecimal mad = median(distances);
        boolean spread = mad.signum() > 0;
        times = spread ? OF_MAD : BigDecimal.valueOf(count);
        divisor = spread ? mad : sum.multiply(OF_MEAN);
    }

    /** @param amounts of all, whoever is judged among them included */
    public static Siblings of(Collection<BigDecimal> amounts) {
        return new Siblings(amounts.toArray(BigDecimal[]::new));
    }

    /** What is odd about one of them. */
    public @Nullable Oddity oddity(Size size, OutlierMethod method) {
        if (count <= method.siblings() || divisor.signum() == 0 || !method.isFar(size, median)) {
            return null;
        }
        BigDecimal distance = size.amount().subtract(median);
        boolean above = distance.signum() > 0;
        BigDecimal weighed = distance.abs().multiply(times);
        if (weighed.compareTo(method.score().multiply(divisor)) <= 0 || (above ? size.mayBeLess() : size.mayBeMore())) {
            return null;
        }
        // The others may be corrected again and again: what was acknowledged is that this figure lies on this side.
        return new Oddity(
                Oddity.Code.OUTLIER,
                detail(size, weighed, method),
                null,
                size.amount().stripTrailingZeros().toPlainString() + (above ? " ABOVE" : " BELOW"));
    }

    private Text detail(Size size, BigDecimal weighed, OutlierMethod method) {
        return Words.sentence(
                "%s khác xa %s đơn vị cùng cấp: trung vị %s, điểm z hiệu chỉnh %s (ngưỡng %s).",
                "%s is far from the %s units beside it: median %s, modified z-score %s (threshold %s).",
                size.said(),
                Text.same(Integer.toString(count - 1)),
                new Size(median, size.measure(), size.qualifiers()).said(),
                Words.of(weighed.divide(divisor, 1, RoundingMode.HALF_UP)),
                Size.shown(method.score()));
    }

    private static BigDecimal median(BigDecimal[] amounts) {
        BigDecimal[] sorted = amounts.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        if (sorted.length == 0) {
            return BigDecimal.ZERO;
        }
        return sorted.length % 2 == 1
                ? sorted[middle]
                : sorted[middle - 1].add(sorted[middle]).multiply(HALF);
    }
}
