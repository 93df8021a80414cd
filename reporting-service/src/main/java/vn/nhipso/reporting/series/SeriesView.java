package vn.nhipso.reporting.series;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.intake.Watermark;
import vn.nhipso.reporting.catalogue.Definition;
import vn.nhipso.reporting.catalogue.Marks;
import vn.nhipso.reporting.rollup.Basis;
import vn.nhipso.reporting.rollup.Display;
import vn.nhipso.reporting.rollup.RollupView;
import vn.nhipso.reporting.rollup.Scope;

/** Figures over time, a series a unit and indicator. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "SeriesList")
public record SeriesView(
        List<Item> items,
        Scope scope,

        @Schema(description = "The day on whose hierarchy all points are read, where one was asked for") @Nullable LocalDate validAt,

        @Schema(description = "The moment of knowledge, where one was asked for") @Nullable Instant asOf,

        Watermark watermark) {

    /**
     * A unit and an indicator.
     *
     * @param unit as it is called at the last of the points
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Series")
    public record Item(
            RollupView.UnitRef unit,
            @Schema(examples = "DG01") String indicator,
            Definition.Names names,
            Definition.Kind kind,
            String unitOfMeasure,
            List<Point> points) {}

    /**
     * A period on whose closing day somebody bears the code.
     *
     * @param unit who bore the code then, where it is called otherwise than at the last of the points
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "SeriesPoint")
    public record Point(
            @Schema(examples = "2024-03") String period,

            @Schema(description = "The day on whose hierarchy it is read: the closing day of the period by default")
            LocalDate validAt,

            RollupView.@Nullable UnitRef unit,
            Basis basis,

            @Schema(description = "Why there is no figure", examples = "MISSING") @Nullable String absence,

            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Schema(examples = "60.4119") @Nullable BigDecimal percent,
            @Nullable BigDecimal value,
            List<Marks> qualifiers,
            @Nullable Display display,
            RollupView.Coverage coverage,
            RollupView.@Nullable Unallocated unallocated,

            @JsonProperty("break") @Nullable SeriesBreak broken) {}
}
