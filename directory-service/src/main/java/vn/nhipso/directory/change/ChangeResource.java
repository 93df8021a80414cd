package vn.nhipso.directory.change;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.DirectoryProblem;
import vn.nhipso.directory.Filters;
import vn.nhipso.directory.Once;
import vn.nhipso.directory.Tagged;
import vn.nhipso.kit.paging.Page;
import vn.nhipso.kit.paging.PageQuery;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.kit.security.Caller;
import vn.nhipso.kit.security.Roles;

/** Changes of the hierarchy. */
@Path(ChangeResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Changes", description = "Legal acts that end, begin or alter units on a date.")
class ChangeResource {

    static final String PATH = "/v1/unit-changes";

    private final ChangeService service;
    private final ChangeRepository repository;
    private final Once once;
    private final Caller caller;

    ChangeResource(ChangeService service, ChangeRepository repository, Once once, Caller caller) {
        this.service = service;
        this.repository = repository;
        this.once = once;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Roles.STEWARD)
    @Operation(summary = "Record a change")
    public RestResponse<ChangeService.Recorded> record(
            RegisterChange change,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        if (dryRun) {
            return RestResponse.ok(service.tryOut(change, caller));
        }
        return once.create(
                        new Once.Request(key, caller.name(), PATH, change),
                        ChangeService.Recorded.class,
                        () -> service.record(change, caller),
                        recorded -> PATH + "/" + recorded.id())
                .answer();
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "A recorded change with all it did")
    public RestResponse<ChangeView> get(@PathParam("id") UUID id, @Context Request request) {
        ChangeView change = repository
                .find(id)
                .orElseThrow(() -> new ProblemException(
                        DirectoryProblem.CHANGE_NOT_FOUND,
                        Text.of("Không có lần sắp xếp %s.", "There is no change %s.", id)));
        return Tagged.answer(request, change);
    }

    @GET
    @Operation(summary = "Recorded changes, by the day of effect")
    public Page<ChangeView> list(
            @QueryParam("act") @Parameter(description = "Number of the act", example = "1663/NQ-UBTVQH15") @Nullable String act,
            @QueryParam("effectiveOn") @Parameter(example = "2025-07-01") @Nullable LocalDate effectiveOn,
            @BeanParam PageQuery page) {
        String[] filters = {act, String.valueOf(effectiveOn)};
        List<ChangeView> found = repository.list(
                Filters.text("act", act),
                Filters.day("effectiveOn", effectiveOn),
                Filters.after(page.after(filters), ChangeRepository.Seen::of),
                page.size() + 1);
        return page.page(
                found,
                change -> List.of(change.effectiveOn().toString(), change.id().toString()),
                filters);
    }
}
