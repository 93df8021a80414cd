package vn.nhipso.directory.unit;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The code of a unit. It means something only together with a date, because codes are used again. Its form gives the level:
 * {@code VN}, province 2 digits, district 3, commune 5, hamlet {@code <commune>-<nn>}.
 */
public record UnitCode(@JsonValue String value) {

    /** The root, always valid. */
    public static final String ROOT = "VN";

    /** A commune has at most this many hamlets over all time. */
    public static final int LAST_HAMLET_NUMBER = 999;

    private static final Pattern FORM = Pattern.compile("VN|[0-9]{2}|[0-9]{3}|[0-9]{5}|[0-9]{5}-[0-9]{2,3}");

    public UnitCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "not a unit code (VN, 2, 3 or 5 digits, or 5 digits, a hyphen and 2 or 3 digits)");
        }
    }

    /** For JAX-RS parameters. */
    public static UnitCode fromString(String value) {
        return new UnitCode(value);
    }

    public static Optional<UnitCode> parse(@Nullable String value) {
        return value != null && FORM.matcher(value).matches() ? Optional.of(new UnitCode(value)) : Optional.empty();
    }

    /** The level that a well-formed code stands for. */
    public static Level levelOf(String code) {
        return new UnitCode(code).level();
    }

    /** Hamlet number {@code number} of a commune. */
    public static String hamlet(String commune, int number) {
        return "%s-%02d".formatted(commune, number);
    }

    public Level level() {
        return switch (value.length()) {
            case 2 -> value.equals(ROOT) ? Level.COUNTRY : Level.PROVINCE;
            case 3 -> Level.DISTRICT;
            case 5 -> Level.COMMUNE;
            default -> Level.HAMLET;
        };
    }

    /** The number of a hamlet within its commune. */
    public int hamletNumber() {
        if (level() != Level.HAMLET) {
            throw new IllegalStateException(value + " is no hamlet");
        }
        return Integer.parseInt(value.substring(6));
    }

    /** The commune that a hamlet's code names. */
    public String communeOfHamlet() {
        if (level() != Level.HAMLET) {
            throw new IllegalStateException(value + " is no hamlet");
        }
        return value.substring(0, 5);
    }

    @Override
    public String toString() {
        return value;
    }
}
