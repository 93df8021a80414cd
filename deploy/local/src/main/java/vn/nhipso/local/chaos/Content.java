package vn.nhipso.local.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a measurement says, in the digits in which it was sent.
 *
 * @param value of a RATIO the percentage, else the number, with its decimals
 */
record Content(
        @Nullable String numerator,
        @Nullable String denominator,
        @Nullable String value,
        Set<Marks> marks,
        @Nullable String absence) {

    /** Withdrawn, or never said. */
    static final Content NOTHING = new Content(null, null, null, Set.of(), null);

    static Content counts(long numerator, long denominator, @Nullable String percent) {
        return new Content(Long.toString(numerator), Long.toString(denominator), percent, Set.of(), null);
    }

    static Content numerator(long numerator, String percent) {
        return new Content(Long.toString(numerator), null, percent, Set.of(), null);
    }

    static Content value(String value) {
        return new Content(null, null, value, Set.of(), null);
    }

    static Content absent(String reason) {
        return new Content(null, null, null, Set.of(), reason);
    }

    Content with(Set<Marks> qualifiers) {
        return new Content(numerator, denominator, value, qualifiers, absence);
    }

    /** Of a measurement as the indicator service answers it. */
    static Content of(JsonNode measurement) {
        return new Content(
                text(measurement, "numerator"),
                text(measurement, "denominator"),
                text(measurement, "valueText"),
                Marks.of(measurement.path("qualifiers")),
                text(measurement, "absence"));
    }

    /** Of a value in a notice, which has numbers only. */
    static Content told(JsonNode notice) {
        return new Content(
                text(notice, "numerator"),
                text(notice, "denominator"),
                text(notice, "value"),
                Marks.of(notice.path("qualifiers")),
                text(notice, "absence"));
    }

    /** Whether it says the same in numbers, whatever their decimals. */
    boolean isSameValue(Content other) {
        return same(n(), other.n())
                && same(d(), other.d())
                && same(v(), other.v())
                && marks.equals(other.marks)
                && Objects.equals(absence, other.absence);
    }

    private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null ? other == null : other != null && one.compareTo(other) == 0;
    }

    private static @Nullable String text(JsonNode measurement, String field) {
        return measurement.hasNonNull(field) ? measurement.get(field).asText() : null;
    }

    boolean isNumber() {
        return numerator != null || value != null;
    }

    boolean isNothing() {
        return equals(NOTHING);
    }

    @Nullable BigDecimal n() {
        return decimal(numerator);
    }

    @Nullable BigDecimal d() {
        return decimal(denominator);
    }

    @Nullable BigDecimal v() {
        return decimal(value);
    }

    private static @Nullable BigDecimal decimal(@Nullable String digits) {
        return digits == null ? null : new BigDecimal(digits);
    }

    @Override
    public String toString() {
        if (isNothing()) {
            return "nothing";
        }
        return absence != null
                ? absence
                : Objects.requireNonNullElse(numerator, "-") + "/" + Objects.requireNonNullElse(denominator, "-") + " "
                        + Objects.requireNonNullElse(value, "-") + marks;
    }
}
