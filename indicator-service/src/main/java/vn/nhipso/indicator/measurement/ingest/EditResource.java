package vn.nhipso.indicator.measurement.ingest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.Languages;
import vn.nhipso.kit.event.EventJson;
import vn.nhipso.kit.idempotency.KeptAnswer;
import vn.nhipso.kit.security.Caller;
import vn.nhipso.kit.security.Roles;

@Path("/v1/measurements")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Measurements", description = "What was reported")
class EditResource {

    private static final String EXAMPLE_ID = "0198c3a0-0000-7000-8000-000000000031";
    private static final String SEEN = "The ETag of the measurement as you read it";

    private final EditService service;
    private final Caller caller;

    EditResource(EditService service, Caller caller) {
        this.service = service;
        this.caller = caller;
    }

    @PATCH
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.REPORTER, Roles.APPROVER, Roles.STEWARD})
    @Operation(
            summary = "Alter one measurement",
            description =
                    "By somebody who has looked at it: If-Match names the revision that was seen. Where another has come since, the answer is 412 with what"
                            + " stands (`present`), and nothing is stored: of two people editing one value one wins and the other is told. What is left out"
                            + " stays as it is. Otherwise as an item of a batch: the same checks, findings and rights.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = EditBody.class),
                            examples =
                                    @ExampleObject(
                                            name = "misprint",
                                            value =
                                                    "{\"denominator\":1664,\"reason\":{\"code\":\"MISPRINT\",\"text\":\"In nhầm 1.644\"}}")))
    @APIResponse(
            responseCode = "200",
            description = "With the ETag of the new revision",
            content = @Content(schema = @Schema(implementation = EditAnswer.class)))
    @APIResponse(responseCode = "400", description = "MALFORMED_REQUEST")
    @APIResponse(responseCode = "403", description = "FORBIDDEN, UNIT_OUTSIDE_RIGHTS")
    @APIResponse(responseCode = "404", description = "MEASUREMENT_NOT_FOUND, MEASUREMENT_WITHDRAWN")
    @APIResponse(responseCode = "412", description = "PRECONDITION_FAILED, with `present` and `etag`")
    @APIResponse(
            responseCode = "422",
            description =
                    "INVALID_FIELD, UNKNOWN_FIELD, WRONG_SHAPE, NEGATIVE_NUMBER, NUMBER_OUT_OF_RANGE, NUMERATOR_ABOVE_DENOMINATOR, PERCENT_ABOVE_100,"
                            + " REASON_MISSING; also what a batch item is refused for")
    @APIResponse(responseCode = "428", description = "PRECONDITION_REQUIRED")
    @APIResponse(responseCode = "503", description = "TOO_MANY_WRITERS")
    public Response alter(
            @PathParam("id") @Parameter(example = EXAMPLE_ID) String id,
            byte[] body,
            @HeaderParam(HttpHeaders.IF_MATCH) @Parameter(description = SEEN, example = "\"1\"") @Nullable String ifMatch,
            @Context HttpHeaders headers)
            throws IOException {
        return answer(service.take(
                new EditRequest(id, body, false, ifMatch, Author.of(caller), null, Languages.of(headers))));
    }

    @POST
    @Path("{id}/withdrawal")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.REPORTER, Roles.APPROVER, Roles.STEWARD})
    @Operation(
            summary = "Withdraw one measurement",
            description =
                    "From then on there is no value; `asOf` and the revisions show what stood. It is a revision like any other: told to everybody at once"
                            + " where you may publish, else it needs a reason and waits. Withdrawing what is withdrawn changes nothing. A later value is reported as any"
                            + " other.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = EditBody.Withdrawal.class),
                            examples =
                                    @ExampleObject(
                                            name = "other unit",
                                            value =
                                                    "{\"reason\":{\"code\":\"WRONG_UNIT\",\"text\":\"Số của huyện khác\"}}")))
    @APIResponse(
            responseCode = "200",
            description = "With the ETag of the new revision",
            content = @Content(schema = @Schema(implementation = EditAnswer.class)))
    @APIResponse(responseCode = "400", description = "MALFORMED_REQUEST")
    @APIResponse(responseCode = "403", description = "FORBIDDEN, UNIT_OUTSIDE_RIGHTS")
    @APIResponse(responseCode = "404", description = "MEASUREMENT_NOT_FOUND")
    @APIResponse(responseCode = "409", description = "IDEMPOTENCY_KEY_REUSED")
    @APIResponse(responseCode = "412", description = "PRECONDITION_FAILED, with `present` and `etag`")
    @APIResponse(responseCode = "422", description = "INVALID_FIELD, UNKNOWN_FIELD, REASON_MISSING")
    @APIResponse(responseCode = "428", description = "PRECONDITION_REQUIRED")
    @APIResponse(responseCode = "503", description = "TOO_MANY_WRITERS")
    public Response withdraw(
            @PathParam("id") @Parameter(example = EXAMPLE_ID) String id,
            byte[] body,
            @HeaderParam(HttpHeaders.IF_MATCH) @Parameter(description = SEEN, example = "\"1\"") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key")
                    @Parameter(description = "The same key and request again gets the same answer")
                    @Nullable String idempotencyKey,
            @Context HttpHeaders headers)
            throws IOException {
        return answer(service.take(
                new EditRequest(id, body, true, ifMatch, Author.of(caller), idempotencyKey, Languages.of(headers))));
    }

    private static Response answer(KeptAnswer answer) {
        String revision = EventJson.tree(answer.body().getBytes(StandardCharsets.UTF_8))
                .path("revision")
                .asText();
        return Response.status(answer.status())
                .type(MediaType.APPLICATION_JSON)
                .tag(new EntityTag(revision))
                .entity(answer.body())
                .build();
    }
}
