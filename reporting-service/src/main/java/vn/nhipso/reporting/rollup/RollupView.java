package vn.nhipso.reporting.rollup;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.intake.Watermark;
import vn.nhipso.kit.period.Period;
import vn.nhipso.reporting.catalogue.Definition;
import vn.nhipso.reporting.catalogue.Level;
import vn.nhipso.reporting.catalogue.Marks;

/** ROLLUP of the API. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "Rollup",
        description =
                "What an indicator comes to for a unit and period: the chosen figure on top, both sides of it below")
public record RollupView(
        @Schema(examples = "DG01") String indicator,
        Definition.Names names,
        UnitRef unit,
        @Schema(examples = "2022-H1") String period,

        @Schema(
                description =
                        "The day on whose hierarchy it is read: the closing day of the period, or the day asked for, to which it is restated")
        LocalDate validAt,

        @Schema(description = "The moment of knowledge, where one was asked for") @Nullable Instant asOf,

        Definition.Kind kind,
        String unitOfMeasure,
        Scope scope,
        Basis basis,

        @Schema(
                description =
                        "Why there is no figure: NOT_APPLICABLE, NO_METHOD, NOT_COLLECTED, NOT_EXPECTED (nobody at or below the unit reports"
                                + " it), NOT_DUE (the period runs still), MISSING or, restated, UNALLOCATED (what there is stands with a unit above)",
                examples = "MISSING")
        @Nullable String absence,

        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Schema(examples = "60.4119") @Nullable BigDecimal percent,
        @Nullable BigDecimal value,

        @Schema(description = "The number as it was stated, with its decimals", examples = "54.30") @Nullable String valueText,

        List<Marks> qualifiers,
        @Nullable Display display,
        @Nullable Side computed,
        @Nullable Side stated,
        Own own,
        Part children,
        List<LevelPart> byLevel,
        @Nullable Distribution distribution,
        Coverage coverage,
        @Nullable Unallocated unallocated,
        @Nullable Watermark watermark) {

    /** The same, as of this watermark. */
    public RollupView at(Watermark now) {
        return new RollupView(
                indicator,
                names,
                unit,
                period,
                validAt,
                asOf,
                kind,
                unitOfMeasure,
                scope,
                basis,
                absence,
                numerator,
                denominator,
                percent,
                value,
                valueText,
                qualifiers,
                display,
                computed,
                stated,
                own,
                children,
                byLevel,
                distribution,
                coverage,
                unallocated,
                now);
    }

    private static final String CARRIED =
            "True where the figure, or part of it, is that of units that went into this one within the period";

    /**
     * What is known of all the people of a unit together and of nobody below it.
     *
     * @param units how many units of the closing day it comes from
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(
            name = "Unallocated",
            description =
                    "Restated: what is placed at exactly this unit and belongs to none below it, as nobody knows whose it is. Figures of a divided unit,"
                            + " of a district that ended, and what a stated figure says beyond the parts; negative where it says less. It is part"
                            + " of the figure on top")
    public record Unallocated(
            @Schema(examples = "9175") @Nullable BigDecimal numerator,
            @Schema(examples = "15284") @Nullable BigDecimal denominator,
            @Nullable BigDecimal percent,
            @Nullable BigDecimal value,

            @Schema(description = "How many units of the closing day it comes from", examples = "1")
            int units,

            @Schema(description = "Their codes, 20 at most, smallest first", examples = "870")
            List<String> from) {}

    /** A unit in an answer. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "UnitRef")
    public record UnitRef(
            @Schema(examples = "870") String code,
            String name,
            @Nullable String fullName,
            Level level,
            @Nullable String parentCode) {}

    /** One side: added up, or as the unit says of itself. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "RollupSide")
    public record Side(
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable BigDecimal percent,
            @Nullable BigDecimal value,
            @Nullable String valueText,
            List<Marks> qualifiers,
            @Nullable String absence,

            @Schema(
                    description =
                            "Where the figure was taken from when not from this period: a period inside it, or MONTHS, QUARTERS, HALVES, or PARTS of"
                                    + " different lengths")
            @Nullable String from,

            @Nullable MonthsThere months,

            @Schema(description = CARRIED) @Nullable Boolean carried,

            @Schema(description = "Of a weighed figure: how many figures it is made of") @Nullable Integer weighed,

            @Schema(description = "Percentage points: stated minus computed") @Nullable BigDecimal pointDiff,

            @Schema(description = "Stated minus computed") @Nullable BigDecimal difference,

            @Nullable Derived derived,
            @Nullable SourceWords words) {}

    /** Of a figure that is the sum of parts of the period: how many of its months they reach over. */
    @Schema(
            name = "MonthsThere",
            description =
                    "The figure is the sum of some of the months only: it enters sums, completes none and is never chosen as a stated figure")
    public record MonthsThere(
            @Schema(examples = "2") int there,
            @Schema(examples = "3") int of) {

        static @Nullable MonthsThere of(Period period, RollupRow.Stated stated) {
            return stated.there() == null
                    ? null
                    : new MonthsThere(stated.there(), period.months().size());
        }
    }

    /** What the parts of a period come to, beside what was reported for all of it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(
            name = "DerivedFigure",
            description =
                    "What the parts of the period come to where all are there, given where it is not what was reported for the period itself; the reported"
                            + " figure counts")
    public record Derived(
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable BigDecimal percent,
            @Nullable BigDecimal value,

            @Schema(description = "MONTHS, QUARTERS or HALVES; of a state the period of the same day") @Nullable String from,

            @Schema(description = CARRIED) @Nullable Boolean carried,

            @Schema(description = "Percentage points: reported minus derived") @Nullable BigDecimal pointDiff,

            @Schema(description = "Reported minus derived") @Nullable BigDecimal difference) {

        static @Nullable Derived of(RollupItem item, Scope scope) {
            RollupRow.Stated parts = item.differing(scope);
            if (parts == null) {
                return null;
            }
            Figure figure = item.figure(parts, scope);
            BigDecimal difference = item.stated(scope).minus(figure);
            boolean points = item.definition().inPercent();
            return new Derived(
                    figure.numerator(),
                    figure.denominator(),
                    figure.percent(),
                    figure.value(),
                    parts.from(),
                    parts.carried() ? true : null,
                    points ? difference : null,
                    points ? null : difference);
        }
    }

    /** What the unit's own offices say. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "RollupOwn")
    public record Own(
            Basis basis,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable BigDecimal percent,
            @Nullable BigDecimal value,
            @Nullable String valueText,
            List<Marks> qualifiers,
            @Nullable String absence,
            @Nullable String from,
            @Nullable MonthsThere months,
            @Schema(description = CARRIED) @Nullable Boolean carried,
            @Nullable Derived derived,
            @Nullable SourceWords words) {}

    /** The units below together. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "RollupPart")
    public record Part(
            Basis basis,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable BigDecimal percent,
            @Nullable BigDecimal value,
            @Nullable String valueText,
            List<Marks> qualifiers,
            @Nullable Side computed,
            @Nullable Side stated,
            Coverage coverage) {}

    /** OWN values of one level at or below the unit. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "RollupLevel")
    public record LevelPart(
            Level level,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable BigDecimal percent,
            @Nullable BigDecimal value,
            List<Marks> qualifiers,
            Coverage coverage) {}

    /**
     * How many of those that should are in a computed side.
     *
     * @param missing codes of those that gave nothing and stand in no stated figure
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Coverage")
    public record Coverage(
            @Schema(description = "Units that gave any value")
            int reporting,

            @Schema(
                    description =
                            "Units whose counts are in the computed sum, by themselves or inside a stated figure of a unit below")
            int counted,

            @Schema(description = "Units that should report, less those to which it does not apply")
            int expected,

            @Schema(
                    description =
                            "Codes of units that gave nothing and stand in no stated figure, 20 at most, smallest first")
            @Nullable List<String> missing) {}
}
