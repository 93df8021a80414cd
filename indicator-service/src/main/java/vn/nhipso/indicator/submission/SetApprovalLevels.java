package vn.nhipso.indicator.submission;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.nhipso.indicator.unit.Level;

/** The body of {@code PUT /v1/approval-levels/{unit}}. */
@Schema(description = "Which levels approve in turn")
record SetApprovalLevels(
        @Schema(
                description = "From below, each once; empty: one approval by anybody who may",
                examples = "[\"COMMUNE\",\"DISTRICT\",\"PROVINCE\"]")
        @NotNull List<@NotNull Level> levels) {

    boolean riseFromBelow() {
        for (int index = 1; index < levels.size(); index++) {
            if (!levels.get(index).isAbove(levels.get(index - 1))) {
                return false;
            }
        }
        return true;
    }
}
