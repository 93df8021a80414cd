package vn.nhipso.kit.period;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * When the periods of an indicator open and close. A calendar is one number, the day on which its months close; everything longer opens with its
 * first month and closes with its last, so the same rule holds for quarters and years to date. A day is itself in every calendar.
 */
public enum ReportingCalendar {
    /** Civil months. */
    CALENDAR(31),
    /**
     * The regime of administrative reports (Decree 09/2019/NĐ-CP): the month from the 15th of the month before to the 14th, the first half from
     * 15 December to 14 June, the year from 15 December to 14 December.
     */
    ADMINISTRATIVE(14);

    private final int closesOn;

    ReportingCalendar(int closesOn) {
        this.closesOn = closesOn;
    }

    /** The first day of the period, inclusive. */
    public LocalDate begins(Period period) {
        return period.kind() == PeriodKind.DAY
                ? period.start()
                : closing(YearMonth.from(period.start()).minusMonths(1)).plusDays(1);
    }

    /** The last day of the period, inclusive: the day on whose hierarchy it is read by default. */
    public LocalDate closingDay(Period period) {
        return period.kind() == PeriodKind.DAY ? period.end() : closing(YearMonth.from(period.end()));
    }

    /** Whether a figure of the inner period is one of the outer: 2024-12-20 lies in the administrative year 2025. */
    public boolean contains(Period outer, Period inner) {
        return !begins(inner).isBefore(begins(outer)) && !closingDay(inner).isAfter(closingDay(outer));
    }

    /** False while the period is in the future, where nothing can be reported of it. */
    public boolean hasBegun(Period period, LocalDate today) {
        return !begins(period).isAfter(today);
    }

    /** False up to and on the closing day: what is reported until then is provisional. */
    public boolean hasClosed(Period period, LocalDate today) {
        return closingDay(period).isBefore(today);
    }

    private LocalDate closing(YearMonth month) {
        return month.atDay(Math.min(closesOn, month.lengthOfMonth()));
    }
}
