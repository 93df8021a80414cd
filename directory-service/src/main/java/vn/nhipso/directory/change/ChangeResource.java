package vn.nhipso.directory.change;

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
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.Filters;
import vn.nhipso.directory.Once;
import vn.nhipso.directory.Tagged;
import vn.nhipso.kit.paging.Page;
import vn.nhipso.kit.paging.PageQuery;
import vn.nhipso.kit.security.Caller;
import vn.nhipso.kit.security.Roles;

/** Changes of the hierarchy. */
@Path(ChangeResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Changes", description = "Legal acts that end, begin or alter units on a date.")
class ChangeResource {

    static final String PATH = "/v1/unit-changes";

    private static final String EXAMPLE = """
            {"kind": "MERGE", "effectiveOn": "2025-07-01",
             "act": {"number": "1663/NQ-UBTVQH15", "issuer": "Ủy ban Thường vụ Quốc hội", "issuedOn": "2025-06-16"},
             "ends": ["30010", "30013"],
             "begins": [{"code": "30010", "name": "Tam Nông", "fullName": "Xã Tam Nông", "type": "xã", "level": "COMMUNE", "parentCode": "82"}],
             "lineage": [{"from": "30010", "to": "30010", "area": "WHOLE", "population": "WHOLE"},
                         {"from": "30013", "to": "30010", "area": "WHOLE", "population": "WHOLE"}]}
            """;

    private final ChangeService service;
    private final WithdrawalService withdrawals;
    private final ChangeRepository repository;
    private final Once once;
    private final Caller caller;

    ChangeResource(
            ChangeService service,
            WithdrawalService withdrawals,
            ChangeRepository repository,
            Once once,
            Caller caller) {
        this.service = service;
        this.withdrawals = withdrawals;
        this.repository = repository;
        this.once = once;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Roles.STEWARD)
    @Operation(
            operationId = "recordChange",
            summary = "Record a change",
            description =
                    "Units that end, begin or alter on one day by one act: applied whole or not at all. `dryRun=true` works it out and answers 200"
                            + " without effect. Hamlets, teams and committees of a commune that ends follow its population. The same change"
                            + " sent again is 409 CHANGE_ALREADY_RECORDED with the `id` of the first.")
    public RestResponse<ChangeService.Recorded> record(
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = RegisterChange.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "Two communes become one that uses a code again",
                                                            value = EXAMPLE)))
                    RegisterChange change,
            @QueryParam("dryRun")
                    @Parameter(schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    @Nullable String dryRun,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        RegisterChange sent = Filters.body(change);
        if (Filters.flag("dryRun", dryRun)) {
            return RestResponse.ok(service.tryOut(sent, caller));
        }
        return once.create(
                        new Once.Request(key, caller.name(), PATH, sent),
                        ChangeService.Recorded.class,
                        () -> service.record(sent, caller),
                        recorded -> PATH + "/" + recorded.id())
                .answer();
    }

    @POST
    @Path("/{id}/withdrawal")
    @RolesAllowed(Roles.STEWARD)
    @Operation(
            operationId = "withdrawChange",
            summary = "Take a change back",
            description =
                    "For a change that should never have been recorded as it was (a wrong day, a wrong code): the record becomes what it would be"
                            + " without it, hamlets, teams and committees included, and what was believed meanwhile stays readable with `asOf`."
                            + " It is a change itself, of kind WITHDRAWAL on the same day. 409 CHANGE_BUILT_UPON names the later changes that"
                            + " have to be withdrawn first, 409 CHANGE_WITHDRAWN says that it has been already.")
    public RestResponse<ChangeService.Recorded> withdraw(
            @PathParam("id") UUID id, WithdrawChange withdrawal, @HeaderParam("Idempotency-Key") @Nullable String key) {
        WithdrawChange sent = Filters.body(withdrawal);
        return once.create(
                        new Once.Request(key, caller.name(), PATH + "/" + id + "/withdrawal", sent),
                        ChangeService.Recorded.class,
                        () -> withdrawals.withdraw(id, sent, caller),
                        recorded -> PATH + "/" + recorded.id())
                .answer();
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getChange", summary = "A recorded change with all it did")
    public RestResponse<ChangeView> get(@PathParam("id") UUID id, @Context Request request) {
        ChangeView change = repository.find(id).orElseThrow(() -> ChangeRepository.notFound(id));
        return Tagged.answer(request, change);
    }

    @GET
    @Operation(operationId = "listChanges", summary = "Recorded changes, by the day of effect")
    public Page<ChangeView> list(
            @QueryParam("act")
                    @Parameter(
                            description = "Number of the act, or of the instrument of one of its edges",
                            example = "1663/NQ-UBTVQH15")
                    @Nullable String act,
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
