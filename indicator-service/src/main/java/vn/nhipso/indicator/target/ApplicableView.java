package vn.nhipso.indicator.target;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.period.Period;

/** Which target counts for a unit and period, and why. */
@Schema(name = "ApplicableTarget", description = "Which target counts, why, and why the others do not")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ApplicableView(
        @Schema(examples = "DG01") String indicator,
        @Schema(examples = "29956") String unit,
        Period period,

        @Schema(description = "The one that counts, if any") @Nullable TargetView target,

        @Schema(
                description =
                        "The unit's own before that of the nearest unit above; exactly the period before a longer one that contains it")
        Applicable.Why why,

        @Schema(description = "Everything that could have counted")
        List<Considered> considered) {

    /** A target that was looked at. */
    @Schema(name = "ConsideredTarget")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Considered(
            TargetView target,

            @Schema(description = "Why it does not count; missing on the one that does")
            Applicable.@Nullable Lost lost) {}

    static ApplicableView of(Applicable applicable) {
        Aim aim = applicable.aim();
        Target target = applicable.target();
        return new ApplicableView(
                aim.indicator(),
                aim.unit(),
                aim.period(),
                target == null ? null : TargetView.of(target, aim.unit(), null),
                applicable.why(),
                applicable.considered().stream()
                        .map(looked -> new Considered(TargetView.of(looked.target(), aim.unit(), null), looked.lost()))
                        .toList());
    }
}
