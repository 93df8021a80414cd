package vn.nhipso.indicator.calendar;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.period.ReportingCalendar;

/** A state of a calendar, as it is answered. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ReportingCalendarView", description = "When the reports of a calendar are due")
record CalendarVersion(
        ReportingCalendar calendar,

        @Schema(description = "Counts every change, from 1; it is the ETag", examples = "1")
        int revision,

        @Schema(description = "The day of the month on which its months close, 31 being the last one", examples = "14")
        int closesOn,

        @Schema(description = "It counts for the periods that close from this day on", examples = "2026-01-01")
        LocalDate validFrom,

        Deadlines deadlines,
        Instant recordedAt,

        @Schema(description = "In the answer to a change: up to where it reaches", examples = "indicator:1042")
        @Nullable String sequence) {

    String etag() {
        return Integer.toString(revision);
    }

    CalendarVersion at(String position) {
        return new CalendarVersion(calendar, revision, closesOn, validFrom, deadlines, recordedAt, position);
    }
}
