package vn.nhipso.kit.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A job as it is answered. */
@Schema(name = "Job")
@JsonInclude(JsonInclude.Include.NON_NULL)
record JobView(
        UUID id,
        @Schema(examples = "unit-import") String kind,
        JobStatus status,

        @Schema(description = "True when a running job was asked to end") @Nullable Boolean cancelling,

        @Nullable JobProgress progress,

        @Schema(type = SchemaType.OBJECT, description = "What the operation would have answered at once") @Nullable Object result,

        @Schema(description = "Why it failed, in the same words as a problem's `errors`; never empty in a failed job")
        @Nullable List<Error> errors,

        @Schema(description = "How many errors there are when not all are listed, or when a file was read") @Nullable Integer errorCount,

        @Schema(description = "Finds the failure in the service's log") @Nullable String traceId,

        Instant submittedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,

        @Schema(description = "How often it was begun; more than 1 after a process died", examples = "1")
        int attempts) {

    /** One wrong thing; {@code row} is the line where a file was read. */
    @Schema(name = "JobError")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Error(@Nullable String pointer, @Nullable Integer row, String code, String detail) {}
}
