package vn.nhipso.indicator.measurement.ingest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.figure.Scope;
import vn.nhipso.kit.event.EventJson;

/** {@code vn.nhipso.measurement.withdrawn.v1} as this service writes it, but for {@code recordedAt}, which the database adds. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MeasurementWithdrawn(
        UUID id,
        int revision,
        String indicator,
        String unit,
        String period,
        Scope scope,
        @Nullable Reason reason) {

    /** JSON without its closing brace: the moment is only known once the row locks are held. */
    static String openJson(Change change) {
        String json = EventJson.write(new MeasurementWithdrawn(
                change.id(),
                change.revision(),
                change.key().indicator(),
                change.key().unit(),
                change.key().period(),
                change.key().scope(),
                change.reason().equals(Reason.NOT_GIVEN) ? null : change.reason()));
        return json.substring(0, json.length() - 1);
    }
}
