package vn.nhipso.indicator.calendar;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.period.Period;
import vn.nhipso.kit.period.ReportingCalendar;

/** When reports are due, by all states of the calendars. Days are inclusive. */
public final class Schedule {

    private final List<CalendarVersion> newestFirst;

    Schedule(List<CalendarVersion> newestFirst) {
        this.newestFirst = newestFirst;
    }

    /** The last day on which the report of a period is in time; null where none is due. The newest rule that had begun on the closing day counts. */
    public @Nullable LocalDate dueOn(ReportingCalendar calendar, Period period) {
        LocalDate closing = calendar.closingDay(period);
        for (CalendarVersion version : newestFirst) {
            if (version.calendar() == calendar && !closing.isBefore(version.validFrom())) {
                Integer days = version.deadlines().after(period.kind());
                return days == null ? null : closing.plusDays(days);
            }
        }
        return null;
    }

    CalendarVersion newest(ReportingCalendar calendar) {
        return newestFirst.stream()
                .filter(version -> version.calendar() == calendar)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no calendar " + calendar));
    }
}
