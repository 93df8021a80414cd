package vn.nhipso.indicator.check;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.period.Period;
import vn.nhipso.kit.period.PeriodKind;
import vn.nhipso.kit.problem.Text;

/**
 * One figure a unit and year is what every denominator cites that stands for the same weight (households, population). It is the weight's own
 * figure: that of the year, else of its last period; where there is none, the denominator that most figures state, the first of them where there is a
 * tie.
 */
public final class WeightDiffers {

    private static final Comparator<Cited> FIRST =
            Comparator.comparing(Cited::period).thenComparing(Cited::indicator);

    private WeightDiffers() {}

    /**
     * A published figure.
     *
     * @param indicator the weight itself, or one whose denominator cites it
     * @param number the weight's value, or that denominator
     */
    public record Cited(String indicator, Period period, int revision, BigDecimal number) {}

    /**
     * What denominators are held against.
     *
     * @param weights the exact figures of the weight itself in the year
     * @param citations the denominators that cite it in the year
     */
    public static @Nullable Cited reference(Collection<Cited> weights, Collection<Cited> citations) {
        return weights.stream()
                .max(Comparator.comparing((Cited cited) -> cited.period().kind() == PeriodKind.YEAR)
                        .thenComparing(Cited::period))
                .orElseGet(() -> mostStated(citations));
    }

    private static @Nullable Cited mostStated(Collection<Cited> citations) {
        List<Cited> ordered = citations.stream().sorted(FIRST).toList();
        Map<BigDecimal, Integer> counts = new LinkedHashMap<>();
        ordered.forEach(cited -> counts.merge(cited.number().stripTrailingZeros(), 1, Integer::sum));
        int most = counts.values().stream().max(Integer::compare).orElse(0);
        return ordered.stream()
                .filter(cited -> counts.getOrDefault(cited.number().stripTrailingZeros(), 0) == most)
                .findFirst()
                .orElse(null);
    }

    /** @param weight the indicator that the denominator cites */
    public static @Nullable Oddity oddity(String weight, BigDecimal denominator, Cited reference) {
        if (denominator.compareTo(reference.number()) == 0) {
            return null;
        }
        boolean own = reference.indicator().equals(weight);
        Text said = Words.sentence(
                own
                        ? "Mẫu số %s khác %s của %s kỳ %s (lần ghi %s)."
                        : "Mẫu số %s khác %s mà %s kỳ %s (lần ghi %s) nêu; cả hai dẫn %s.",
                own
                        ? "The denominator %s differs from %s of %s in %s (revision %s)."
                        : "The denominator %s differs from %s, which %s of %s (revision %s) states; both cite %s.",
                Words.of(denominator),
                Words.of(reference.number()),
                Text.same(reference.indicator()),
                Text.same(reference.period().toString()),
                Text.same(Integer.toString(reference.revision())),
                Text.same(weight));
        return new Oddity(
                Oddity.Code.WEIGHT_DIFFERS,
                said,
                reference.number().stripTrailingZeros().scale() <= 0 ? reference.number() : null,
                denominator.stripTrailingZeros().toPlainString() + " "
                        + reference.number().stripTrailingZeros().toPlainString());
    }
}
