package vn.nhipso.indicator.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.definition.Definition;
import vn.nhipso.indicator.definition.Kind;
import vn.nhipso.indicator.figure.Content;
import vn.nhipso.indicator.figure.Percent;
import vn.nhipso.indicator.figure.Qualifier;
import vn.nhipso.indicator.figure.Scope;
import vn.nhipso.kit.problem.Text;

/**
 * How great a figure is, to be held against others of its indicator: the percentage of a RATIO and of the answers to a FLAG, else the number.
 *
 * @param amount of a percentage computed from its counts with ten decimals
 */
public record Size(BigDecimal amount, Measure measure, List<Qualifier> qualifiers) {

    private static final int DECIMALS = 10;
    private static final int SHOWN = 2;

    /** Null where there is nothing to compare: no number, a numerator alone, a percentage of nothing, a yes or no. */
    public static @Nullable Size of(Definition definition, Scope scope, Content content) {
        BigDecimal amount =
                switch (definition.kind()) {
                    case RATIO -> percent(content);
                    case FLAG -> scope == Scope.OWN ? null : percent(content);
                    case SHARE, COUNT -> content.value();
                };
        return amount == null ? null : new Size(amount, measure(definition), content.exactness());
    }

    private static @Nullable BigDecimal percent(Content content) {
        return content.hasCounts()
                ? Percent.rounded(content.numerator(), content.denominator(), DECIMALS)
                : content.value();
    }

    private static Measure measure(Definition definition) {
        if (definition.kind() == Kind.COUNT) {
            return Measure.COUNT;
        }
        return definition.kind() == Kind.FLAG || definition.isHeldTo100() ? Measure.POINTS : Measure.NUMBER;
    }

    boolean isZero() {
        return amount.signum() == 0;
    }

    /** Whether the true figure may be greater than what is said. */
    boolean mayBeMore() {
        return qualifiers.contains(Qualifier.AT_LEAST);
    }

    /** Whether the true figure may be smaller than what is said. */
    boolean mayBeLess() {
        return qualifiers.contains(Qualifier.AT_MOST);
    }

    /** As a sentence names it, with two decimals at most. */
    Text said() {
        Text number = shown(amount);
        return measure == Measure.POINTS ? Words.sentence("%s %%", "%s %%", number) : number;
    }

    static Text shown(BigDecimal number) {
        BigDecimal rounded = number.setScale(Math.min(SHOWN, Math.max(0, number.scale())), RoundingMode.HALF_UP);
        BigDecimal shortest = rounded.stripTrailingZeros();
        return Words.of(shortest.scale() < 0 ? shortest.setScale(0, RoundingMode.UNNECESSARY) : shortest);
    }
}
