package vn.nhipso.kit.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The number of a cell as people see it: plain digits, or the day it stands for. */
final class CellNumber {

    private static final Pattern FORM = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?");
    private static final int LONGEST = 64;

    /** A spreadsheet shows and takes 15 digits; what stands behind them is left over from its binary form: 60.41 is stored as 60.409999999999997. */
    private static final MathContext SHOWN = new MathContext(15, RoundingMode.HALF_EVEN);

    private static final int LAST_DAY = 2_958_465;
    private static final int SECONDS_OF_DAY = 86_400;

    private CellNumber() {}

    /** As text; null where it is no number, or no day where the format says so. */
    static @Nullable String text(String stored, CellFormats.Format format, boolean from1904) {
        String trimmed = stored.strip();
        if (trimmed.length() > LONGEST || !FORM.matcher(trimmed).matches()) {
            return null;
        }
        BigDecimal number = new BigDecimal(trimmed).round(SHOWN);
        if (format.date()) {
            return day(number, from1904);
        }
        String plain = number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        return plain.matches("\\d+") ? "0".repeat(Math.max(0, format.zeros() - plain.length())) + plain : plain;
    }

    /** The number alone, where {@link #text} found one. */
    static BigDecimal shown(String stored) {
        return new BigDecimal(stored.strip()).round(SHOWN);
    }

    private static @Nullable String day(BigDecimal number, boolean from1904) {
        if (number.signum() < 0 || number.compareTo(BigDecimal.valueOf(LAST_DAY + 1L)) >= 0) {
            return null;
        }
        int days = number.intValue();
        int seconds = number.subtract(BigDecimal.valueOf(days))
                .multiply(BigDecimal.valueOf(SECONDS_OF_DAY))
                .setScale(0, RoundingMode.HALF_UP)
                .intValue();
        if (seconds == SECONDS_OF_DAY) {
            days++;
            seconds = 0;
        }
        LocalTime time = LocalTime.ofSecondOfDay(seconds);
        if (days == 0 && !from1904) {
            return time.toString();
        }
        // Day 60 is 29 February 1900, which never was.
        LocalDate day = from1904
                ? LocalDate.of(1904, 1, 1).plusDays(days)
                : LocalDate.of(1899, 12, days < 60 ? 31 : 30).plusDays(days);
        return seconds == 0 ? day.toString() : day + "T" + time;
    }
}
