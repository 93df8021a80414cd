package vn.nhipso.reporting.scoreboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.intake.Watermark;
import vn.nhipso.reporting.catalogue.Marks;
import vn.nhipso.reporting.rollup.Basis;
import vn.nhipso.reporting.rollup.RollupView;

/** A unit's scoreboard. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Scoreboard", description = "Everything a portal page needs to say about a unit and period")
public record ScoreboardView(
        RollupView.UnitRef unit,
        @Schema(examples = "2022-H1") String period,
        LocalDate validAt,

        @Schema(description = "The moment of knowledge, where one was asked for") @Nullable Instant asOf,

        List<Item> items,
        Watermark watermark) {

    /** A rollup with what it is measured against. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ScoreboardItem", description = "A rollup with target, status, last year and rank")
    public record Item(
            @JsonUnwrapped RollupView rollup,
            @Nullable TargetView target,

            @Schema(
                    description =
                            "How the exact chosen figure stands against the target; what the source says of it is in `stated.words`")
            TargetStatus status,

            @Nullable LastYear lastYear,

            @Schema(
                    description =
                            "Among the units of its level under the same parent that have a figure; ties share a rank")
            @Nullable Rank rank) {}

    /** What is to be reached. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ScoreboardTarget")
    public record TargetView(
            String id,
            @Schema(examples = "2022-H1") String period,
            @Schema(examples = ">=") String comparator,
            BigDecimal value,
            List<Marks> qualifiers,
            @Nullable JsonNode document,
            @Nullable String assignedBy,

            @Schema(description = "Code of the unit above whose target it is") @Nullable String inheritedFrom) {}

    /** The same period a year before. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "LastYear")
    public record LastYear(
            String period,
            Basis basis,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable BigDecimal percent,
            @Nullable BigDecimal value,

            @Schema(description = "Percentage points: this period minus last year's") @Nullable BigDecimal pointDiff,

            @Schema(description = "This period minus last year's") @Nullable BigDecimal difference) {}

    /** A place among siblings. */
    @Schema(name = "Rank")
    public record Rank(int rank, int of) {}
}
