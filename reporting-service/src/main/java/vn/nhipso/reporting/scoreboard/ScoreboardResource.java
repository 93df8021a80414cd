package vn.nhipso.reporting.scoreboard;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.period.Period;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemError;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.reporting.known.KnowledgeQuery;
import vn.nhipso.reporting.known.KnownMoments;
import vn.nhipso.reporting.rollup.ValidAt;

/** Everything a portal page needs to say about a unit, in one call. */
@Path("/v1/scoreboards")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Scoreboards", description = "A unit against its targets, last year and its peers")
public class ScoreboardResource {

    private final ScoreboardService service;
    private final KnownMoments moments;

    ScoreboardResource(ScoreboardService service, KnownMoments moments) {
        this.service = service;
        this.moments = moments;
    }

    @GET
    @Path("/{unit}")
    @Operation(
            operationId = "getScoreboard",
            summary = "Scoreboard of a unit",
            description =
                    "Every indicator with a figure, a statement or a target at the unit, by pillar and code. A unit without a target of its own has that"
                            + " of the nearest unit above (`inheritedFrom`); a target of exactly the period wins over one of a longer period that contains it."
                            + " With `validAt` the unit, last year and its peers are those of that day, to which figures are carried along lineage; targets are"
                            + " those of the unit that held the same people; a province has no rank then.")
    @APIResponse(responseCode = "200", description = "The scoreboard")
    @APIResponse(responseCode = "400", description = "INVALID_PARAMETER, UNKNOWN_PARAMETER, AS_OF_IN_FUTURE")
    @APIResponse(responseCode = "404", description = "UNIT_NOT_FOUND: no unit bears the code on that day")
    @APIResponse(
            responseCode = "503",
            description = "SEQUENCE_NOT_REACHED, AS_OF_NOT_SETTLED, TOOK_TOO_LONG, with Retry-After")
    public ScoreboardView get(
            @Parameter(
                            description = "Code of the unit, read on `validAt`, else on the last day of the period",
                            example = "870")
                    @PathParam("unit")
                    String unit,
            @Parameter(description = "Period", example = "2022-H1", required = true) @QueryParam("period") @Nullable Period period,
            @Parameter(
                            description =
                                    "The day on whose hierarchy it is read; the last day of the period by default",
                            example = "2025-07-01")
                    @QueryParam("validAt")
                    @Nullable LocalDate validAt,
            @Parameter(description = "Adds the indicators of which nothing is known")
                    @QueryParam("all")
                    @DefaultValue("false")
                    boolean all,
            @BeanParam KnowledgeQuery knowledge) {
        if (period == null) {
            Text detail = new Text("Cần tham số period.", "The parameter period is needed.");
            throw new ProblemException(KitProblem.INVALID_PARAMETER, detail)
                    .withErrors(List.of(ProblemError.at("period", KitProblem.INVALID_PARAMETER.name(), detail)));
        }
        ValidAt.require(validAt);
        return service.of(unit, period, validAt, all, moments.of(knowledge), knowledge.minSequence());
    }
}
