package vn.nhipso.indicator.measurement;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.IndicatorProblem;
import vn.nhipso.indicator.figure.Scope;
import vn.nhipso.indicator.insight.Insights;
import vn.nhipso.kit.paging.Page;
import vn.nhipso.kit.paging.PageQuery;
import vn.nhipso.kit.period.Period;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemError;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.kit.security.Caller;

@Path("/v1/measurements")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Measurements", description = "What was reported")
class MeasurementResource {

    private static final int KEY_PARTS = 4;

    private final MeasurementQuery measurements;
    private final Insights insights;
    private final Settlement settlement;
    private final Caller caller;
    private final Clock clock;

    MeasurementResource(
            MeasurementQuery measurements, Insights insights, Settlement settlement, Caller caller, Clock clock) {
        this.measurements = measurements;
        this.insights = insights;
        this.settlement = settlement;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "Read measurements",
            description =
                    "What stands, in the order of unit, period, indicator and scope; every filter may be given several times. A scope of WHOLE also"
                            + " finds the OWN of the lowest level that reports, which is its WHOLE. Published values are open; first values that wait for"
                            + " publication (`published` false) are shown to reporters, approvers and stewards within the subtree of their unit. A correction that waits shows in the revisions only: until then the old"
                            + " value stands.")
    @APIResponse(responseCode = "200", description = "An empty list when nothing is known")
    @APIResponse(
            responseCode = "400",
            description = "INVALID_PARAMETER, UNKNOWN_PARAMETER, INVALID_CURSOR, AS_OF_NOT_SETTLED")
    public Page<MeasurementView> list(
            @QueryParam("indicator") @Parameter(example = "DG01") List<String> indicator,
            @QueryParam("unit") @Parameter(example = "870") List<String> unit,
            @QueryParam("period") @Parameter(description = "Either spelling", example = "2022-H1") List<Period> period,
            @QueryParam("scope") List<Scope> scope,
            @QueryParam("asOf")
                    @Parameter(
                            description = "As it was known at that moment (RFC 3339)",
                            example = "2024-04-20T00:00:00Z")
                    @Nullable String asOf,
            @BeanParam PageQuery page) {
        List<String> periods = period.stream().map(Period::toString).toList();
        String[] filters = {
            indicator.toString(), unit.toString(), periods.toString(), scope.toString(), String.valueOf(asOf)
        };
        List<String> after = page.after(filters);
        if (!after.isEmpty() && after.size() != KEY_PARTS) {
            throw new ProblemException(KitProblem.INVALID_CURSOR, KitProblem.INVALID_CURSOR.title());
        }
        MeasurementFilter filter = new MeasurementFilter(
                indicator, unit, periods, scope, null, moment(asOf), insights.of(caller, unit, periods));
        List<MeasurementView> found = measurements.list(filter, after, page.size() + 1);
        return page.page(found, MeasurementResource::key, filters);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Read one measurement")
    @APIResponse(responseCode = "404", description = "MEASUREMENT_NOT_FOUND")
    public MeasurementView read(@PathParam("id") String id) {
        return measurements
                .list(
                        MeasurementFilter.ofId(MeasurementId.parse(id), insights.of(caller, List.of(), List.of())),
                        List.of(),
                        1)
                .stream()
                .findFirst()
                .orElseThrow(() -> MeasurementId.notFound(id));
    }

    private @Nullable Instant moment(@Nullable String asOf) {
        if (asOf == null) {
            return null;
        }
        try {
            Instant moment = OffsetDateTime.parse(asOf).toInstant();
            return moment.isBefore(Instant.EPOCH) ? Instant.EPOCH : settled(moment);
        } catch (DateTimeParseException malformed) {
            Text detail = new Text(
                    "asOf là thời điểm dạng 2024-04-20T00:00:00Z.", "asOf is a moment such as 2024-04-20T00:00:00Z.");
            throw new ProblemException(KitProblem.INVALID_PARAMETER, detail)
                    .withErrors(List.of(ProblemError.at("asOf", KitProblem.INVALID_PARAMETER.name(), detail)));
        }
    }

    private Instant settled(Instant moment) {
        if (moment.isAfter(clock.instant())) {
            throw new ProblemException(
                    IndicatorProblem.AS_OF_NOT_SETTLED,
                    Text.of("Chưa biết gì về thời điểm %s.", "Nothing is known of %s yet.", moment));
        }
        if (!settlement.isSettled(moment)) {
            throw new ProblemException(
                    IndicatorProblem.AS_OF_NOT_SETTLED,
                    Text.of(
                            "Thời điểm %s chưa chốt: còn số liệu đang được ghi; hãy gửi lại.",
                            "%s is not settled yet: measurements are still being written; ask again.", moment));
        }
        return moment;
    }

    private static List<String> key(MeasurementView view) {
        return List.of(
                view.unit(), view.period(), view.indicator(), view.scope().name());
    }
}
