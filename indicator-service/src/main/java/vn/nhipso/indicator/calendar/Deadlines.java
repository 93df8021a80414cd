package vn.nhipso.indicator.calendar;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.period.PeriodKind;

/** Days after the closing day until which a report is in time, the last one included, by how often it is due. */
@Schema(description = "Days after the closing day until which a report is in time, the last one included")
public record Deadlines(
        @JsonProperty("MONTH") @NotNull @Min(0) @Max(366) @Schema(examples = "5")
        Integer month,

        @JsonProperty("QUARTER") @NotNull @Min(0) @Max(366) @Schema(examples = "10")
        Integer quarter,

        @JsonProperty("HALF") @NotNull @Min(0) @Max(366) @Schema(examples = "15")
        Integer half,

        @JsonProperty("YEAR") @NotNull @Min(0) @Max(366) @Schema(examples = "30")
        Integer year) {

    /** Null for a day, of which nothing is due. A year-to-date is reported with its last month. */
    @Nullable Integer after(PeriodKind kind) {
        return switch (kind) {
            case MONTH, YEAR_TO_DATE -> month;
            case QUARTER -> quarter;
            case HALF -> half;
            case YEAR -> year;
            case DAY -> null;
        };
    }
}
