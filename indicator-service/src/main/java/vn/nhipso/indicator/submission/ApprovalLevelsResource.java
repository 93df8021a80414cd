package vn.nhipso.indicator.submission;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.paging.Page;
import vn.nhipso.kit.security.Caller;
import vn.nhipso.kit.security.Roles;

@Path("/v1/approval-levels")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.REPORTER, Roles.APPROVER, Roles.STEWARD})
@Tag(name = "Returns", description = "The report of one unit for one period")
class ApprovalLevelsResource {

    private static final String EXAMPLE = """
            {"levels":["COMMUNE","DISTRICT","PROVINCE"]}""";

    private final ApprovalLevelsService service;
    private final Caller caller;

    ApprovalLevelsResource(ApprovalLevelsService service, Caller caller) {
        this.service = service;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "List the units that say who approves in turn",
            description =
                    "In the order of their codes. For a return the nearest unit of its line counts that says so; where none does, the deployment's own setting.")
    public Page<ApprovalLevels> list() {
        return Page.of(service.all());
    }

    @GET
    @Path("{unit}")
    @Operation(summary = "Read which levels approve in turn in a unit", description = "With its ETag.")
    @APIResponse(
            responseCode = "200",
            description = "What the unit says itself",
            content = @Content(schema = @Schema(implementation = ApprovalLevels.class)))
    @APIResponse(responseCode = "404", description = "NOT_FOUND: the unit says nothing itself")
    public Response read(@PathParam("unit") @Parameter(example = "87") String unit) {
        return answer(service.find(unit));
    }

    @PUT
    @Path("{unit}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.STEWARD)
    @Operation(
            summary = "Say which levels approve in turn",
            description =
                    "The returns of the unit and of all below it, as they are submitted from now on. A level that has nobody in a return's line is passed over."
                            + " By stewards, within the subtree of their unit. The same again needs no If-Match.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = SetApprovalLevels.class),
                            examples = @ExampleObject(name = "in turn", value = EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "Set, or the same already",
            content = @Content(schema = @Schema(implementation = ApprovalLevels.class)))
    @APIResponse(responseCode = "403", description = "FORBIDDEN: outside role or subtree")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: no such unit today")
    @APIResponse(responseCode = "412", description = "PRECONDITION_FAILED: it has changed since it was read")
    @APIResponse(responseCode = "422", description = "INVALID_FIELD: levels rise from below, each once; UNKNOWN_FIELD")
    @APIResponse(responseCode = "428", description = "PRECONDITION_REQUIRED: If-Match is missing")
    public Response set(
            @PathParam("unit") @Parameter(example = "87") String unit,
            @NotNull @Valid SetApprovalLevels body,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return answer(service.set(unit, body, tag(ifMatch), Person.of(caller)));
    }

    @DELETE
    @Path("{unit}")
    @RolesAllowed(Roles.STEWARD)
    @Operation(
            summary = "Say nothing of one's own any more",
            description = "Then the next unit above counts. Needs If-Match.")
    @APIResponse(responseCode = "204", description = "Taken back")
    @APIResponse(responseCode = "403", description = "FORBIDDEN: outside role or subtree")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: the unit says nothing itself")
    @APIResponse(responseCode = "412", description = "PRECONDITION_FAILED: it has changed since it was read")
    @APIResponse(responseCode = "428", description = "PRECONDITION_REQUIRED: If-Match is missing")
    public void takeBack(
            @PathParam("unit") @Parameter(example = "87") String unit,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        service.takeBack(unit, tag(ifMatch), Person.of(caller));
    }

    private static @Nullable String tag(@Nullable String ifMatch) {
        return ifMatch == null ? null : ifMatch.strip().replaceFirst("^\"(.*)\"$", "$1");
    }

    private static Response answer(ApprovalLevels levels) {
        return Response.ok(levels).tag(new EntityTag(levels.etag())).build();
    }
}
