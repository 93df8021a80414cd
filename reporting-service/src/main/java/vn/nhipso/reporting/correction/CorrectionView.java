package vn.nhipso.reporting.correction;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.nhipso.reporting.catalogue.Level;
import vn.nhipso.reporting.catalogue.Marks;
import vn.nhipso.reporting.rollup.Basis;
import vn.nhipso.reporting.rollup.Scope;
import vn.nhipso.reporting.scoreboard.TargetStatus;

/** A published value that changed, and what it moved. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Correction")
public record CorrectionView(
        @Schema(description = "Place in the feed", examples = "reporting:4711")
        String sequence,

        @Schema(examples = "DG01") String indicator,
        @Schema(examples = "870") String unit,
        @Schema(examples = "2022-H1") String period,
        Scope scope,
        @Schema(description = "Id of the measurement") String measurement,

        @Schema(description = "The revision that counts now")
        int revision,

        Instant recordedAt,

        @Schema(description = "Why, where the reporter said so") @Nullable Reason reason,

        @Schema(description = "Whether it was taken back") boolean withdrawn,
        @Schema(description = "What stood until then") Value old,

        @Schema(description = "What stands now") @JsonProperty("new")
        Value now,

        @Schema(
                description =
                        "Rollups whose chosen figure is another now: of the unit and all above it, of every reported period that contains its own, and"
                                + " of what is weighed by it. One that several corrections of the same batch moved stands in the notice of each")
        List<Rollup> rollups,

        @Schema(description = "Where the status against a target changed with it")
        List<Status> statuses,

        @Schema(
                description =
                        "Whose rank among the units under the same parent changed with it, be their own figure as it was")
        List<Ranking> ranks) {

    /** Why a value was corrected. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CorrectionReason")
    public record Reason(
            @Schema(examples = "MISPRINT") String code,
            @Nullable String text) {}

    /** A value as it was published. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CorrectionValue")
    public record Value(
            @Nullable Integer revision,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable BigDecimal value,
            List<Marks> qualifiers,
            @Nullable String absence) {}

    /** A chosen figure. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CorrectionFigure")
    public record Chosen(
            Basis basis,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Schema(examples = "60.4119") @Nullable BigDecimal percent,
            @Nullable BigDecimal value) {}

    /** A rollup that moved. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CorrectionRollup")
    public record Rollup(
            String indicator,
            String unit,
            Level level,
            String period,
            Scope scope,
            Chosen old,
            @JsonProperty("new") Chosen now) {}

    /** A status that changed. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CorrectionStatus")
    public record Status(
            String indicator,
            String unit,
            String period,
            @Schema(description = "Id of the target") String target,
            TargetStatus old,
            @JsonProperty("new") TargetStatus now) {}

    /** A rank that changed. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CorrectionRank")
    public record Ranking(
            String indicator,
            String unit,
            String period,
            @Nullable Place old,
            @JsonProperty("new") @Nullable Place now) {}

    /** A rank among so many. */
    @Schema(name = "CorrectionPlace")
    public record Place(int rank, int of) {}
}
