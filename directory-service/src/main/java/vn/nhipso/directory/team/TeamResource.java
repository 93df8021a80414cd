package vn.nhipso.directory.team;

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
import vn.nhipso.directory.unit.Level;
import vn.nhipso.kit.paging.Page;
import vn.nhipso.kit.paging.PageQuery;
import vn.nhipso.kit.security.Caller;
import vn.nhipso.kit.security.Roles;

/** Teams and their members. */
@Path(TeamResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(
        name = "Teams",
        description =
                "Community digital-technology teams. Names and phone numbers of members are shown only to the steward and the reporter"
                        + " of the team's own unit.")
class TeamResource {

    static final String PATH = "/v1/teams";

    private final TeamService service;
    private final MemberService memberService;
    private final TeamReader reader;
    private final Once once;
    private final Caller caller;

    TeamResource(TeamService service, MemberService memberService, TeamReader reader, Once once, Caller caller) {
        this.service = service;
        this.memberService = memberService;
        this.reader = reader;
        this.once = once;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({Roles.STEWARD, Roles.REPORTER})
    @Operation(
            operationId = "registerTeam",
            summary = "Enter a team",
            description =
                    "`unit` is read on `validFrom` if given, else today, else on the last day the code lived, so that a team of a unit that is"
                            + " no more can be entered; it then goes with the population to the successor.")
    public RestResponse<Recorded> register(RegisterTeam team, @HeaderParam("Idempotency-Key") @Nullable String key) {
        return once.create(
                        new Once.Request(key, caller.name(), PATH, Filters.body(team)),
                        Recorded.class,
                        () -> service.register(team, caller),
                        recorded -> PATH + "/" + recorded.id())
                .answer();
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getTeam", summary = "A team")
    public RestResponse<TeamView> get(@PathParam("id") UUID id, @Context Request request) {
        return Tagged.answer(request, reader.get(id, caller));
    }

    @GET
    @Operation(
            operationId = "listTeams",
            summary = "Teams, in the order of recording; a filter that is absent narrows nothing")
    public Page<TeamView> list(
            @QueryParam("unit") @Parameter(description = "At this unit itself", example = "15655-01") @Nullable String unit,
            @QueryParam("within") @Parameter(description = "At this unit or below it", example = "38") @Nullable String within,
            @QueryParam("kind") @Nullable TeamKind kind,
            @QueryParam("level") @Nullable Level level,
            @QueryParam("validAt") @Parameter(description = "Existing, and there, on this day") @Nullable LocalDate validAt,
            @BeanParam PageQuery page) {
        TeamReader.Question question = new TeamReader.Question(
                Filters.text("unit", unit),
                Filters.text("within", within),
                Filters.day("validAt", validAt),
                kind,
                level);
        String[] filters = {question.toString()};
        UUID after = Filters.afterId(page.after(filters));
        List<TeamView> found = reader.list(question, after, page.size() + 1);
        return page.page(found, team -> List.of(team.id().toString()), filters);
    }

    @POST
    @Path("/{id}/end")
    @RolesAllowed({Roles.STEWARD, Roles.REPORTER})
    @Operation(operationId = "endTeam", summary = "End a team", description = "`on` is the day after its last.")
    public Recorded end(@PathParam("id") UUID id, Ending ending) {
        return service.end(id, Filters.body(ending).day(), caller);
    }

    @POST
    @Path("/{id}/members")
    @RolesAllowed({Roles.STEWARD, Roles.REPORTER})
    @Operation(operationId = "addTeamMember", summary = "Enter a member")
    public RestResponse<Recorded> join(
            @PathParam("id") UUID id, RegisterMember member, @HeaderParam("Idempotency-Key") @Nullable String key) {
        String path = PATH + "/" + id + "/members";
        return once.create(
                        new Once.Request(key, caller.name(), path, Filters.body(member)),
                        Recorded.class,
                        () -> memberService.join(id, member, caller),
                        recorded -> path + "/" + recorded.id())
                .answer();
    }

    @POST
    @Path("/{id}/members/{member}/end")
    @RolesAllowed({Roles.STEWARD, Roles.REPORTER})
    @Operation(
            operationId = "endTeamMember",
            summary = "End a membership",
            description = "`on` is the day after its last.")
    public Recorded leave(@PathParam("id") UUID id, @PathParam("member") UUID member, Ending ending) {
        return memberService.leave(id, member, Filters.body(ending).day(), caller);
    }
}
