package vn.nhipso.indicator.definition;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.unit.Level;
import vn.nhipso.kit.period.ReportingCalendar;

/** {@code vn.nhipso.indicator.defined.v1} as this service writes it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record IndicatorDefined(
        String code,
        int version,
        int revision,
        Names names,
        Pillar pillar,
        Kind kind,
        Nature nature,
        String unitOfMeasure,
        int decimals,
        Direction direction,
        List<Level> reportedBy,
        Frequency frequency,
        @Nullable ReportingCalendar calendar,
        @Nullable String weight,
        @Nullable String denominatorIndicator,
        @Nullable Boolean above100,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String replacedBy,
        Instant recordedAt) {

    static final String TYPE = "vn.nhipso.indicator.defined.v1";

    static IndicatorDefined of(Indicator indicator) {
        DefineIndicator body = indicator.body();
        return new IndicatorDefined(
                indicator.code(),
                indicator.version(),
                indicator.revision(),
                body.names(),
                body.pillar(),
                body.kind(),
                body.nature(),
                body.unitOfMeasure(),
                body.decimals(),
                body.direction(),
                body.reportedBy(),
                body.frequency(),
                body.calendar(),
                body.weight(),
                body.denominatorIndicator(),
                body.above100(),
                body.validFrom(),
                body.validTo(),
                body.replacedBy(),
                indicator.recordedAt());
    }
}
