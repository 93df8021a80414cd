package vn.nhipso.indicator.target;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.idempotency.KeptAnswer;
import vn.nhipso.kit.intake.Watermarks;
import vn.nhipso.kit.paging.Page;
import vn.nhipso.kit.paging.PageQuery;
import vn.nhipso.kit.period.Period;
import vn.nhipso.kit.security.Caller;
import vn.nhipso.kit.security.Roles;

@Path("/v1/targets")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Targets", description = "What is to be reached, by when, and which document says so")
class TargetResource {

    private final TargetService service;
    private final TargetQuery query;
    private final Watermarks watermarks;
    private final Caller caller;

    TargetResource(TargetService service, TargetQuery query, Watermarks watermarks, Caller caller) {
        this.service = service;
        this.query = query;
        this.watermarks = watermarks;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.STEWARD)
    @Operation(
            summary = "Set a target",
            description =
                    "For one indicator, unit and period. The same again is 200; another value needs `supersedes`, the id of the target whose"
                            + " place it takes. Targets may lie in the future.")
    @APIResponse(responseCode = "201", description = "Set")
    @APIResponse(responseCode = "200", description = "The same already stands")
    @APIResponse(
            responseCode = "409",
            description =
                    "TARGET_DIFFERS: another value stands (`current` is its id); TARGET_SUPERSEDED: `supersedes` is not the one that counts")
    @APIResponse(
            responseCode = "422",
            description =
                    "INDICATOR_UNKNOWN, INDICATOR_NOT_VALID, UNIT_UNKNOWN (also of `assignedBy`), UNIT_NOT_ALIVE, TARGET_UNKNOWN, INVALID_FIELD, UNKNOWN_FIELD")
    public Response set(
            @NotNull @Valid SetTarget body,
            @QueryParam("minSequence") @Parameter(description = "Wait until this is known here, up to two seconds")
                    List<String> minSequence,
            @HeaderParam("Idempotency-Key")
                    @Parameter(description = "The same key and request again gets the same answer")
                    @Nullable String idempotencyKey) {
        watermarks.await(minSequence);
        service.check(body, caller.unit());
        return answer(service.set(body, caller.name(), idempotencyKey));
    }

    @GET
    @Operation(
            summary = "List targets",
            description =
                    "Those that count, in the order of indicator, period and unit. With `unit`, each indicator and period has the target that"
                            + " counts for that unit: its own, else that of its nearest ancestor on the closing day (`inheritedFrom`).")
    public Page<TargetView> list(
            @QueryParam("indicator") @Parameter(example = "DG01") @Nullable String indicator,
            @QueryParam("unit") @Parameter(example = "29956") @Nullable String unit,
            @QueryParam("period") @Parameter(example = "2022-H1") @Nullable Period period,
            @BeanParam PageQuery page) {
        String[] filters = {String.valueOf(indicator), String.valueOf(unit), String.valueOf(period)};
        List<String> after = page.after(filters);
        List<TargetView> found = query.list(indicator, unit, period, after, page.size() + 1);
        return page.page(found, view -> List.of(view.indicator(), view.period(), view.unit()), filters);
    }

    @GET
    @Path("{id}")
    @Operation(
            summary = "Read one target",
            description = "Also one that was superseded or withdrawn, with every target that ever stood for its key.")
    @APIResponse(responseCode = "404", description = "TARGET_NOT_FOUND")
    public TargetLife read(@PathParam("id") UUID id) {
        return query.find(id).orElseThrow(() -> TargetService.notFound(id));
    }

    @POST
    @Path("{id}/withdrawal")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.STEWARD)
    @Operation(
            operationId = "withdrawTarget",
            summary = "Take a target back",
            description =
                    "From then on none counts for its key until another is set; units below may inherit from further above. The answer is the"
                            + " withdrawal, which stands in the history. Withdrawn again it is 200.")
    @APIResponse(
            responseCode = "201",
            description = "Withdrawn",
            content = @Content(schema = @Schema(implementation = TargetView.class)))
    @APIResponse(
            responseCode = "200",
            description = "Withdrawn already",
            content = @Content(schema = @Schema(implementation = TargetView.class)))
    @APIResponse(responseCode = "403", description = "FORBIDDEN: the unit is outside your subtree")
    @APIResponse(responseCode = "404", description = "TARGET_NOT_FOUND")
    @APIResponse(responseCode = "409", description = "TARGET_SUPERSEDED: it does not count any more")
    public Response withdraw(
            @PathParam("id") UUID id,
            @NotNull @Valid WithdrawTarget body,
            @HeaderParam("Idempotency-Key")
                    @Parameter(description = "The same key and request again gets the same answer")
                    @Nullable String idempotencyKey) {
        query.requireRights(id, caller.unit());
        return answer(service.withdraw(id, body.reason(), caller.name(), idempotencyKey));
    }

    private static Response answer(KeptAnswer answer) {
        String location = answer.location();
        return Response.status(answer.status())
                .location(location == null ? null : URI.create(location))
                .type(MediaType.APPLICATION_JSON)
                .entity(answer.body())
                .build();
    }
}
