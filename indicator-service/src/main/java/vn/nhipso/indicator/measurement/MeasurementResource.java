package vn.nhipso.indicator.measurement;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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

    private static final String EXAMPLE_ID = "0198c3a0-0000-7000-8000-000000000031";

    private final MeasurementQuery measurements;
    private final Measurements byId;
    private final Insights insights;
    private final Settlement settlement;
    private final Caller caller;
    private final Clock clock;

    MeasurementResource(
            MeasurementQuery measurements,
            Measurements byId,
            Insights insights,
            Settlement settlement,
            Caller caller,
            Clock clock) {
        this.measurements = measurements;
        this.byId = byId;
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
            description = "INVALID_PARAMETER, UNKNOWN_PARAMETER, INVALID_CURSOR, AS_OF_IN_FUTURE")
    @APIResponse(
            responseCode = "503",
            description =
                    "AS_OF_NOT_SETTLED: measurements of that moment are still being written; Retry-After says when to ask again")
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
                indicator, unit, periods, scope, moment(asOf), insights.of(caller, unit, periods));
        List<MeasurementView> found = measurements.list(filter, after, page.size() + 1);
        return page.page(found, MeasurementResource::key, filters);
    }

    @GET
    @Path("{id}")
    @Operation(
            summary = "Read one measurement",
            description =
                    "What stands. Its ETag is the newest revision that you may see: name it in If-Match to alter or withdraw the value. Who sees what is"
                            + " not published gets what waits behind it as `waiting`.")
    @APIResponse(
            responseCode = "200",
            description = "With its ETag",
            content = @Content(schema = @Schema(implementation = MeasurementView.class)))
    @APIResponse(responseCode = "404", description = "MEASUREMENT_NOT_FOUND, MEASUREMENT_WITHDRAWN")
    public Response read(@PathParam("id") @Parameter(example = EXAMPLE_ID) String id) {
        PresentMeasurement present = byId.findStanding(id, caller);
        return Response.ok(present.view()).tag(new EntityTag(present.etag())).build();
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
                    IndicatorProblem.AS_OF_IN_FUTURE,
                    Text.of("Chưa biết gì về thời điểm %s.", "Nothing is known of %s yet.", moment));
        }
        if (!settlement.isSettled(moment)) {
            throw new ProblemException(
                            IndicatorProblem.AS_OF_NOT_SETTLED,
                            Text.of(
                                    "Thời điểm %s chưa chốt: còn số liệu đang được ghi; hãy gửi lại.",
                                    "%s is not settled yet: measurements are still being written; ask again.", moment))
                    .withRetryAfter(1);
        }
        return moment;
    }

    private static List<String> key(MeasurementView view) {
        return List.of(
                view.unit(), view.period(), view.indicator(), view.scope().name());
    }
}
