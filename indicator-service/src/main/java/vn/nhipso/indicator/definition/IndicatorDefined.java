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
        ReportingCalendar calendar,
        @Nullable String weight,
        boolean above100,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        Instant recordedAt) {

    static final String TYPE = "vn.nhipso.indicator.defined.v1";

    static IndicatorDefined of(Indicator indicator) {
        return new IndicatorDefined(
                indicator.code,
                indicator.version,
                indicator.revision,
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
                indicator.validFrom,
                indicator.validTo,
                indicator.recordedAt);
    }
}
