package vn.nhipso.indicator.measurement.revision;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.nhipso.indicator.insight.Insights;
import vn.nhipso.indicator.measurement.MeasurementId;
import vn.nhipso.kit.paging.Page;
import vn.nhipso.kit.paging.PageQuery;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.security.Caller;

@Path("/v1/measurements/{id}/revisions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Measurements", description = "What was reported")
class RevisionResource {

    private final RevisionLog log;
    private final Insights insights;
    private final Caller caller;

    RevisionResource(RevisionLog log, Insights insights, Caller caller) {
        this.log = log;
        this.insights = insights;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "Read every value a measurement ever had",
            description =
                    "Oldest first. The published ones, without their authors; reporters, approvers and stewards see all within the subtree of their"
                            + " unit.")
    @APIResponse(responseCode = "404", description = "MEASUREMENT_NOT_FOUND")
    public Page<RevisionView> list(@PathParam("id") String id, @BeanParam PageQuery page) {
        UUID measurement = MeasurementId.parse(id);
        List<String> after = page.after(id);
        int from = after.isEmpty() ? 0 : number(after.getFirst());
        RevisionLog.Place place = log.place(measurement);
        boolean insider = place != null && insights.covers(caller, place.unit(), place.period());
        List<RevisionView> found = log.of(measurement, from, page.size() + 1, insider);
        if (found.isEmpty() && from == 0) {
            throw MeasurementId.notFound(id);
        }
        return page.page(found, revision -> List.of(Integer.toString(revision.revision())), id);
    }

    private static int number(String given) {
        try {
            return Integer.parseInt(given);
        } catch (NumberFormatException forged) {
            throw new ProblemException(KitProblem.INVALID_CURSOR, KitProblem.INVALID_CURSOR.title());
        }
    }
}
