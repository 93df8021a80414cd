package vn.nhipso.kit.period;

import java.time.YearMonth;

/** Writes a period, the reverse of {@link PeriodParser}. */
final class PeriodWriter {

    private PeriodWriter() {}

    static String canonical(Period period) {
        return switch (period.kind()) {
            case YEAR -> Integer.toString(period.year());
            case HALF -> period.year() + "-H" + ordinal(period);
            case QUARTER -> period.year() + "-Q" + ordinal(period);
            case MONTH -> YearMonth.from(period.start()).toString();
            case YEAR_TO_DATE -> period.year() + (period.length() < 10 ? "-YTD0" : "-YTD") + period.length();
            case DAY -> period.start().toString();
        };
    }

    static String sdmx(Period period) {
        return switch (period.kind()) {
            case HALF -> period.year() + "-S" + ordinal(period);
            case YEAR_TO_DATE -> period.start() + "/P" + period.length() + "M";
            case YEAR, QUARTER, MONTH, DAY -> canonical(period);
        };
    }

    /** The first half or quarter of a year is 1. */
    private static int ordinal(Period period) {
        return period.end().getMonthValue() / period.length();
    }
}
