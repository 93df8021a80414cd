package vn.nhipso.indicator.submission;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.security.Caller;
import vn.nhipso.kit.security.Roles;

@Path("/v1/returns/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.REPORTER, Roles.APPROVER, Roles.STEWARD})
@Tag(name = "Returns", description = "The report of one unit for one period")
@APIResponse(
        responseCode = "200",
        description = "Done",
        content = @Content(schema = @Schema(implementation = ReturnView.class)))
@APIResponse(responseCode = "404", description = "RETURN_NOT_FOUND")
@APIResponse(
        responseCode = "412",
        description = "PRECONDITION_FAILED: the return or a value in it has changed since it was read")
class TransitionResource {

    private final Transitions transitions;
    private final Caller caller;

    TransitionResource(Transitions transitions, Caller caller) {
        this.transitions = transitions;
        this.caller = caller;
    }

    @POST
    @Path("submission")
    @Operation(
            summary = "Submit a return",
            description =
                    "Hands a DRAFT or RETURNED one in for approval; until that, nothing can be added to it. One with nothing in it needs a `remark` that"
                            + " says why.")
    @APIResponse(responseCode = "403", description = "FORBIDDEN: outside role or subtree")
    @APIResponse(responseCode = "409", description = "RETURN_STATE: neither DRAFT nor RETURNED; IDEMPOTENCY_KEY_REUSED")
    @APIResponse(responseCode = "422", description = "RETURN_EMPTY, INVALID_FIELD, UNKNOWN_FIELD")
    public Response submit(
            @PathParam("id") String id, @NotNull @Valid RemarkBody body, @BeanParam TransitionHeaders headers) {
        return answer(transitions.submit(ReturnId.parse(id), act(body.remark(), headers)));
    }

    @POST
    @Path("approval")
    @RolesAllowed({Roles.APPROVER, Roles.STEWARD})
    @Operation(
            summary = "Approve a return",
            description =
                    "The last approval publishes all values that wait in it, in one transaction, and nothing else. Where levels approve in turn, `stage` is"
                            + " the one that is awaited; somebody of that level or above gives the approval, each person once. Whoever entered or submitted"
                            + " it never approves it.")
    @APIResponse(
            responseCode = "403",
            description = "FORBIDDEN: outside role or subtree; FOUR_EYES; APPROVAL_LEVEL: another level's turn")
    @APIResponse(responseCode = "409", description = "RETURN_STATE: not SUBMITTED; IDEMPOTENCY_KEY_REUSED")
    public Response approve(
            @PathParam("id") String id, @NotNull @Valid RemarkBody body, @BeanParam TransitionHeaders headers) {
        return answer(transitions.approve(ReturnId.parse(id), act(body.remark(), headers)));
    }

    @POST
    @Path("rejection")
    @RolesAllowed({Roles.APPROVER, Roles.STEWARD})
    @Operation(
            summary = "Send a return back",
            description = "With a `remark`. Its values wait on, what was published stands.")
    @APIResponse(responseCode = "403", description = "FORBIDDEN: outside role or subtree")
    @APIResponse(responseCode = "409", description = "RETURN_STATE: not SUBMITTED; IDEMPOTENCY_KEY_REUSED")
    @APIResponse(responseCode = "422", description = "REMARK_MISSING, INVALID_FIELD, UNKNOWN_FIELD")
    public Response reject(
            @PathParam("id") String id, @NotNull @Valid RemarkBody body, @BeanParam TransitionHeaders headers) {
        return answer(transitions.reject(ReturnId.parse(id), act(body.remark(), headers)));
    }

    @POST
    @Path("reopening")
    @Operation(
            summary = "Open a return again",
            description =
                    "A SUBMITTED one is taken back, an APPROVED one is opened for corrections; what was published stands. Needs a `remark`. A reporter's"
                            + " correction of an approved return opens it by itself.")
    @APIResponse(responseCode = "403", description = "FORBIDDEN: outside role or subtree")
    @APIResponse(
            responseCode = "409",
            description = "RETURN_STATE: neither SUBMITTED nor APPROVED; IDEMPOTENCY_KEY_REUSED")
    @APIResponse(responseCode = "422", description = "REMARK_MISSING, INVALID_FIELD, UNKNOWN_FIELD")
    public Response reopen(
            @PathParam("id") String id, @NotNull @Valid RemarkBody body, @BeanParam TransitionHeaders headers) {
        return answer(transitions.reopen(ReturnId.parse(id), act(body.remark(), headers)));
    }

    @POST
    @Path("extension")
    @RolesAllowed({Roles.APPROVER, Roles.STEWARD})
    @Operation(
            summary = "Grant a return another due day",
            description =
                    "In place of the calendar's, from then on. Needs a `remark`. Granted by somebody of a level above the unit's, and not by whoever entered or"
                            + " submitted it.")
    @APIResponse(
            responseCode = "403",
            description = "FORBIDDEN: outside role or subtree; FOUR_EYES; APPROVAL_LEVEL: a level above grants it")
    @APIResponse(responseCode = "409", description = "IDEMPOTENCY_KEY_REUSED")
    @APIResponse(responseCode = "422", description = "REMARK_MISSING, INVALID_FIELD, UNKNOWN_FIELD")
    public Response extend(
            @PathParam("id") String id, @NotNull @Valid ExtensionBody body, @BeanParam TransitionHeaders headers) {
        return answer(transitions.extend(ReturnId.parse(id), body.dueOn(), act(body.remark(), headers)));
    }

    private Transitions.Act act(@Nullable String remark, TransitionHeaders headers) {
        return new Transitions.Act(Person.of(caller), remark, headers.ifMatch, headers.idempotencyKey);
    }

    private static Response answer(Transitions.Done done) {
        return Response.status(done.answer().status())
                .type(MediaType.APPLICATION_JSON)
                .tag(done.etag())
                .entity(done.answer().body())
                .build();
    }
}
