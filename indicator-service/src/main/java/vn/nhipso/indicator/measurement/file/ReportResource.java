package vn.nhipso.indicator.measurement.file;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.nhipso.indicator.IndicatorProblem;
import vn.nhipso.indicator.Languages;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.kit.security.Caller;
import vn.nhipso.kit.security.Roles;
import vn.nhipso.kit.web.Uploads;

@Path("/v1/measurement-batches/{jobId}/report")
@Tag(name = "Measurements", description = "What was reported")
class ReportResource {

    private static final String EXAMPLE = """
            row,indicator,unit,period,scope,outcome,code,detail
            7,DG01,870,2022-H1,WHOLE,REJECTED,NUMERATOR_ABOVE_DENOMINATOR,numerator: Tử số 15684 lớn hơn mẫu số 9475.
            9,DT05,870,2022-07,CHILDREN,ACCEPTED,STATED_PERCENT_DIFFERS,"809/1644 là 49,21 %, không phải 48,62 %."
            """;

    private final ReportStore reports;
    private final Caller caller;

    ReportResource(ReportStore reports, Caller caller) {
        this.reports = reports;
        this.caller = caller;
    }

    static String path(UUID job) {
        return "/v1/measurement-batches/" + job + "/report";
    }

    @GET
    @Produces(Uploads.CSV)
    @RolesAllowed({Roles.REPORTER, Roles.APPROVER, Roles.STEWARD, Roles.OPERATOR})
    @Operation(
            operationId = "getBatchReport",
            summary = "What became of the rows of a file",
            description =
                    "Every bad row and every finding of a file that was taken in by a job, in the order of its lines. Seen by who sent the"
                            + " file and by operators; it goes with the job, after 30 days.")
    @APIResponse(
            responseCode = "200",
            description = "The report; while the job runs, what is known so far",
            content = @Content(mediaType = Uploads.CSV, examples = @ExampleObject(name = "report", value = EXAMPLE)))
    @APIResponse(responseCode = "401", description = "UNAUTHENTICATED")
    @APIResponse(responseCode = "404", description = "REPORT_NOT_FOUND")
    public Response get(@PathParam("jobId") UUID job, @Context HttpHeaders headers) {
        requireOwner(job);
        Locale language = Languages.of(headers);
        StreamingOutput report = out -> new ReportWriter(reports, language).write(job, out);
        return Response.ok(report, Uploads.CSV + ";charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"report-" + job + ".csv\"")
                .build();
    }

    private void requireOwner(UUID job) {
        boolean visible = reports.owner(job)
                .filter(owner -> owner.equals(caller.name()) || caller.has(Roles.OPERATOR))
                .isPresent();
        if (!visible) {
            throw new ProblemException(
                    IndicatorProblem.REPORT_NOT_FOUND,
                    Text.of("Không có báo cáo của tác vụ %s.", "There is no report of a job %s.", job));
        }
    }
}
