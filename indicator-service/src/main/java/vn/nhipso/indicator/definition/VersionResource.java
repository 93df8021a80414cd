package vn.nhipso.indicator.definition;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.event.EventJson;
import vn.nhipso.kit.idempotency.KeptAnswer;
import vn.nhipso.kit.paging.Page;
import vn.nhipso.kit.security.Caller;
import vn.nhipso.kit.security.Roles;

/** The life of an indicator. */
@Path("/v1/indicators/{code}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Indicators")
class VersionResource {

    private static final String EXAMPLE = """
            {"validTo":"2025-01-01","replacedBy":"DS20","reason":"Quyết định mới không còn chỉ tiêu này"}
            """;

    private final VersionQuery versions;
    private final IndicatorService service;
    private final Caller caller;

    VersionResource(VersionQuery versions, IndicatorService service, Caller caller) {
        this.versions = versions;
        this.service = service;
        this.caller = caller;
    }

    @GET
    @Path("versions")
    @Operation(
            operationId = "listVersions",
            summary = "Read every version of a definition",
            description =
                    "Newest first, each in its last words with the days on which it counts, and below it who worded it when, newest first."
                            + " Authors are shown to those who have a role.")
    @APIResponse(responseCode = "404", description = "INDICATOR_NOT_FOUND")
    public Page<VersionView> list(@PathParam("code") @Parameter(example = "DG01") String code) {
        List<VersionView> found = versions.all(code, !caller.name().isEmpty());
        if (found.isEmpty()) {
            throw IndicatorService.notFound(code);
        }
        return Page.of(found);
    }

    @POST
    @Path("retirement")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.STEWARD)
    @Operation(
            operationId = "retire",
            summary = "Retire an indicator",
            description =
                    "It counts no more from `validTo` on: a measurement of a later period is rejected as INDICATOR_NOT_VALID, which names the"
                            + " indicator that takes its place. If-Match is required; the same again is 200 without it. A PUT without `validTo`"
                            + " takes it back.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = RetireIndicator.class),
                            examples = @ExampleObject(name = "replaced", value = EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "Retired",
            content = @Content(schema = @Schema(implementation = IndicatorView.class)))
    @APIResponse(responseCode = "404", description = "INDICATOR_NOT_FOUND")
    @APIResponse(responseCode = "412", description = "PRECONDITION_FAILED")
    @APIResponse(responseCode = "422", description = "INVALID_FIELD, REPLACEMENT_UNKNOWN, REPLACEMENT_CIRCULAR")
    @APIResponse(responseCode = "428", description = "PRECONDITION_REQUIRED")
    public Response retire(
            @PathParam("code") @Parameter(example = "DS05") String code,
            @NotNull @Valid RetireIndicator body,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key")
                    @Parameter(description = "The same key and request again gets the same answer")
                    @Nullable String key) {
        caller.requireWholeTree();
        KeptAnswer answer = service.retire(code, body, Tags.unquoted(ifMatch), caller.name(), key);
        String revision = EventJson.tree(answer.body().getBytes(StandardCharsets.UTF_8))
                .path("revision")
                .asText();
        return Response.ok(answer.body()).tag(new EntityTag(revision)).build();
    }
}
