package vn.nhipso.indicator.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.definition.Kind;
import vn.nhipso.indicator.figure.Percent;
import vn.nhipso.kit.problem.Text;

/**
 * A stated WHOLE against the stated OWN and CHILDREN beside it: a percentage lies between its parts (36.27 between 16.63 and 54.30), a number
 * that adds up is their sum. Percentages without counts are given half a unit of their last place, and
 * rough ones what their qualifiers leave open.
 */
final class WholeAndParts {

    private WholeAndParts() {}

    static @Nullable Oddity oddity(Figure whole, @Nullable Figure own, @Nullable Figure children) {
        // A FLAG is yes or no in its own part and a count elsewhere: the two cannot be held against each other.
        if (own == null || children == null || whole.kind() == Kind.FLAG) {
            return null;
        }
        boolean fits = whole.kind() == Kind.COUNT ? isSum(whole, own, children) : isBetween(whole, own, children);
        return fits
                ? null
                : Oddity.of(
                        Oddity.Code.WHOLE_OUTSIDE_PARTS,
                        Words.sentence(
                                "Toàn bộ (%s) không khớp với phần riêng (%s) và phần cấp dưới (%s).",
                                "The whole (%s) does not fit its own part (%s) and that of the units below (%s).",
                                said(whole),
                                said(own),
                                said(children)));
    }

    private static boolean isSum(Figure whole, Figure own, Figure children) {
        if (whole.value() == null || own.value() == null || children.value() == null) {
            return true;
        }
        boolean exact = List.of(whole, own, children).stream()
                .allMatch(figure -> figure.qualifiers().isEmpty());
        return !exact || own.value().add(children.value()).compareTo(whole.value()) == 0;
    }

    private static boolean isBetween(Figure whole, Figure own, Figure children) {
        Rough all = span(whole);
        Rough one = span(own);
        Rough other = span(children);
        return all == null
                || one == null
                || other == null
                || !(all.isAbove(one) && all.isAbove(other)) && !(one.isAbove(all) && other.isAbove(all));
    }

    private static Text said(Figure figure) {
        if (figure.value() != null) {
            return Words.of(figure.value());
        }
        return figure.numerator() == null || figure.denominator() == null
                ? Text.same("-")
                : Words.sentence("%s/%s", "%s/%s", Words.of(figure.numerator()), Words.of(figure.denominator()));
    }

    /** Where the true figure lies. */
    private static @Nullable Rough span(Figure figure) {
        BigDecimal computed = Percent.of(figure.numerator(), figure.denominator());
        BigDecimal middle = computed != null ? computed : figure.value();
        if (middle == null) {
            return null;
        }
        BigDecimal half = BigDecimal.ONE
                .movePointLeft(middle.scale())
                .divide(BigDecimal.TWO, middle.scale() + 1, RoundingMode.UNNECESSARY);
        return Rough.of(middle.subtract(half), middle.add(half), figure.qualifiers());
    }
}
