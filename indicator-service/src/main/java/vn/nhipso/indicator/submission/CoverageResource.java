package vn.nhipso.indicator.submission;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.unit.Level;
import vn.nhipso.kit.period.Period;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemError;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.kit.security.Caller;
import vn.nhipso.kit.security.Roles;

@Path("/v1/return-coverage")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.REPORTER, Roles.APPROVER, Roles.STEWARD})
@Tag(name = "Returns", description = "The report of one unit for one period")
class CoverageResource {

    private final CoverageQuery query;
    private final ReturnRights rights;
    private final Caller caller;

    CoverageResource(CoverageQuery query, ReturnRights rights, Caller caller) {
        this.query = query;
        this.rights = rights;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "Who has reported, who is late and who is missing",
            description =
                    "For each unit next below `within` (the districts of a province), all units below it counted, read on the period's closing day. A unit"
                            + " owes a return when its level reports an indicator that is valid and due for that kind of period, and it lives on the closing"
                            + " day of that indicator's calendar (the 14th of the administrative one); one that owes a"
                            + " return and has begun none is missing too. `own` is `within` itself.")
    @APIResponse(responseCode = "200", description = "Who has reported")
    @APIResponse(responseCode = "400", description = "INVALID_PARAMETER, UNKNOWN_PARAMETER")
    @APIResponse(responseCode = "403", description = "FORBIDDEN: outside role or subtree")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: no unit bore the code on the closing day")
    public CoverageView read(
            @QueryParam("within") @Parameter(required = true, example = "87") @Nullable String within,
            @QueryParam("period") @Parameter(required = true, example = "2022-H1") @Nullable Period period,
            @QueryParam("level") @Parameter(description = "Units of that level only") @Nullable Level level) {
        String unit = required("within", within);
        Period asked = required("period", period);
        rights.require(Person.of(caller), unit, asked);
        return query.of(unit, asked, level);
    }

    private static <T> T required(String name, @Nullable T given) {
        if (given == null) {
            Text detail = Text.of("Thiếu tham số %s.", "The parameter %s is missing.", name);
            throw new ProblemException(KitProblem.INVALID_PARAMETER, detail)
                    .withErrors(List.of(ProblemError.at(name, KitProblem.INVALID_PARAMETER.name(), detail)));
        }
        return given;
    }
}
