package vn.nhipso.indicator.finding.comparison;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.nhipso.kit.paging.Page;
import vn.nhipso.kit.paging.PageQuery;
import vn.nhipso.kit.security.Caller;
import vn.nhipso.kit.security.Roles;

@Path("/v1/check-faults")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.OPERATOR, Roles.STEWARD})
@Tag(name = "Findings", description = "What is odd about accepted measurements")
@APIResponse(responseCode = "403", description = "FORBIDDEN: for those with rights over all units")
class FaultResource {

    private final FaultStore store;
    private final Caller caller;

    FaultResource(FaultStore store, Caller caller) {
        this.store = store;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "List measurements over which the comparing checks fail",
            description =
                    "They are passed over so that all others are looked at, and have no findings of comparing checks; counted in nhipso_checks_faults_total. One"
                            + " leaves the list when it is looked at with success: after it was written anew, or after a repetition. In the order of unit,"
                            + " period, indicator and scope.")
    @APIResponse(responseCode = "200", description = "What was passed over; empty as a rule")
    public Page<Fault> list(@BeanParam PageQuery page) {
        caller.requireWholeTree();
        List<Fault> found = store.list(page.after(), page.size() + 1);
        return page.page(
                found,
                fault -> List.of(
                        fault.unit(),
                        fault.period(),
                        fault.indicator(),
                        fault.scope().name()));
    }

    /** What a repetition answers. */
    @Schema(name = "CheckRepetition", description = "What is looked at again")
    record Repetition(
            @Schema(description = "How many", examples = "1")
            int repeated) {}

    @POST
    @Path("repetition")
    @Operation(
            summary = "Have all of them looked at again",
            description = "When the cause is mended. Takes seconds; those that fail again stay.")
    @APIResponse(responseCode = "200", description = "They will be looked at")
    public Repetition repeat() {
        caller.requireWholeTree();
        return new Repetition(store.repeat());
    }
}
