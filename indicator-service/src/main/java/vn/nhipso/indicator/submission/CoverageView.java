package vn.nhipso.indicator.submission;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.unit.Level;

/** Who has reported below a unit. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ReturnCoverage", description = "Who has reported below a unit for a period")
record CoverageView(
        @Schema(examples = "2022-H1") String period,

        @Schema(description = "The closing day, on which the units are read", examples = "2022-06-30")
        LocalDate closingDay,

        @Schema(description = "The unit itself, without what is below it")
        Branch own,

        @Schema(description = "Each unit next below, with all below that")
        List<Branch> items) {

    /** A unit as it was on the closing day. */
    @Schema(name = "CoverageUnit")
    record Named(
            @Schema(examples = "870") String code,
            @Schema(examples = "Châu Thành") String name,
            Level level) {}

    /** A district, say, with all below it. */
    @Schema(name = "CoverageBranch", description = "expected = submitted + returned + draft + those without a return")
    record Branch(
            Named unit,

            @Schema(description = "Units that owe a return", examples = "13")
            int expected,

            @Schema(description = "Handed in: SUBMITTED or APPROVED", examples = "9")
            int submitted,

            @Schema(description = "Of those handed in, approved", examples = "7")
            int approved,

            @Schema(description = "Sent back", examples = "1")
            int returned,

            @Schema(description = "Begun", examples = "2") int draft,

            @Schema(description = "Handed in for the first time after their day, or past it without", examples = "3")
            int late,

            @Schema(description = "Those handed in late") List<LateReturn> lateReturns,

            @Schema(description = "Those not handed in, whether begun or not")
            List<MissingReturn> missing) {}

    /** Handed in after its day. */
    @Schema(name = "LateReturn")
    record LateReturn(Named unit, @Schema(name = "return") UUID id, LocalDate dueOn, Instant submittedAt) {}

    /** Not handed in, or sent back. */
    @Schema(name = "MissingReturn", description = "`status` and `id` are missing where there is no return at all")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MissingReturn(
            Named unit,
            LocalDate dueOn,

            @Schema(description = "Whether that day is past")
            boolean late,

            @Nullable ReturnStatus status,
            @Nullable UUID id) {}
}
