package vn.nhipso.directory.activity;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** That a unit applies an initiative, and when. */
@Schema(name = "InitiativeApplication", description = "A unit that applies the initiative")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Application(
        @Schema(
                required = true,
                description = "Read on `from` if given, else today, else on the last day the code lived",
                examples = "30169")
        @Nullable String unit,

        @Schema(description = "First day, where known", examples = "2024-05-01") @Nullable LocalDate from,

        @Schema(description = "The day after the last") @Nullable LocalDate to) {

    boolean isOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || day.isBefore(to));
    }
}
