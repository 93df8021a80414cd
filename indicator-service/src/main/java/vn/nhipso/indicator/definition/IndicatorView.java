package vn.nhipso.indicator.definition;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.period.ReportingCalendar;

/**
 * A definition as it is answered: the body that was put, complete with defaults, and what the service adds.
 *
 * @param sequence on the answer to a PUT
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"code", "version", "revision"})
@Schema(name = "Indicator", allOf = DefineIndicator.class)
public record IndicatorView(
        @Schema(examples = "DG01") String code,
        @Schema(description = "Counts changes of meaning") int version,
        @Schema(description = "Counts every change") int revision,
        @JsonUnwrapped @Schema(hidden = true) DefineIndicator body,
        Instant recordedAt,

        @Schema(description = "Up to where this write reaches; only after a PUT") @Nullable String sequence) {

    static IndicatorView of(Indicator indicator) {
        return of(indicator, null);
    }

    static IndicatorView of(Indicator indicator, @Nullable String sequence) {
        return new IndicatorView(
                indicator.code, indicator.version, indicator.revision, body(indicator), indicator.recordedAt, sequence);
    }

    /** The strong entity tag of a state. */
    String etag() {
        return Integer.toString(revision);
    }

    private static DefineIndicator body(Indicator indicator) {
        return new DefineIndicator(
                new Names(indicator.nameVi, indicator.nameEn),
                indicator.pillar,
                indicator.kind,
                indicator.nature,
                indicator.unitOfMeasure,
                indicator.decimals,
                indicator.direction,
                indicator.levels(),
                indicator.frequency,
                indicator.calendar,
                indicator.weight,
                indicator.above100,
                indicator.numeratorLabel,
                indicator.denominatorLabel,
                indicator.definition,
                indicator.custodian,
                indicator.legalBasis,
                indicator.validFrom,
                indicator.validTo);
    }

    /** The body with its defaults written out and the levels in their order, so that equal definitions are equal. */
    static DefineIndicator complete(DefineIndicator body) {
        return new DefineIndicator(
                body.names(),
                body.pillar(),
                body.kind(),
                body.nature(),
                body.unitOfMeasure(),
                body.decimals(),
                body.direction(),
                List.copyOf(body.reportedBy().stream().distinct().sorted().toList()),
                body.frequency(),
                Objects.requireNonNullElse(body.calendar(), ReportingCalendar.CALENDAR),
                body.weight(),
                Objects.requireNonNullElse(body.above100(), false),
                body.numeratorLabel(),
                body.denominatorLabel(),
                body.definition(),
                body.custodian(),
                body.legalBasis(),
                body.validFrom(),
                body.validTo());
    }
}
