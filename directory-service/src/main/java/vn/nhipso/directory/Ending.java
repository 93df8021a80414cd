package vn.nhipso.directory;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The end of something. */
@Schema(description = "The day after the last: from this day on it is no more")
public record Ending(
        @Schema(required = true, examples = "2025-07-01") @Nullable LocalDate on) {

    /** The day, checked. */
    public LocalDate day() {
        Refusals refusals = new Refusals();
        if (on == null) {
            refusals.add("/on", DirectoryProblem.FIELD_MISSING);
        }
        Days.check(on, "/on", refusals);
        refusals.throwIfAny(DirectoryProblem.REQUEST_REFUSED);
        return on == null ? Days.LAST : on;
    }
}
