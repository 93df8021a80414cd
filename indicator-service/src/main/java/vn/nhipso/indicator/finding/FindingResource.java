package vn.nhipso.indicator.finding;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.Languages;
import vn.nhipso.indicator.check.Oddity;
import vn.nhipso.indicator.insight.Insights;
import vn.nhipso.kit.paging.Page;
import vn.nhipso.kit.paging.PageQuery;
import vn.nhipso.kit.period.Period;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.security.Caller;

@Path("/v1/findings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Findings", description = "What is odd about accepted measurements")
class FindingResource {

    private final FindingQuery findings;
    private final Insights insights;
    private final Caller caller;

    FindingResource(FindingQuery findings, Insights insights, Caller caller) {
        this.findings = findings;
        this.insights = insights;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "List findings",
            description =
                    "In the order in which they were first recorded. STATED_PERCENT_DIFFERS: the stated percentage is not that of the counts;"
                            + " WHOLE_OUTSIDE_PARTS: a whole does not fit its parts; OFF_FREQUENCY: another period than the one due; DUPLICATE_STATEMENT: said"
                            + " twice in one request. The first two are RESOLVED by themselves when a correction comes."
                            + " Those of published figures; reporters, approvers and stewards see all within the subtree of their unit.")
    public Page<FindingView> list(
            @QueryParam("unit") @Parameter(example = "87") @Nullable String unit,
            @QueryParam("period") @Parameter(example = "2024-04-14") @Nullable Period period,
            @QueryParam("indicator") @Parameter(example = "DG04") @Nullable String indicator,
            @QueryParam("code") Oddity.@Nullable Code code,
            @QueryParam("state") FindingView.@Nullable State state,
            @BeanParam PageQuery page,
            @Context HttpHeaders headers) {
        String[] filters = {
            String.valueOf(unit),
            String.valueOf(period),
            String.valueOf(indicator),
            String.valueOf(code),
            String.valueOf(state)
        };
        List<String> after = page.after(filters);
        var filter = new FindingQuery.Filter(
                unit,
                period == null ? null : period.toString(),
                indicator,
                code,
                state,
                insights.of(
                        caller,
                        unit == null ? List.of() : List.of(unit),
                        period == null ? List.of() : List.of(period.toString())));
        List<FindingView> found = findings.list(
                filter, after.isEmpty() ? null : id(after.getFirst()), page.size() + 1, Languages.of(headers));
        return page.page(found, finding -> List.of(finding.id()), filters);
    }

    private static String id(String given) {
        try {
            return UUID.fromString(given).toString();
        } catch (IllegalArgumentException forged) {
            throw new ProblemException(KitProblem.INVALID_CURSOR, KitProblem.INVALID_CURSOR.title());
        }
    }
}
