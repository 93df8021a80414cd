package vn.nhipso.indicator.submission;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.unit.Level;

/**
 * What a unit asks for, as it is kept and answered.
 *
 * @param levels null where it was taken back
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ApprovalLevels", description = "Which levels approve the returns of a unit and of all below it")
record ApprovalLevels(
        @Schema(examples = "87") String unit,

        @Schema(
                description =
                        "In turn, from below; those above the last one need not approve. Empty: one approval by anybody who may",
                examples = "[\"COMMUNE\",\"DISTRICT\",\"PROVINCE\"]")
        @Nullable List<Level> levels,

        @Schema(description = "Counts every change, from 1; it is the ETag", examples = "1")
        int revision,

        Instant recordedAt) {

    String etag() {
        return Integer.toString(revision);
    }
}
