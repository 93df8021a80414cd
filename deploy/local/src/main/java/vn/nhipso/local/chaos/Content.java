package vn.nhipso.local.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a measurement says, in the digits in which it was sent.
 *
 * @param value a COUNT's number or a RATIO's percentage, with its decimals
 */
record Content(
        @Nullable String numerator,
        @Nullable String denominator,
        @Nullable String value,
        @Nullable String absence) {

    /** Withdrawn, or never said. */
    static final Content NOTHING = new Content(null, null, null, null);

    static Content counts(long numerator, long denominator, @Nullable String percent) {
        return new Content(Long.toString(numerator), Long.toString(denominator), percent, null);
    }

    static Content value(String value) {
        return new Content(null, null, value, null);
    }

    static Content absent(String reason) {
        return new Content(null, null, null, reason);
    }

    /** Of a measurement as the indicator service answers it. */
    static Content of(JsonNode measurement) {
        return new Content(
                text(measurement, "numerator"),
                text(measurement, "denominator"),
                text(measurement, "valueText"),
                text(measurement, "absence"));
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
                        + Objects.requireNonNullElse(value, "-");
    }
}
