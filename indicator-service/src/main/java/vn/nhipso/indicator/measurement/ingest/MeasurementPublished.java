package vn.nhipso.indicator.measurement.ingest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.figure.Absence;
import vn.nhipso.indicator.figure.Qualifier;
import vn.nhipso.indicator.figure.Scope;
import vn.nhipso.indicator.figure.Stated;
import vn.nhipso.kit.event.EventJson;
import vn.nhipso.kit.event.Topics;
import vn.nhipso.kit.period.Period;

/** {@code vn.nhipso.measurement.published.v1} as this service writes it, but for {@code recordedAt}, which the database adds. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MeasurementPublished(
        UUID id,
        int revision,
        String indicator,
        String unit,
        String period,
        Scope scope,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable BigDecimal value,
        List<Qualifier> qualifiers,
        @Nullable Absence absence,
        @Nullable Stated stated,
        int definitionVersion,
        boolean withdrawn,
        @Nullable Reason reason) {

    /** JSON without its closing brace: the moment is only known once the row locks are held. */
    static String openJson(Change change) {
        if (change.said().withdrawn()) {
            return MeasurementWithdrawn.openJson(change);
        }
        String json = EventJson.write(new MeasurementPublished(
                change.id(),
                change.revision(),
                change.key().indicator(),
                change.key().unit(),
                change.key().period(),
                change.key().scope(),
                change.content().numerator(),
                change.content().denominator(),
                change.content().value(),
                change.content().exactness(),
                change.content().absence(),
                change.content().stated(),
                change.said().definitionVersion(),
                false,
                change.revision() == 1 || change.reason().equals(Reason.NOT_GIVEN) ? null : change.reason()));
        return json.substring(0, json.length() - 1);
    }

    /** A family holds every period that another is derived from: one indicator, one calendar year. */
    static int family(String indicator, Period period) {
        return Topics.partition(Topics.INDICATOR_MEASUREMENTS, indicator + "|" + period.year());
    }
}
