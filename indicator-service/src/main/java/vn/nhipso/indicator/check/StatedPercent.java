package vn.nhipso.indicator.check;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.figure.Percent;
import vn.nhipso.kit.problem.Text;

/** The stated percentage against the one of the counts, rounded half up to the stated decimals: 88/143 stated 62 is right, and so is "more than 50" of 906/1797. */
final class StatedPercent {

    private StatedPercent() {}

    /** @param neighbours all figures of the unit and period, this one among them */
    static @Nullable Oddity oddity(Figure figure, Collection<Figure> neighbours) {
        if (!figure.statesBoth() || figure.percentAgrees()) {
            return null;
        }
        BigDecimal denominator = Objects.requireNonNull(figure.denominator());
        List<Figure> sameDenominator = neighbours.stream()
                .filter(Figure::statesBothExactly)
                .filter(other -> denominator.compareTo(Objects.requireNonNull(other.denominator())) == 0)
                .toList();
        BigDecimal proposed = figure.statesBothExactly() ? ProposedDenominator.of(denominator, sameDenominator) : null;
        return new Oddity(Oddity.Code.STATED_PERCENT_DIFFERS, detail(figure, proposed), proposed);
    }

    private static Text detail(Figure figure, @Nullable BigDecimal proposed) {
        BigDecimal value = Objects.requireNonNull(figure.value());
        BigDecimal computed =
                Objects.requireNonNull(Percent.rounded(figure.numerator(), figure.denominator(), value.scale()));
        Text differs = Words.sentence(
                "%s/%s là %s %%, nguồn ghi %s %%.",
                "%s/%s is %s %%, the source states %s %%.",
                Words.of(Objects.requireNonNull(figure.numerator())),
                Words.of(Objects.requireNonNull(figure.denominator())),
                Words.of(computed),
                Words.of(value));
        return proposed == null
                ? differs
                : new Text(
                        differs.vi() + " Với mẫu số " + proposed + " thì khớp.",
                        differs.en() + " It would be right with the denominator " + proposed + ".");
    }
}
