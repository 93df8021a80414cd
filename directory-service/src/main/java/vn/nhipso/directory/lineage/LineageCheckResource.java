package vn.nhipso.directory.lineage;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.Filters;
import vn.nhipso.directory.unit.Revalidated;
import vn.nhipso.directory.unit.UnitCode;
import vn.nhipso.directory.unit.Units;
import vn.nhipso.directory.unit.When;
import vn.nhipso.kit.paging.Page;
import vn.nhipso.kit.paging.PageQuery;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemError;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;

/** Whether nothing was forgotten on the day of a reorganisation. */
@Path("/v1/lineage-checks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Lineage")
class LineageCheckResource {

    private static final String EXAMPLE = """
            {"effectiveOn": "2025-07-01", "within": "VN", "items": [
              {"level": "PROVINCE", "before": 63, "after": 34, "continued": 11, "succeeded": 52, "divided": 0, "endedWithoutSuccessor": 0, "successorUnknown": 0, "withoutPredecessor": 0},
              {"level": "DISTRICT", "before": 696, "after": 0, "continued": 0, "succeeded": 5, "divided": 0, "endedWithoutSuccessor": 691, "successorUnknown": 0, "withoutPredecessor": 0},
              {"level": "COMMUNE", "before": 10035, "after": 3321, "continued": 133, "succeeded": 9462, "divided": 440, "endedWithoutSuccessor": 0, "successorUnknown": 0, "withoutPredecessor": 0}],
             "problems": [{"code": "00136", "fullName": "Phường Phúc Lợi", "level": "COMMUNE", "what": "PART_ALONE"}], "problemCount": 1}
            """;

    private final LineageCheckRepository checks;
    private final Units units;

    LineageCheckResource(LineageCheckRepository checks, Units units) {
        this.checks = checks;
        this.units = units;
    }

    @GET
    @Revalidated
    @Operation(
            operationId = "checkLineage",
            summary = "What became of the units of the day before, and what those of the day were made of",
            description =
                    "For every level: how many units lived on, went into one other, were divided, ended without a successor, or went nobody knows where; and how many"
                            + " of the day have no predecessor. `problems` names what a reorganisation must not leave: communes and provinces without a"
                            + " successor, units without a predecessor, contradicting or missing parts. Districts that ended without a successor are only counted.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = LineageCheckView.class),
                            examples = @ExampleObject(name = "1 July 2025", value = EXAMPLE)))
    @APIResponse(
            responseCode = "404",
            description = "UNIT_NOT_FOUND: nobody bears the code `within` on that day or the day before")
    public LineageCheckView check(
            @QueryParam("effectiveOn")
                    @Parameter(description = "The day of the reorganisation", required = true, example = "2025-07-01")
                    @Nullable LocalDate effectiveOn,
            @QueryParam("within")
                    @Parameter(
                            description =
                                    "Only the unit that bears this code on that day, with all below it and what they were made of; or, if it ended that day,"
                                            + " with what became of it",
                            example = "82")
                    @Nullable String within,
            @BeanParam PageQuery page) {
        LocalDate day = required(Filters.day("effectiveOn", effectiveOn));
        String code = within(within, day);
        List<LineageCheckRepository.Counted> levels = checks.levels(day, code);
        String[] filters = {day.toString(), code};
        Page<LineageCheckView.Problem> problems = page.page(
                checks.problems(day, code, page.after(filters), page.size() + 1),
                problem -> List.of(problem.code(), problem.what().name()),
                filters);
        return new LineageCheckView(
                day,
                code,
                levels.stream().map(LineageCheckRepository.Counted::level).toList(),
                problems.items(),
                levels.isEmpty() ? 0 : levels.getFirst().problems(),
                problems.next());
    }

    private String within(@Nullable String within, LocalDate day) {
        if (within == null || within.equals(UnitCode.ROOT)) {
            return UnitCode.ROOT;
        }
        When dayBefore = new When(day.minusDays(1), null);
        return units.find(within, dayBefore)
                .orElseGet(() -> units.require(within, new When(day, null)))
                .code();
    }

    private static LocalDate required(@Nullable LocalDate day) {
        if (day == null) {
            Text detail = new Text("Thiếu effectiveOn.", "effectiveOn is missing.");
            throw new ProblemException(KitProblem.INVALID_PARAMETER, detail)
                    .withErrors(List.of(ProblemError.at("effectiveOn", KitProblem.INVALID_PARAMETER.name(), detail)));
        }
        return day;
    }
}
