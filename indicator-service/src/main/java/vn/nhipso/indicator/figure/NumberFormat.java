package vn.nhipso.indicator.figure;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.IndicatorProblem;
import vn.nhipso.kit.problem.Text;

/**
 * How numbers are written in a file. The sender declares it and it is read as declared: whatever would be another number in the other
 * format's habit is refused, never guessed and never repaired.
 */
public enum NumberFormat {
    /** Vietnamese: 9.475 is nine thousand four hundred and seventy-five, 60,41 has decimals, and 1,9 triệu is a number. */
    VI_VN("vi-VN") {
        @Override
        Reading readTrimmed(String text) {
            Matcher number = VIETNAMESE.matcher(text);
            if (!number.matches()) {
                return Reading.refused(
                        looksForeign(text) ? ambiguousVietnamese(text) : malformed(text, "9.475; 60,41; 1,9 triệu"));
            }
            String whole = number.group("whole").replaceAll(GROUPING, "");
            BigDecimal plain = new BigDecimal(sign(number) + whole + decimals(number));
            String unit = number.group("unit");
            if (unit == null) {
                return Reading.of(plain, number.group("percent") != null);
            }
            return Reading.of(times(plain, power(unit)), false);
        }
    },
    /** As programs write: digits, and a point before the decimals. */
    PLAIN("plain") {
        @Override
        Reading readTrimmed(String text) {
            Matcher number = PROGRAMS.matcher(text);
            if (!number.matches()) {
                return Reading.refused(looksForeign(text) ? ambiguousPlain(text) : malformed(text, "9475; 60.41"));
            }
            return Reading.of(
                    new BigDecimal(sign(number) + number.group("whole") + decimals(number)),
                    number.group("percent") != null);
        }
    };

    private static final int LONGEST = 100;
    private static final String BLANK = "[ \\u00A0\\u2007\\u2009\\u202F]";
    private static final String GROUPING = "\\.|" + BLANK;
    private static final String SIGN = "(?<sign>[+\\-\\u2212]?)";
    private static final String PERCENT = "(?:" + BLANK + "?(?<percent>%))?";

    /** Groups are three digits each, all parted alike, and none begins with a nought: 0.475 is no number of Vietnam. */
    private static final Pattern VIETNAMESE = Pattern.compile(SIGN
            + "(?<whole>\\d+|[1-9]\\d{0,2}(?:\\.\\d{3})+|[1-9]\\d{0,2}(?:" + BLANK + "\\d{3})+)"
            + "(?:,(?<decimals>\\d+))?"
            + "(?:" + PERCENT + "|" + BLANK + "?(?<unit>nghìn tỷ|ngàn tỷ|nghìn tỉ|ngàn tỉ|nghìn|ngàn|triệu|tỷ|tỉ))");

    private static final Pattern PROGRAMS = Pattern.compile(SIGN + "(?<whole>\\d+)(?:\\.(?<decimals>\\d+))?" + PERCENT);

    /** Digits with points, commas or blanks among them: a number, but not of this format. */
    private static final Pattern FOREIGN = Pattern.compile(SIGN + "[\\d.,]*\\d(?:" + BLANK + "[\\d.,]+)*[\\d.,]*"
            + "(?:" + BLANK + "?(?:%|nghìn tỷ|ngàn tỷ|nghìn tỉ|ngàn tỉ|nghìn|ngàn|triệu|tỷ|tỉ))?");

    private final String name;

    NumberFormat(String name) {
        this.name = name;
    }

    /**
     * What a text says.
     *
     * @param number null where it was refused
     * @param percent whether it bears the mark
     * @param refusal why it was refused
     */
    public record Reading(
            @Nullable BigDecimal number,
            boolean percent,
            @Nullable Refusal refusal) {

        static Reading of(BigDecimal number, boolean percent) {
            return new Reading(number, percent, null);
        }

        static Reading refused(Refusal refusal) {
            return new Reading(null, false, refusal);
        }
    }

    /** Why a text is no number. */
    public record Refusal(IndicatorProblem code, Text detail) {}

    /** As it is named in requests. */
    public static Optional<NumberFormat> named(String name) {
        for (NumberFormat format : values()) {
            if (format.name.equals(name)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return name;
    }

    /** Reads a number with its decimals: 54,30 has two. */
    public Reading read(String text) {
        String trimmed = Normalizer.normalize(text.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return trimmed.length() > LONGEST
                ? Reading.refused(malformed(trimmed.substring(0, 20) + "…", "9475"))
                : readTrimmed(trimmed);
    }

    /** Writes a number so that {@link #read} gives it back. */
    public String write(BigDecimal number) {
        String plain = number.toPlainString();
        return this == VI_VN ? plain.replace('.', ',') : plain;
    }

    abstract Reading readTrimmed(String text);

    private static String sign(Matcher number) {
        return number.group("sign").equals("\u2212") ? "-" : number.group("sign");
    }

    private static String decimals(Matcher number) {
        String decimals = number.group("decimals");
        return decimals == null ? "" : "." + decimals;
    }

    private static BigDecimal times(BigDecimal number, int power) {
        BigDecimal product = number.scaleByPowerOfTen(power);
        return product.scale() < 0 ? product.setScale(0) : product;
    }

    /** How many noughts a word stands for. */
    private static int power(String unit) {
        return switch (unit.replace('ỉ', 'ỷ').replace("ngàn", "nghìn")) {
            case "nghìn" -> 3;
            case "triệu" -> 6;
            case "tỷ" -> 9;
            case "nghìn tỷ" -> 12;
            default -> throw new IllegalArgumentException(unit);
        };
    }

    private static boolean looksForeign(String text) {
        return FOREIGN.matcher(text).matches();
    }

    private static Refusal ambiguousVietnamese(String text) {
        return new Refusal(
                IndicatorProblem.NUMBER_AMBIGUOUS,
                Text.of(
                        "“%s” không phải cách viết số vi-VN: dấu chấm ngăn từng nhóm ba chữ số, dấu phẩy đứng trước phần thập phân.",
                        "\"%s\" is no number in vi-VN: a point parts groups of three digits, a comma stands before decimals.",
                        text));
    }

    private static Refusal ambiguousPlain(String text) {
        return new Refusal(
                IndicatorProblem.NUMBER_AMBIGUOUS,
                Text.of(
                        "“%s” không phải cách viết số plain: không ngăn nhóm, dấu chấm đứng trước phần thập phân.",
                        "\"%s\" is no number in plain: no groups, and a point stands before decimals.", text));
    }

    private static Refusal malformed(String text, String examples) {
        return new Refusal(
                IndicatorProblem.NUMBER_MALFORMED,
                Text.of(
                        "“%1$s” không phải số; viết như %2$s.",
                        "\"%1$s\" is no number; write as in %2$s.", text, examples));
    }
}
