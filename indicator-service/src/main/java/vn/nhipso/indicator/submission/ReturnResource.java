package vn.nhipso.indicator.submission;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.measurement.revision.WaitingRevisions;
import vn.nhipso.kit.idempotency.KeptAnswer;
import vn.nhipso.kit.intake.Watermarks;
import vn.nhipso.kit.paging.Page;
import vn.nhipso.kit.paging.PageQuery;
import vn.nhipso.kit.period.Period;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemError;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.kit.security.Caller;
import vn.nhipso.kit.security.Roles;

@Path("/v1/returns")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.REPORTER, Roles.APPROVER, Roles.STEWARD})
@Tag(name = "Returns", description = "The report of one unit for one period")
class ReturnResource {

    private final ReturnService service;
    private final ReturnQuery query;
    private final Watermarks watermarks;
    private final Caller caller;

    ReturnResource(ReturnService service, ReturnQuery query, Watermarks watermarks, Caller caller) {
        this.service = service;
        this.query = query;
        this.watermarks = watermarks;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Begin a return",
            description =
                    "Of a unit and a period that has begun. It also comes into being by itself, with the first value of a reporter; where there is one"
                            + " already it is answered with 200.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = CreateReturn.class),
                            examples =
                                    @ExampleObject(
                                            name = "return",
                                            value = "{\"unit\":\"870\",\"period\":\"2022-H1\"}")))
    @APIResponse(
            responseCode = "201",
            description = "Begun",
            content = @Content(schema = @Schema(implementation = ReturnView.class)))
    @APIResponse(
            responseCode = "200",
            description = "The one that is there",
            content = @Content(schema = @Schema(implementation = ReturnView.class)))
    @APIResponse(responseCode = "403", description = "FORBIDDEN: outside role or subtree")
    @APIResponse(responseCode = "409", description = "IDEMPOTENCY_KEY_REUSED")
    @APIResponse(
            responseCode = "422",
            description = "UNIT_UNKNOWN, UNIT_NOT_ALIVE, PERIOD_IN_FUTURE, INVALID_FIELD, UNKNOWN_FIELD")
    public Response create(
            @NotNull @Valid CreateReturn body,
            @QueryParam("minSequence") @Parameter(description = "Wait until this is known here, up to two seconds")
                    List<String> minSequence,
            @HeaderParam("Idempotency-Key")
                    @Parameter(description = "The same key and request again gets the same answer")
                    @Nullable String idempotencyKey) {
        watermarks.await(minSequence);
        KeptAnswer answer = service.create(body, Person.of(caller), idempotencyKey);
        return Response.status(answer.status())
                .location(URI.create(String.valueOf(answer.location())))
                .type(MediaType.APPLICATION_JSON)
                .entity(answer.body())
                .build();
    }

    @GET
    @Operation(
            summary = "List returns",
            description =
                    "Those within the subtree of your unit, in the order of unit and period. `unit`, `period` and `status` may be given several times;"
                            + " `within` takes a unit and all below it. `late=true`: handed in after the day on which it was due, or past that day and not"
                            + " handed in yet. Units that owe a return and have none are in /v1/return-coverage.")
    public Page<ReturnView> list(
            @QueryParam("unit") @Parameter(example = "870") List<String> unit,
            @QueryParam("period") @Parameter(example = "2022-H1") List<Period> period,
            @QueryParam("status") List<ReturnStatus> status,
            @QueryParam("within") @Parameter(example = "87") @Nullable String within,
            @QueryParam("late") @Parameter(schema = @Schema(type = SchemaType.BOOLEAN)) @Nullable String late,
            @BeanParam PageQuery page) {
        ReturnFilter filter =
                new ReturnFilter(unit, period.stream().map(Period::toString).toList(), status, within, truth(late));
        List<String> after = page.after(filter.marks());
        List<ReturnView> found = query.list(filter, Person.of(caller), after, page.size() + 1);
        return page.page(found, view -> List.of(view.unit(), view.period()), filter.marks());
    }

    @GET
    @Path("{id}")
    @Operation(
            summary = "Read a return",
            description = "With its progress, its history and a strong ETag, which changes with every value in it.")
    @APIResponse(
            responseCode = "200",
            description = "The return",
            content = @Content(schema = @Schema(implementation = ReturnView.class)))
    @APIResponse(responseCode = "403", description = "FORBIDDEN: outside role or subtree")
    @APIResponse(responseCode = "404", description = "RETURN_NOT_FOUND")
    public Response read(@PathParam("id") String id, @Context Request request) {
        ReturnState state = service.find(ReturnId.parse(id), Person.of(caller));
        EntityTag tag = new EntityTag(state.etag());
        Response.ResponseBuilder same = request.evaluatePreconditions(tag);
        return same == null
                ? Response.ok(state.view()).tag(tag).build()
                : same.tag(tag).build();
    }

    @GET
    @Path("{id}/values")
    @Operation(
            summary = "Read what waits in a return",
            description =
                    "What its approval would publish, in the order of indicator and scope: each value that waits, with author, reason and evidence, beside the"
                            + " published one that stands until then. Empty once it is approved.")
    @APIResponse(responseCode = "200", description = "What waits")
    @APIResponse(responseCode = "403", description = "FORBIDDEN: outside role or subtree")
    @APIResponse(responseCode = "404", description = "RETURN_NOT_FOUND")
    public Page<WaitingRevisions.Waiting> values(@PathParam("id") String id) {
        return Page.of(service.waiting(ReturnId.parse(id), Person.of(caller)));
    }

    /** Strictly: whoever writes late=perhaps must not be told who is in time. */
    private static @Nullable Boolean truth(@Nullable String late) {
        if (late == null || late.equals("true") || late.equals("false")) {
            return late == null ? null : Boolean.valueOf(late);
        }
        Text detail = new Text("late là true hoặc false.", "late is true or false.");
        throw new ProblemException(KitProblem.INVALID_PARAMETER, detail)
                .withErrors(List.of(ProblemError.at("late", KitProblem.INVALID_PARAMETER.name(), detail)));
    }
}
