package vn.nhipso.indicator.figure;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a measurement says. Numbers are exact and keep the scale they were stated with; a number that is not there is missing, not zero.
 *
 * @param value as stated: the percentage of a RATIO, else the number itself
 * @param qualifiers in their own order; null when nothing is said about them, empty when the figure is said to be exact
 * @param stated null, or with at least one word in it
 */
public record Content(
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable BigDecimal value,
        @Nullable List<Qualifier> qualifiers,
        @Nullable Absence absence,
        @Nullable Stated stated,
        @Nullable Source source,
        @Nullable String note) {

    /** What a withdrawn measurement says. */
    public static final Content NOTHING = new Content(null, null, null, null, null, null, null, null);

    public boolean hasNumbers() {
        return numerator != null || denominator != null || value != null;
    }

    public boolean hasCounts() {
        return numerator != null && denominator != null;
    }

    /** How exact it is; nothing said is exact. */
    public List<Qualifier> exactness() {
        return qualifiers == null ? List.of() : qualifiers;
    }

    /**
     * This content said after another: a field left out means as before, never erase. Only an absence takes the place of numbers, and numbers
     * that of an absence.
     */
    public Content over(@Nullable Content before) {
        if (before == null) {
            return this;
        }
        boolean replacesNumbers = absence != null;
        return new Content(
                replacesNumbers ? numerator : or(numerator, before.numerator),
                replacesNumbers ? denominator : or(denominator, before.denominator),
                replacesNumbers ? value : or(value, before.value),
                replacesNumbers ? qualifiers : or(qualifiers, before.qualifiers),
                hasNumbers() ? absence : or(absence, before.absence),
                stated == null ? before.stated : stated.over(before.stated),
                source == null ? before.source : source.over(before.source),
                or(note, before.note));
    }

    /** Whether it says the same: numbers alike, the value with its scale, and every word. */
    public boolean sameAs(Content other) {
        return alike(numerator, other.numerator)
                && alike(denominator, other.denominator)
                && alike(value, other.value)
                && scale(value) == scale(other.value)
                && exactness().equals(other.exactness())
                && absence == other.absence
                && Objects.equals(stated, other.stated)
                && Objects.equals(source, other.source)
                && Objects.equals(note, other.note);
    }

    private static boolean alike(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.compareTo(other) == 0;
    }

    private static int scale(@Nullable BigDecimal number) {
        return number == null ? 0 : number.scale();
    }

    static <T> @Nullable T or(@Nullable T given, @Nullable T before) {
        return given == null ? before : given;
    }
}
