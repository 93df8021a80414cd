package vn.nhipso.indicator.calendar;

import java.time.Instant;
import java.time.LocalDate;
import vn.nhipso.kit.period.ReportingCalendar;

/** {@code vn.nhipso.calendar.changed.v1} as this service writes it. */
record CalendarChanged(
        ReportingCalendar calendar,
        int revision,
        int closesOn,
        LocalDate validFrom,
        Deadlines deadlines,
        Instant recordedAt) {

    static final String TYPE = "vn.nhipso.calendar.changed.v1";

    static CalendarChanged of(CalendarVersion version) {
        return new CalendarChanged(
                version.calendar(),
                version.revision(),
                version.closesOn(),
                version.validFrom(),
                version.deadlines(),
                version.recordedAt());
    }
}
