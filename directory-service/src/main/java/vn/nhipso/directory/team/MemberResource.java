package vn.nhipso.directory.team;

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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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

/** Members of teams. */
@Path(TeamResource.PATH + "/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Teams")
class MemberResource {

    private static final String JOINS = """
            {"name": "Nguyễn Văn A", "role": "LEADER", "body": "Đoàn Thanh niên", "phone": "0900 000 000", "from": "2022-10-01"}
            """;
    private static final String NEW_ROLE = """
            {"role": "DEPUTY", "phone": null}
            """;

    private final MemberService service;
    private final ErasureService erasures;
    private final TeamReader reader;
    private final Once once;
    private final Caller caller;

    MemberResource(MemberService service, ErasureService erasures, TeamReader reader, Once once, Caller caller) {
        this.service = service;
        this.erasures = erasures;
        this.reader = reader;
        this.once = once;
        this.caller = caller;
    }

    /** Where a member is. */
    static String location(UUID team, UUID member) {
        return TeamResource.PATH + "/" + team + "/members/" + member;
    }

    @POST
    @Path("/members")
    @RolesAllowed({Roles.STEWARD, Roles.REPORTER})
    @Operation(
            operationId = "addTeamMember",
            summary = "Enter a member",
            description =
                    "Somebody who has left and joins again is entered again, from the day of the return. For those who may see personal data.")
    public RestResponse<Recorded> join(
            @PathParam("id") UUID id,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = RegisterMember.class),
                                            examples = @ExampleObject(name = "A leader", value = JOINS)))
                    RegisterMember member,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        String path = TeamResource.PATH + "/" + id + "/members";
        return once.create(
                        new Once.Request(key, caller.name(), path, Filters.body(member)),
                        Recorded.class,
                        () -> service.join(id, member, caller),
                        recorded -> location(id, recorded.id()))
                .answer();
    }

    @GET
    @Path("/members/{member}")
    @RolesAllowed({Roles.STEWARD, Roles.REPORTER})
    @Operation(
            operationId = "getTeamMember",
            summary = "A member, with personal data",
            description = "Only for the steward and the reporter of the team's own unit. The reading is logged.")
    public RestResponse<MemberView> get(
            @PathParam("id") UUID id, @PathParam("member") UUID member, @Context Request request) {
        return Tagged.answer(request, service.get(id, member, caller));
    }

    @PATCH
    @Path("/members/{member}")
    @RolesAllowed({Roles.STEWARD, Roles.REPORTER})
    @Operation(
            operationId = "amendTeamMember",
            summary = "Alter a member",
            description =
                    "If-Match takes the ETag of the member or of its team. For those who may see personal data; which of them were altered is logged.")
    public RestResponse<Recorded> amend(
            @PathParam("id") UUID id,
            @PathParam("member") UUID member,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = MemberPatch.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "Another role, and no phone number any more",
                                                            value = NEW_ROLE)))
                    MemberPatch patch) {
        Recorded recorded = service.amend(id, member, Filters.body(patch), new Precondition(ifMatch), caller);
        return Tagged.edited(recorded, service.state(id, member));
    }

    @POST
    @Path("/members/{member}/end")
    @RolesAllowed({Roles.STEWARD, Roles.REPORTER})
    @Operation(
            operationId = "endTeamMember",
            summary = "End a membership",
            description = "`on` is the day after its last.")
    public Recorded leave(@PathParam("id") UUID id, @PathParam("member") UUID member, Ending ending) {
        return service.leave(id, member, Filters.body(ending).day(), caller);
    }

    @POST
    @Path("/members/{member}/erasure")
    @RolesAllowed({Roles.STEWARD, Roles.REPORTER})
    @Operation(
            operationId = "eraseTeamMember",
            summary = "Erase name and phone number for good",
            description =
                    "In every membership of this team with the same name and no other phone number; nobody can bring them back. Memberships of other teams"
                            + " are erased there. Role, body and days stay, so that the numbers of members stay. The log keeps who asked for it, when and why. Erasing again changes nothing.")
    public Recorded erase(@PathParam("id") UUID id, @PathParam("member") UUID member, Erasure erasure) {
        return erasures.erase(id, member, Filters.body(erasure), caller);
    }

    @GET
    @Path("/contact-log")
    @RolesAllowed(Roles.STEWARD)
    @Operation(
            operationId = "readContactLog",
            summary = "Who entered, changed, read or erased personal data of this team",
            description = "In the order of events: which fields of which member, never the values.")
    public Page<ContactEntry> log(@PathParam("id") UUID id, @BeanParam PageQuery page) {
        String[] filters = {id.toString()};
        UUID after = Filters.afterId(page.after(filters));
        List<ContactEntry> found = reader.log(id, after, page.size() + 1, caller);
        return page.page(found, entry -> List.of(entry.id().toString()), filters);
    }
}
