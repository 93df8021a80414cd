package vn.nhipso.reporting.explanation;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
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
import vn.nhipso.reporting.explanation.ExplanationService.Asked;
import vn.nhipso.reporting.known.KnowledgeQuery;
import vn.nhipso.reporting.known.KnownMoments;
import vn.nhipso.reporting.rollup.Scope;
import vn.nhipso.reporting.rollup.ValidAt;

/** Where a figure comes from. */
@Path("/v1/explanations")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Explanations", description = "Where a figure comes from, to the last measurement")
public class ExplanationResource {

    private final ExplanationService service;
    private final KnownMoments moments;

    ExplanationResource(ExplanationService service, KnownMoments moments) {
        this.service = service;
        this.moments = moments;
    }

    @GET
    @Operation(
            operationId = "getExplanation",
            summary = "What a number is made of",
            description =
                    "The published figures that make the number, with their revisions: added up they give it again. Beside them all units that gave"
                            + " nothing, and every figure at or below the unit that is not in the number, each with its reason. A stated figure that was"
                            + " chosen is one contribution and stands for all below it.")
    @APIResponse(responseCode = "200", description = "The explanation")
    @APIResponse(
            responseCode = "400",
            description = "INVALID_PARAMETER, UNKNOWN_PARAMETER, TOO_MANY_ITEMS, AS_OF_IN_FUTURE")
    @APIResponse(responseCode = "404", description = "INDICATOR_NOT_FOUND, UNIT_NOT_FOUND")
    @APIResponse(
            responseCode = "503",
            description = "SEQUENCE_NOT_REACHED, AS_OF_NOT_SETTLED, TOOK_TOO_LONG, with Retry-After")
    public ExplanationView get(
            @Parameter(description = "Code of the indicator", example = "DG01", required = true)
                    @QueryParam("indicator")
                    @Nullable String indicator,
            @Parameter(
                            description = "Code of the unit, read on `validAt`, else on the closing day",
                            example = "870",
                            required = true)
                    @QueryParam("unit")
                    @Nullable String unit,
            @Parameter(description = "Period", example = "2022-H1", required = true) @QueryParam("period") @Nullable Period period,
            @Parameter(description = "Which figure of the unit") @QueryParam("scope") @DefaultValue("WHOLE")
                    Scope scope,
            @Parameter(description = "The day on whose hierarchy it is read; the closing day of the period by default")
                    @QueryParam("validAt")
                    @Nullable LocalDate validAt,
            @BeanParam KnowledgeQuery knowledge) {
        ValidAt.require(validAt);
        Asked asked = new Asked(
                needed("indicator", indicator),
                needed("unit", unit),
                needed("period", period),
                scope,
                validAt,
                moments.of(knowledge));
        return service.explain(asked, knowledge.minSequence());
    }

    private static <T> T needed(String parameter, @Nullable T value) {
        if (value == null) {
            Text detail = Text.of("Cần tham số %s.", "The parameter %s is needed.", parameter);
            throw new ProblemException(KitProblem.INVALID_PARAMETER, detail)
                    .withErrors(List.of(ProblemError.at(parameter, KitProblem.INVALID_PARAMETER.name(), detail)));
        }
        return value;
    }
}
