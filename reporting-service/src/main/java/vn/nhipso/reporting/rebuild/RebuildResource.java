package vn.nhipso.reporting.rebuild;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.security.Caller;
import vn.nhipso.kit.security.Roles;

/** All rollups made anew, for those who run the service. */
@Path("/v1/rebuilds")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@SecurityRequirement(name = "SecurityScheme")
@Tag(name = "Rebuilds", description = "All rollups made anew from the figures, held against those that are served")
public class RebuildResource {

    private final Rebuilds rebuilds;
    private final Caller caller;

    RebuildResource(Rebuilds rebuilds, Caller caller) {
        this.rebuilds = rebuilds;
        this.caller = caller;
    }

    @POST
    @Operation(
            operationId = "rebuildRollups",
            summary = "Makes all rollups anew from the figures and swaps them in",
            description = """
                    A job. While it runs, events go on being applied and everything is answered as before. Its `progress` says the phase (`PERIODS`,
                    `BUILDING`, `INDEXING`, `COMPARING`, `CATCHING_UP`, `SWAPPING`), while building in figures. Its `result`:
                    `{"rows": 94800, "checksum": "-1a2b…", "equal": true, "differing": 0, "differences": [], "facts": 86400, "seconds": 4.210}`. `checksum`
                    is the same for the same rollups, whoever made them, within one version of the service and one major version of PostgreSQL; `equal`
                    says whether those served before were the same, `differing` how many were not, `differences` names the first twenty. They are healed by the swap. A cancelled or failed rebuild changes nothing.""")
    @APIResponse(
            responseCode = "202",
            description = "It is queued",
            headers =
                    @Header(
                            name = "Location",
                            description = "The job",
                            schema = @Schema(examples = "/v1/jobs/0198f3f2-7c1e-7b63-9d0a-5f0e3c2b1a90")))
    @APIResponse(responseCode = "400", description = "INVALID_PARAMETER: the Idempotency-Key is empty or too long")
    @APIResponse(responseCode = "401", description = "UNAUTHENTICATED")
    @APIResponse(responseCode = "403", description = "FORBIDDEN: only operators")
    @APIResponse(responseCode = "409", description = "REBUILD_UNDER_WAY; IDEMPOTENCY_KEY_REUSED")
    public RestResponse<Void> begin(
            @Parameter(
                            description = "Sent again with the same key, the same rebuild is answered",
                            example = "rebuild-2025-07-01")
                    @HeaderParam("Idempotency-Key")
                    @Nullable String key) {
        URI job = rebuilds.begin(caller, key);
        return RestResponse.ResponseBuilder.<Void>create(RestResponse.Status.ACCEPTED)
                .location(job)
                .build();
    }
}
