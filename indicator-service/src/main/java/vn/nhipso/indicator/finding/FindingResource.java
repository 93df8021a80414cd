package vn.nhipso.indicator.finding;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.Languages;
import vn.nhipso.kit.idempotency.KeptAnswer;
import vn.nhipso.kit.paging.PageQuery;
import vn.nhipso.kit.security.Caller;
import vn.nhipso.kit.security.Roles;

@Path("/v1/findings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Findings", description = "What is odd about accepted measurements")
class FindingResource {

    private final FindingReader reader;
    private final AcknowledgementService acknowledgements;
    private final Caller caller;

    FindingResource(FindingReader reader, AcknowledgementService acknowledgements, Caller caller) {
        this.reader = reader;
        this.acknowledgements = acknowledgements;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "List findings",
            description =
                    "In the order in which they were first recorded. `GET /v1/check-rules` says what each code means and by which method it is"
                            + " found. They are RESOLVED by themselves when a correction comes; ACKNOWLEDGED ones stay so while they are the same."
                            + " Those of published figures; reporters, approvers and stewards see all within the subtree of their unit.")
    public FindingPage list(@BeanParam FindingFilter filter, @BeanParam PageQuery page, @Context HttpHeaders headers) {
        return reader.list(filter, page, Languages.of(headers));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Read one finding", description = "With its ETag.")
    @APIResponse(
            responseCode = "200",
            description = "The finding",
            content = @Content(schema = @Schema(implementation = FindingView.class)))
    @APIResponse(responseCode = "404", description = "FINDING_NOT_FOUND: there is none, or none that the caller sees")
    public Response read(@PathParam("id") String id, @Context HttpHeaders headers) {
        Finding finding = reader.find(id);
        return Response.ok(reader.view(finding, Languages.of(headers)))
                .tag(new EntityTag(FindingTag.of(finding, Languages.of(headers))))
                .build();
    }

    @POST
    @Path("{id}/acknowledgement")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.REPORTER, Roles.APPROVER, Roles.STEWARD})
    @Operation(
            summary = "Let a finding stand",
            description =
                    "With the reason why. It stays ACKNOWLEDGED while the finding is the same, and opens again when it changes. For those who see"
                            + " what is not published of the unit and period. Another reason takes the place of the one before; If-Match is honoured.")
    @APIResponse(
            responseCode = "201",
            description = "Acknowledged",
            content = @Content(schema = @Schema(implementation = FindingView.class)))
    @APIResponse(
            responseCode = "200",
            description = "The same person gave the same reason before",
            content = @Content(schema = @Schema(implementation = FindingView.class)))
    @APIResponse(responseCode = "403", description = "FORBIDDEN; UNIT_OUTSIDE_RIGHTS")
    @APIResponse(responseCode = "404", description = "FINDING_NOT_FOUND: there is none, or none that the caller sees")
    @APIResponse(responseCode = "409", description = "FINDING_RESOLVED; IDEMPOTENCY_KEY_REUSED")
    @APIResponse(responseCode = "412", description = "PRECONDITION_FAILED: the finding is not the one of If-Match")
    @APIResponse(responseCode = "422", description = "INVALID_FIELD, UNKNOWN_FIELD")
    public Response acknowledge(
            @PathParam("id") String id,
            @NotNull @Valid Acknowledge body,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key")
                    @Parameter(description = "The same key and request again gets the same answer")
                    @Nullable String idempotencyKey,
            @Context HttpHeaders headers) {
        Finding finding = reader.findToAcknowledge(id);
        KeptAnswer answer = acknowledgements.acknowledge(new AcknowledgementService.Order(
                finding.id(),
                FindingTag.revision(ifMatch),
                body.reason(),
                caller.name(),
                idempotencyKey,
                Languages.of(headers)));
        String location = answer.location();
        return Response.status(answer.status())
                .location(location == null ? null : URI.create(location))
                .entity(answer.body())
                .build();
    }

    @DELETE
    @Path("{id}/acknowledgement")
    @RolesAllowed({Roles.REPORTER, Roles.APPROVER, Roles.STEWARD})
    @Operation(summary = "Open an acknowledged finding again", description = "Needs If-Match with the finding's ETag.")
    @APIResponse(responseCode = "204", description = "Open again")
    @APIResponse(responseCode = "403", description = "FORBIDDEN; UNIT_OUTSIDE_RIGHTS")
    @APIResponse(responseCode = "404", description = "FINDING_NOT_FOUND; FINDING_NOT_ACKNOWLEDGED")
    @APIResponse(responseCode = "412", description = "PRECONDITION_FAILED: the finding is not the one of If-Match")
    @APIResponse(responseCode = "428", description = "PRECONDITION_REQUIRED: If-Match is missing")
    public void takeBack(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        acknowledgements.takeBack(reader.findToAcknowledge(id).id(), FindingTag.required(ifMatch));
    }
}
