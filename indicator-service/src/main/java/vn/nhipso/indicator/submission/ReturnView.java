package vn.nhipso.indicator.submission;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.unit.Level;

/** A return as it is answered. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Return", description = "The report of one unit for one period")
record ReturnView(
        UUID id,
        @Schema(examples = "29956") String unit,
        @Schema(examples = "2022-H1") String period,

        @Schema(description = "The unit's on the closing day")
        Level level,

        ReturnStatus status,

        @Schema(description = "Whose approval is awaited, where levels approve in turn") @Nullable Level stage,

        @Schema(description = "The last day on which it is in time; missing for a single day", examples = "2022-07-15")
        @Nullable LocalDate dueOn,

        @Schema(description = "Handed in for the first time after that day, or not at all until it was past")
        boolean late,

        Progress progress,
        @Nullable String submittedBy,
        @Nullable Instant submittedAt,
        @Nullable Instant approvedAt,

        @Schema(description = "Counts every change of the return, from 1", examples = "3")
        int revision,

        @Schema(description = "What happened, oldest first; only where one return is read") @Nullable List<Happened> history,

        @Schema(description = "In the answer to a change: up to where it reaches", examples = "indicator:1042")
        @Nullable String sequence) {

    /** How far it is. */
    @Schema(name = "ReturnProgress", description = "How far it is")
    record Progress(
            @Schema(description = "Indicators that the unit reports for the period", examples = "12")
            int expected,

            @Schema(
                    description = "Those of them with a figure, a statement or an absence, published or not",
                    examples = "10")
            int filled,

            @Schema(description = "Values that the approval will publish", examples = "3")
            int waiting,

            @Schema(description = "The indicators that are expected and not filled")
            List<String> missing) {}

    /** Something that happened to it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ReturnHappened", description = "Something that happened to a return")
    record Happened(
            Instant at, String by, What what, @Nullable String remark) {}

    ReturnView at(String position) {
        return new ReturnView(
                id,
                unit,
                period,
                level,
                status,
                stage,
                dueOn,
                late,
                progress,
                submittedBy,
                submittedAt,
                approvedAt,
                revision,
                history,
                position);
    }
}
