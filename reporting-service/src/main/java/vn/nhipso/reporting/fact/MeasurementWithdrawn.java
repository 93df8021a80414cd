package vn.nhipso.reporting.fact;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code vn.nhipso.measurement.withdrawn.v1}, as far as reports need it. */
public record MeasurementWithdrawn(
        String id,
        int revision,
        String indicator,
        String unit,
        String period,
        String scope,
        MeasurementPublished.@Nullable Reason reason,
        Instant recordedAt) {

    public static final String TYPE = "vn.nhipso.measurement.withdrawn.v1";

    /** The same as a state: a revision that says nothing. */
    public MeasurementPublished asState() {
        return new MeasurementPublished(
                id,
                revision,
                indicator,
                unit,
                period,
                scope,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                NO_DEFINITION,
                true,
                reason,
                recordedAt);
    }

    private static final int NO_DEFINITION = 0;
}
