package vn.nhipso.indicator.calendar;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of {@code PUT /v1/reporting-calendars/{calendar}}. */
@Schema(description = "When the reports of a calendar are due")
record SetCalendar(
        @NotNull @Valid Deadlines deadlines,

        @Schema(
                description =
                        "It counts for the periods that close from this day on; today when left out. Earlier periods keep the deadlines they had",
                examples = "2026-01-01")
        @Nullable LocalDate validFrom) {}
