package vn.nhipso.indicator.target;

import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.nhipso.kit.period.Period;

/** Which target counts for a unit. A path of its own class: it is no id of a target. */
@Path("/v1/targets/applicable")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Targets")
class ApplicableResource {

    private final ApplicableTargets targets;
    private final AskedAims asked;

    ApplicableResource(ApplicableTargets targets, AskedAims asked) {
        this.targets = targets;
        this.asked = asked;
    }

    @GET
    @Operation(
            operationId = "applicableTarget",
            summary = "Which target counts, and why",
            description =
                    "A unit's own counts before that of its nearest ancestor on the closing day; of one unit, the one of exactly the period before one"
                            + " of a longer period that contains it, the shortest first. Everything that could have counted is listed with the reason"
                            + " why it does not.")
    @APIResponse(responseCode = "200", description = "Also where there is none: NO_TARGET")
    @APIResponse(responseCode = "404", description = "INDICATOR_NOT_FOUND, UNIT_NOT_FOUND")
    public ApplicableView applicable(
            @QueryParam("indicator") @NotNull @Parameter(example = "DG01") String indicator,
            @QueryParam("unit") @NotNull @Parameter(example = "29956") String unit,
            @QueryParam("period") @NotNull @Parameter(example = "2022-H1") Period period) {
        Aim aim = asked.one(indicator, unit, period);
        return ApplicableView.of(targets.explain(List.of(aim), true).getFirst());
    }
}
