package vn.nhipso.directory.committee;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.Ending;
import vn.nhipso.directory.Filters;
import vn.nhipso.directory.Once;
import vn.nhipso.directory.Precondition;
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

    private static final String DECISION = """
            {"decision": {"number": "25/QĐ-BCĐ", "issuer": "Ủy ban nhân dân xã Ngọc Phụng", "issuedOn": "2022-05-20"}}
            """;
    private static final String OFFICE = """
            {"office": "Phòng Văn hóa và Thông tin", "role": "STANDING_DEPUTY", "from": "2022-05-20"}
            """;

    private final CommitteeService service;
    private final SeatService seats;
    private final CommitteeReader reader;
    private final Once once;
    private final Caller caller;

    CommitteeResource(CommitteeService service, SeatService seats, CommitteeReader reader, Once once, Caller caller) {
        this.service = service;
        this.seats = seats;
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
    public RestResponse<CommitteeView> get(
            @PathParam("id") UUID id,
            @QueryParam("validAt")
                    @Parameter(description = "Whose head and members; today's, or those of the last day, when absent")
                    @Nullable LocalDate validAt,
            @Context Request request) {
        return Tagged.answer(request, reader.get(id, Filters.day("validAt", validAt)));
    }

    @PATCH
    @Path("/{id}")
    @RolesAllowed({Roles.STEWARD, Roles.REPORTER})
    @Operation(
            operationId = "amendCommittee",
            summary = "Alter name, founding decision or note of a committee",
            description = "If-Match takes the ETag of the committee, read without `validAt`.")
    public RestResponse<Recorded> amend(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = CommitteePatch.class),
                                            examples =
                                                    @ExampleObject(name = "Its decision was found", value = DECISION)))
                    CommitteePatch patch) {
        Recorded recorded = service.amend(id, Filters.body(patch), new Precondition(ifMatch), caller);
        return Tagged.edited(recorded, reader.get(id, null));
    }

    @GET
    @Operation(operationId = "listCommittees", summary = "Committees, in the order of recording")
    public Page<CommitteeView> list(
            @QueryParam("unit") @Parameter(description = "Of this unit itself", example = "870") @Nullable String unit,
            @QueryParam("within") @Parameter(description = "Of this unit or one below it") @Nullable String within,
            @QueryParam("q") @Parameter(description = "Words of the name, with or without diacritics") @Nullable String words,
            @QueryParam("validAt")
                    @Parameter(
                            description =
                                    "Existing, and there, on this day; without it each in its own time: today, or its last day")
                    @Nullable LocalDate validAt,
            @BeanParam PageQuery page) {
        CommitteeReader.Question question = new CommitteeReader.Question(
                Filters.text("unit", unit),
                Filters.text("within", within),
                Filters.day("validAt", validAt),
                Filters.text("q", words));
        String[] filters = {question.toString()};
        List<CommitteeView> found = reader.list(question, Filters.afterId(page.after(filters)), page.size() + 1);
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

    @POST
    @Path("/{id}/members")
    @RolesAllowed({Roles.STEWARD, Roles.REPORTER})
    @Operation(
            operationId = "addCommitteeMember",
            summary = "Enter a seat: a person or an office",
            description = "One head at a time: the former head's seat is ended first.")
    public RestResponse<Recorded> take(
            @PathParam("id") UUID id,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = Seat.class),
                                            examples = @ExampleObject(name = "An office", value = OFFICE)))
                    Seat seat,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        String path = PATH + "/" + id + "/members";
        return once.create(
                        new Once.Request(key, caller.name(), path, Filters.body(seat)),
                        Recorded.class,
                        () -> seats.take(id, seat, caller),
                        recorded -> PATH + "/" + id)
                .answer();
    }

    @PATCH
    @Path("/{id}/members/{member}")
    @RolesAllowed({Roles.STEWARD, Roles.REPORTER})
    @Operation(
            operationId = "amendCommitteeMember",
            summary = "Alter a seat",
            description = "If-Match takes the ETag of the committee.")
    public RestResponse<Recorded> amend(
            @PathParam("id") UUID id,
            @PathParam("member") UUID member,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            SeatPatch patch) {
        Recorded recorded = seats.amend(id, member, Filters.body(patch), new Precondition(ifMatch), caller);
        return Tagged.edited(recorded, reader.get(id, null));
    }

    @POST
    @Path("/{id}/members/{member}/end")
    @RolesAllowed({Roles.STEWARD, Roles.REPORTER})
    @Operation(
            operationId = "endCommitteeMember",
            summary = "End a seat",
            description = "`on` is the day after its last.")
    public Recorded leave(@PathParam("id") UUID id, @PathParam("member") UUID member, Ending ending) {
        return seats.leave(id, member, Filters.body(ending).day(), caller);
    }
}
