package vn.nhipso.indicator.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.definition.Kind;
import vn.nhipso.indicator.figure.Percent;
import vn.nhipso.indicator.figure.Scope;

/** The proposed denominator against the plain search through every whole number within ten percent. */
class ProposedDenominatorPropertyTest {

    @Property(tries = 500)
    void proposalShouldBeTheOnlyNumberThatMakesAllPercentagesRight(
            @ForAll @IntRange(min = 1, max = 3_000) int misprinted,
            @ForAll @IntRange(min = -12, max = 12) int offInPercent,
            @ForAll @IntRange(max = 3) int decimals,
            @ForAll @Size(min = 1, max = 3) List<@IntRange(max = 100) Integer> shares) {
        int meant = Math.max(1, misprinted + misprinted * offInPercent / 100);
        BigDecimal stated = BigDecimal.valueOf(misprinted);
        List<Figure> figures = new ArrayList<>();
        for (int share : shares) {
            BigDecimal numerator = BigDecimal.valueOf((long) meant * share / 100);
            figures.add(new Figure(
                    "X" + figures.size(),
                    Kind.RATIO,
                    Scope.OWN,
                    numerator,
                    stated,
                    Percent.rounded(numerator, BigDecimal.valueOf(meant), decimals),
                    List.of()));
        }

        assertThat(ProposedDenominator.of(stated, figures)).isEqualTo(searched(misprinted, figures));
    }

    private static @Nullable BigDecimal searched(int misprinted, List<Figure> figures) {
        List<BigDecimal> fitting = new ArrayList<>();
        for (int candidate = 1; candidate <= 2 * misprinted; candidate++) {
            BigDecimal denominator = BigDecimal.valueOf(candidate);
            boolean near = Math.abs(candidate - misprinted) * 10L <= misprinted;
            if (near && figures.stream().allMatch(figure -> isRight(figure, denominator))) {
                fitting.add(denominator);
            }
        }
        return fitting.size() == 1 ? fitting.getFirst() : null;
    }

    private static boolean isRight(Figure figure, BigDecimal denominator) {
        BigDecimal value = figure.value();
        BigDecimal computed = value == null ? null : Percent.rounded(figure.numerator(), denominator, value.scale());
        return value != null && computed != null && computed.compareTo(value) == 0;
    }
}
