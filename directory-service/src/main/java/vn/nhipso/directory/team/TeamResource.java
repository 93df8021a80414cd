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

    private static final String DECISION = """
            {"decision": {"number": "12/QĐ-UBND", "issuer": "Ủy ban nhân dân xã Ngọc Phụng", "issuedOn": "2022-09-30"}}
            """;

    private final TeamService service;
    private final TeamMoveService moves;
    private final TeamReader reader;
    private final Once once;
    private final Caller caller;

    TeamResource(TeamService service, TeamMoveService moves, TeamReader reader, Once once, Caller caller) {
        this.service = service;
        this.moves = moves;
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
    public RestResponse<TeamView> get(
            @PathParam("id") UUID id,
            @QueryParam("validAt")
                    @Parameter(description = "On which day members are counted; today, or its last day, when absent")
                    @Nullable LocalDate validAt,
            @Context Request request) {
        return Tagged.answer(request, reader.get(id, Filters.day("validAt", validAt), caller));
    }

    @PATCH
    @Path("/{id}")
    @RolesAllowed({Roles.STEWARD, Roles.REPORTER})
    @Operation(
            operationId = "amendTeam",
            summary = "Alter name, level or founding decision of a team",
            description = "If-Match takes the ETag of the team as this caller reads it, without `validAt`.")
    public RestResponse<Recorded> amend(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = TeamPatch.class),
                                            examples =
                                                    @ExampleObject(name = "Its decision was found", value = DECISION)))
                    TeamPatch patch) {
        Recorded recorded = service.amend(id, Filters.body(patch), new Precondition(ifMatch), caller);
        return Tagged.edited(recorded, reader.state(id, caller));
    }

    @GET
    @Operation(
            operationId = "listTeams",
            summary = "Teams, in the order of recording; a filter that is absent narrows nothing")
    public Page<TeamView> list(
            @QueryParam("unit") @Parameter(description = "At this unit itself", example = "15655-01") @Nullable String unit,
            @QueryParam("within") @Parameter(description = "At this unit or below it", example = "38") @Nullable String within,
            @QueryParam("q")
                    @Parameter(description = "Words of the name, with or without diacritics", example = "cong nghe so")
                    @Nullable String words,
            @QueryParam("kind") @Nullable TeamKind kind,
            @QueryParam("level") @Nullable Level level,
            @QueryParam("validAt")
                    @Parameter(
                            description =
                                    "Existing, and there, on this day; without it each in its own time: today, or its last day")
                    @Nullable LocalDate validAt,
            @BeanParam PageQuery page) {
        TeamReader.Question question = new TeamReader.Question(
                Filters.text("unit", unit),
                Filters.text("within", within),
                Filters.day("validAt", validAt),
                kind,
                level,
                Filters.text("q", words));
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
    @Path("/{id}/reopening")
    @RolesAllowed({Roles.STEWARD, Roles.REPORTER})
    @Operation(
            operationId = "reopenTeam",
            summary = "Take the end of a team back",
            description =
                    "The team goes on from where it was last, and with the population where that unit has ended since. Memberships that ended stay ended.")
    public Recorded reopen(@PathParam("id") UUID id) {
        return service.reopen(id, caller);
    }

    @POST
    @Path("/{id}/moves")
    @RolesAllowed({Roles.STEWARD, Roles.REPORTER})
    @Operation(
            operationId = "moveTeam",
            summary = "Move a team to another unit",
            description =
                    "For a team whose unit was divided, so that nobody could know where it went, or that was entered at the wrong unit. What was planned for"
                            + " it from that day on is replaced; from its new unit it goes on with the population. Rights over both units are needed.")
    public Recorded move(@PathParam("id") UUID id, TeamMove move) {
        return moves.move(id, Filters.body(move), caller);
    }
}
