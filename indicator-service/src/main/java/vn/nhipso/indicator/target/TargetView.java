package vn.nhipso.indicator.target;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.figure.Qualifier;

/** A target as it is answered. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Target", description = "What is to be reached, by when")
public record TargetView(
        String id,
        @Schema(examples = "DG01") String indicator,

        @Schema(description = "The unit asked for, where the target is inherited", examples = "870")
        String unit,

        @Schema(examples = "2022-H1") String period,
        int revision,
        @Schema(examples = ">=") String comparator,
        @Schema(examples = "50") BigDecimal value,
        List<Qualifier> qualifiers,
        @Nullable Document document,
        @Nullable String assignedBy,
        @Nullable String note,
        @Nullable String supersedes,
        @Nullable String supersededBy,

        @Schema(description = "True on what took a target back; missing otherwise") @Nullable Boolean withdrawn,

        Instant recordedAt,

        @Schema(description = "The unit above whose target it is", examples = "87") @Nullable String inheritedFrom,

        @Schema(description = "Up to where this write reaches; only after a POST") @Nullable String sequence) {

    static TargetView of(Target target, @Nullable String sequence) {
        return of(target, target.unit, sequence);
    }

    /** @param unit the unit asked for */
    static TargetView of(Target target, String unit, @Nullable String sequence) {
        return new TargetView(
                target.id.toString(),
                target.indicator,
                unit,
                target.period,
                target.revision,
                target.comparator,
                target.value,
                target.exactness(),
                target.document(),
                target.assignedBy,
                target.note,
                target.supersedes == null ? null : target.supersedes.toString(),
                target.supersededBy == null ? null : target.supersededBy.toString(),
                target.withdrawn ? true : null,
                target.recordedAt,
                unit.equals(target.unit) ? null : target.unit,
                sequence);
    }
}
