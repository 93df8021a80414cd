package vn.nhipso.directory.committee;

import jakarta.annotation.security.RolesAllowed;
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
import vn.nhipso.directory.Ending;
import vn.nhipso.directory.Filters;
import vn.nhipso.directory.Once;
import vn.nhipso.directory.Recorded;
import vn.nhipso.directory.Tagged;
import vn.nhipso.kit.paging.Page;
import vn.nhipso.kit.paging.PageQuery;
import vn.nhipso.kit.security.Caller;
import vn.nhipso.kit.security.Roles;

/** Steering committees. */
@Path(CommitteeResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Committees", description = "Steering committees; who sits in them is named by public decisions.")
class CommitteeResource {

    static final String PATH = "/v1/committees";

    private final CommitteeService service;
    private final CommitteeReader reader;
    private final Once once;
    private final Caller caller;

    CommitteeResource(CommitteeService service, CommitteeReader reader, Once once, Caller caller) {
        this.service = service;
        this.reader = reader;
        this.once = once;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({Roles.STEWARD, Roles.REPORTER})
    @Operation(operationId = "registerCommittee", summary = "Enter a committee")
    public RestResponse<Recorded> register(
            RegisterCommittee committee, @HeaderParam("Idempotency-Key") @Nullable String key) {
        return once.create(
                        new Once.Request(key, caller.name(), PATH, Filters.body(committee)),
                        Recorded.class,
                        () -> service.register(committee, caller),
                        recorded -> PATH + "/" + recorded.id())
                .answer();
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getCommittee", summary = "A committee")
    public RestResponse<CommitteeView> get(@PathParam("id") UUID id, @Context Request request) {
        return Tagged.answer(request, reader.get(id));
    }

    @GET
    @Operation(operationId = "listCommittees", summary = "Committees, in the order of recording")
    public Page<CommitteeView> list(
            @QueryParam("unit") @Parameter(description = "Of this unit itself", example = "870") @Nullable String unit,
            @QueryParam("within") @Parameter(description = "Of this unit or one below it") @Nullable String within,
            @QueryParam("validAt") @Parameter(description = "Existing, and there, on this day") @Nullable LocalDate validAt,
            @BeanParam PageQuery page) {
        String[] filters = {unit, within, String.valueOf(validAt)};
        UUID after = Filters.afterId(page.after(filters));
        List<CommitteeView> found = reader.list(
                Filters.text("unit", unit),
                Filters.text("within", within),
                Filters.day("validAt", validAt),
                after,
                page.size() + 1);
        return page.page(found, committee -> List.of(committee.id().toString()), filters);
    }

    @POST
    @Path("/{id}/end")
    @RolesAllowed({Roles.STEWARD, Roles.REPORTER})
    @Operation(
            operationId = "endCommittee",
            summary = "End a committee",
            description = "`on` is the day after its last.")
    public Recorded end(@PathParam("id") UUID id, Ending ending) {
        return service.end(id, Filters.body(ending).day(), caller);
    }
}
