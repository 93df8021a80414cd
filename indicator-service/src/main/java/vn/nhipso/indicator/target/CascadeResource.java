package vn.nhipso.indicator.target;

import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.paging.Page;
import vn.nhipso.kit.period.Period;

/** Whether targets add up. */
@Path("/v1/target-cascades")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Targets")
class CascadeResource {

    private final Cascades cascades;
    private final AskedAims asked;

    CascadeResource(Cascades cascades, AskedAims asked) {
        this.cascades = cascades;
        this.asked = asked;
    }

    @GET
    @Operation(
            operationId = "listTargetCascades",
            summary = "Do the targets below add up to that of the unit?",
            description =
                    "Holds the target that counts for a unit and period against those of the units directly below it on the closing day. A COUNT: their"
                            + " sum against it (ADDS_UP, FALLS_SHORT, EXCEEDS, by `difference`). A RATIO, SHARE or FLAG: which of them are weaker in the"
                            + " sense of the comparator (HOLDS, WEAKER). Units without a target of their own inherit and are marked. Without"
                            + " `indicator`, all indicators that have a target for the unit and period.")
    @APIResponse(responseCode = "404", description = "INDICATOR_NOT_FOUND, UNIT_NOT_FOUND")
    public Page<CascadeView> cascades(
            @QueryParam("unit") @NotNull @Parameter(example = "870") String unit,
            @QueryParam("period") @NotNull @Parameter(example = "2022") Period period,
            @QueryParam("indicator") @Parameter(example = "DT01") @Nullable String indicator) {
        return Page.of(cascades.of(asked.of(indicator, unit, period)));
    }
}
