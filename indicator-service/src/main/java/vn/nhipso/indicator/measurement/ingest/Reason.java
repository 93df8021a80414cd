package vn.nhipso.indicator.measurement.ingest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why a value is corrected. */
@Schema(name = "Reason", description = "Why a value is corrected")
public record Reason(
        @Schema(examples = "MISPRINT") String code,
        @Nullable String text) {

    /** What is recorded where those who may publish give none. */
    static final Reason NOT_GIVEN = new Reason("NOT_GIVEN", null);
}
