package vn.nhipso.reporting.explanation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.nhipso.reporting.catalogue.Level;
import vn.nhipso.reporting.catalogue.Marks;
import vn.nhipso.reporting.rollup.Basis;
import vn.nhipso.reporting.rollup.RollupView;
import vn.nhipso.reporting.rollup.Scope;

/** A number with everything that it is made of, and everything that it is not made of. */
@Schema(name = "Explanation")
public record ExplanationView(
        RollupView rollup,

        @Schema(
                description =
                        "The published figures that make the number. Their numerators and denominators add up to it; for a COUNT the values do; for an"
                                + " ESTIMATED figure it is the sum of weight·value over the sum of the weights. On the hierarchy of another day each is"
                                + " given as it enters (times `share`), a weighed one with weight·value as its numerator, and with scope WHOLE what a"
                                + " stated figure says beyond those below it")
        List<Contribution> contributions,

        @Schema(description = "Units that should report and gave nothing, all of them, smallest code first")
        List<Missing> missing,

        @Schema(
                description =
                        "Published figures at or below the unit that are not in the number, with the reason; on the hierarchy of another day those of the"
                                + " units that are placed there")
        List<Excluded> excluded,

        @Schema(
                description = "Names the rules: it changes whenever the same figures come to another number",
                examples = "rollup-1")
        String ruleVersion,

        @Schema(description = "The version of the indicator's definition that holds for the period", examples = "1")
        int definitionVersion,

        @Schema(description = "The day on whose hierarchy it is read", examples = "2022-06-30")
        LocalDate hierarchyDate) {

    /** A published figure that enters. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Contribution")
    public record Contribution(
            @Schema(examples = "870") String unit,
            String name,
            Level level,
            Scope scope,
            @Schema(examples = "9475") @Nullable BigDecimal numerator,
            @Schema(examples = "15684") @Nullable BigDecimal denominator,

            @Schema(description = "As stated, whatever it is", examples = "60.41") @Nullable BigDecimal value,

            @Schema(description = "Of an ESTIMATED figure: what the value is weighed with") @Nullable BigDecimal weight,

            List<Marks> qualifiers,

            @Schema(
                    description =
                            "STATED: as the unit published it; ESTIMATED: weighed; COMPUTED: counted by the register")
            Basis basis,

            @Schema(description = "The part of the figure that enters, where it is not the whole") @Nullable BigDecimal share,

            @Schema(
                    description =
                            "The unit whose figure it is part of on the day asked for, where the one that it was published for went into it")
            @Nullable String placedAt,

            @Schema(description = "Nobody knows where below `placedAt` it belongs") @Nullable Boolean unallocated,

            @Schema(
                    description =
                            "On the hierarchy of another day: the units below it whose figures enter by themselves and are taken off what it states")
            @Nullable List<String> less,

            @Schema(description = "The period that it was published for, where that is another", examples = "2022-03")
            @Nullable String period,

            @Schema(description = "Id of the measurement") @Nullable String measurement,

            @Nullable Integer revision,
            @Nullable Instant recordedAt) {}

    /** A unit that gave nothing. */
    @Schema(name = "MissingUnit")
    public record Missing(
            @Schema(examples = "29932") String unit,
            String name,
            Level level,

            @Schema(
                    description =
                            "MISSING, NOT_DUE (the period has not closed), WITHDRAWN, NO_METHOD, NOT_COLLECTED, NOT_APPLICABLE (and so not expected),"
                                    + " OWN_NOT_GIVEN (it speaks only for the units below it)")
            Lack reason) {}

    /** A published figure that does not enter. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ExcludedFigure")
    public record Excluded(
            String unit,
            String name,
            Level level,
            Scope scope,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable BigDecimal value,
            @Nullable String period,
            @Nullable String measurement,
            @Nullable Integer revision,
            @Nullable Instant recordedAt,

            @Schema(
                    description =
                            "STATED_STANDS_ABOVE (the stated figure of `by` stands for it), NOT_CHOSEN (the sum is complete without it), NO_COUNTS (a"
                                    + " percentage or a numerator alone), NO_WEIGHT, LEVEL_NOT_LISTED, OTHER_SCOPE, OTHER_PERIOD_REPORTED (the period"
                                    + " itself was reported), LATER_STATE_COUNTS, OTHER_PARTS_ADDED, PARTS_INCOMPLETE, OTHER_UNIT_THEN (the code meant"
                                    + " another unit on the day of the figure), WITHDRAWN")
            Exclusion reason,

            @Schema(description = "Whose stated figure stands for it") @Nullable By by) {}

    /** A stated figure that stands for others. */
    @Schema(name = "StandingFigure")
    public record By(@Schema(examples = "870") String unit, Scope scope) {}
}
