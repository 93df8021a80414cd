package vn.nhipso.reporting.reconciliation;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.paging.Page;
import vn.nhipso.kit.paging.PageQuery;
import vn.nhipso.kit.period.Period;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemError;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.reporting.catalogue.Level;
import vn.nhipso.reporting.rollup.Scope;

/** Where what units say of themselves and what is added up below them differ. */
@Path("/v1/reconciliations")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Reconciliations", description = "Stated figures held against what is added up below them")
public class ReconciliationResource {

    private final ReconciliationService service;

    ReconciliationResource(ReconciliationService service) {
        this.service = service;
    }

    @GET
    @Operation(
            operationId = "listReconciliations",
            summary = "Where stated figures and sums differ",
            description =
                    "Of a unit (`unit`), of it and all below it (`descendants`), or of the units of a `level` at or below `within`, in periods that"
                            + " somebody reported. First the differences of complete sums, largest first; then incomplete sums that are already more than"
                            + " what is stated; then those of which nothing can be said yet.")
    @APIResponse(responseCode = "200", description = "The differences")
    @APIResponse(responseCode = "400", description = "INVALID_PARAMETER, UNKNOWN_PARAMETER, INVALID_CURSOR")
    @APIResponse(
            responseCode = "404",
            description = "UNIT_NOT_FOUND: no unit bears the code on the last day of any of the periods")
    @APIResponse(responseCode = "503", description = "SEQUENCE_NOT_REACHED, TOOK_TOO_LONG, with Retry-After")
    public Page<ReconciliationView> list(
            @Parameter(description = "Code of the unit", example = "934") @QueryParam("unit") @Nullable String unit,
            @Parameter(description = "Period; repeatable", example = "2022-YTD09", required = true)
                    @QueryParam("period")
                    List<Period> periods,
            @Parameter(description = "Only these indicators; repeatable", example = "DG01") @QueryParam("indicator")
                    List<String> indicators,
            @Parameter(description = "Only this figure: CHILDREN or WHOLE") @QueryParam("scope") @Nullable Scope scope,
            @Parameter(description = "Only units of this level; with it `within` may stand instead of `unit`")
                    @QueryParam("level")
                    @Nullable Level level,
            @Parameter(
                            description = "With `level`: at or below this unit; the whole country by default",
                            example = "93")
                    @QueryParam("within")
                    @Nullable String within,
            @Parameter(description = "With `unit`: those of all units below it, too")
                    @QueryParam("descendants")
                    @DefaultValue("false")
                    boolean descendants,
            @Parameter(description = "Only differences of this kind; repeatable") @QueryParam("kind")
                    List<Finding> kinds,
            @Parameter(description = "What makes a difference a large one")
                    @QueryParam("sort")
                    @DefaultValue("RELATIVE")
                    Sorting sort,
            @Parameter(description = "Waits up to 2 s until this sequence is applied; repeatable")
                    @QueryParam("minSequence")
                    List<String> minSequence,
            @BeanParam PageQuery paging) {
        require(!periods.isEmpty(), "period", "Cần ít nhất một period.", "At least one period is needed.");
        require(
                (unit == null) == (level != null),
                "unit",
                "Cần hoặc unit, hoặc level (cùng within).",
                "Either unit or level (with within) is needed.");
        require(level != null || within == null, "within", "within chỉ đi cùng level.", "within needs level.");
        require(scope != Scope.OWN, "scope", "scope là CHILDREN hoặc WHOLE.", "scope is CHILDREN or WHOLE.");
        ReconciliationQuery query = new ReconciliationQuery(
                unit == null ? Objects.requireNonNullElse(within, "VN") : unit,
                unit == null || descendants,
                level,
                periods.stream().distinct().sorted().toList(),
                indicators,
                scope,
                kinds,
                sort);
        return service.of(query, paging, minSequence);
    }

    private static void require(boolean met, String parameter, String vi, String en) {
        if (!met) {
            Text detail = new Text(vi, en);
            throw new ProblemException(KitProblem.INVALID_PARAMETER, detail)
                    .withErrors(List.of(ProblemError.at(parameter, KitProblem.INVALID_PARAMETER.name(), detail)));
        }
    }
}
