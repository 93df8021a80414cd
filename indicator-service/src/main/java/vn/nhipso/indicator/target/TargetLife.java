package vn.nhipso.indicator.target;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A target with all that ever stood for its key. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "TargetWithHistory", allOf = TargetView.class)
public record TargetLife(
        @JsonUnwrapped @Schema(hidden = true) TargetView target,

        @Schema(description = "Every target and withdrawal of the same indicator, unit and period, the oldest first")
        List<TargetView> history) {}
