package vn.nhipso.indicator.evidence;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.File;
import java.net.URI;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.idempotency.KeptAnswer;
import vn.nhipso.kit.security.Caller;
import vn.nhipso.kit.security.Roles;

@Path("/v1/evidence")
@RolesAllowed({Roles.REPORTER, Roles.APPROVER, Roles.STEWARD})
@Tag(name = "Evidence", description = "Files that stand behind figures")
class EvidenceResource {

    private static final int LONGEST_NAME = 200;

    private final EvidenceService service;
    private final Caller caller;

    EvidenceResource(EvidenceService service, Caller caller) {
        this.service = service;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Send a file of evidence",
            description =
                    "The file itself as the body, with its own Content-Type, 20 MiB at most; no form. Cite its `id` in `evidence` of a measurement. The same"
                            + " again is 200 with the same id. What nobody cites is deleted after seven days.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.WILDCARD,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(
            responseCode = "201",
            description = "Kept",
            content = @Content(schema = @Schema(implementation = EvidenceView.class)))
    @APIResponse(
            responseCode = "200",
            description = "You have sent it before",
            content = @Content(schema = @Schema(implementation = EvidenceView.class)))
    @APIResponse(responseCode = "400", description = "MALFORMED_REQUEST: no body")
    @APIResponse(responseCode = "409", description = "IDEMPOTENCY_KEY_REUSED")
    @APIResponse(responseCode = "413", description = "PAYLOAD_TOO_LARGE")
    @APIResponse(responseCode = "415", description = "UNSUPPORTED_MEDIA_TYPE: a form is no file")
    public Response send(
            File body,
            @QueryParam("name")
                    @Size(max = LONGEST_NAME) @Parameter(description = "What the file is called", example = "bao-cao-so-ket.pdf")
                    @Nullable String name,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Parameter(hidden = true) @Nullable String contentType,
            @HeaderParam("Idempotency-Key")
                    @Parameter(description = "The same key and request again gets the same answer")
                    @Nullable String idempotencyKey) {
        KeptAnswer answer = service.keep(new EvidenceService.Sent(
                body,
                FileType.of(contentType),
                FileName.of(Objects.requireNonNullElse(name, "")),
                caller.name(),
                idempotencyKey));
        return Response.status(answer.status())
                .location(URI.create(String.valueOf(answer.location())))
                .type(MediaType.APPLICATION_JSON)
                .entity(answer.body())
                .build();
    }

    @GET
    @Path("{id}")
    @Operation(
            summary = "Open a file of evidence",
            description =
                    "As it was sent, always as a download. For whoever sent it, and for those who may see the return of a unit that cites it.")
    @APIResponse(
            responseCode = "200",
            description = "The file; its ETag is its SHA-256",
            content =
                    @Content(
                            mediaType = MediaType.WILDCARD,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "403", description = "FORBIDDEN: no return that cites it is within your rights")
    @APIResponse(responseCode = "404", description = "EVIDENCE_NOT_FOUND")
    public Response open(@PathParam("id") String id, @Context Request request) {
        EvidenceView view = service.find(parse(id), caller);
        EntityTag tag = new EntityTag(view.sha256());
        Response.ResponseBuilder same = request.evaluatePreconditions(tag);
        if (same != null) {
            return same.tag(tag).build();
        }
        StreamingOutput bytes = target -> service.write(view, target);
        return Response.ok(bytes)
                .header(HttpHeaders.CONTENT_TYPE, view.type())
                .header(HttpHeaders.CONTENT_DISPOSITION, FileName.disposition(view))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .tag(tag)
                .build();
    }

    private static UUID parse(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException noId) {
            throw EvidenceService.notFound(id);
        }
    }
}
