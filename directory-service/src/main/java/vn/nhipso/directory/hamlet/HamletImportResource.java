package vn.nhipso.directory.hamlet;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.File;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.Act;
import vn.nhipso.directory.Filters;
import vn.nhipso.directory.Once;
import vn.nhipso.directory.UploadDigest;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemError;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.kit.security.Caller;
import vn.nhipso.kit.security.Roles;
import vn.nhipso.kit.table.FileErrors;

/** Files of hamlets. */
@Path(HamletImportResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Hamlets", description = "Thôn, ấp, khóm, tổ dân phố: units under communes, with codes of our own.")
class HamletImportResource {

    static final String PATH = "/v1/hamlet-imports";

    private static final String CSV = "text/csv";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String EXAMPLE = """
            commune_code,name,type,code
            15655,1,thôn,
            15655,2,thôn,
            30169,Phú Thọ,ấp,30169-01
            """;

    private final HamletImportService service;
    private final Once once;
    private final Caller caller;

    HamletImportResource(HamletImportService service, Once once, Caller caller) {
        this.service = service;
        this.once = once;
        this.caller = caller;
    }

    @POST
    @Consumes({CSV, XLSX})
    @RolesAllowed(Roles.STEWARD)
    @Operation(
            operationId = "importHamlets",
            summary = "Establish a list of hamlets",
            description =
                    "Columns `commune_code`, `name`, `type` and, where known, `code` and `full_name`, named in English or Vietnamese. Filed as one change"
                            + " ESTABLISH on `validFrom`, all or nothing, every bad row named by its line. A hamlet of the same commune, type and name that"
                            + " lives that day is unchanged (letter case and the place of a tone mark do not count), so that a list sent again changes nothing."
                            + " Where `code` is empty the next number after the highest ever used in the commune is given. `dryRun=true` shows the codes"
                            + " without effect. At most 20,000 rows. `act` may be absent: nobody keeps a national register of the decisions on hamlets.")
    public HamletImportView load(
            @RequestBody(
                            content = {
                                @Content(
                                        mediaType = CSV,
                                        schema = @Schema(type = SchemaType.STRING),
                                        examples = @ExampleObject(name = "Hamlets of two communes", value = EXAMPLE)),
                                @Content(
                                        mediaType = XLSX,
                                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
                            })
                    File file,
            @QueryParam("validFrom")
                    @Parameter(required = true, description = "The first day", example = "2025-07-01")
                    @Nullable LocalDate validFrom,
            @QueryParam("act") @Parameter(description = "Number of the decision, where known") @Nullable String act,
            @QueryParam("dryRun")
                    @Parameter(schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    @Nullable String dryRun,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        LocalDate day = required(Filters.day("validFrom", validFrom));
        boolean trial = Filters.flag("dryRun", dryRun);
        Act decision = Act.of(Filters.text("act", act), null, null);
        FileErrors errors = new FileErrors();
        HamletSheet sheet = HamletSheet.read(file.toPath(), errors);
        if (trial || key == null) {
            return service.apply(sheet, errors, day, decision, trial, caller);
        }
        Once.Request request = new Once.Request(
                key, caller.name(), PATH, List.of(day.toString(), String.valueOf(act), UploadDigest.of(file.toPath())));
        return once.answer(
                request, HamletImportView.class, () -> service.apply(sheet, errors, day, decision, false, caller));
    }

    private static LocalDate required(@Nullable LocalDate day) {
        if (day == null) {
            Text detail = new Text("Thiếu validFrom.", "validFrom is missing.");
            throw new ProblemException(KitProblem.INVALID_PARAMETER, detail)
                    .withErrors(List.of(ProblemError.at("validFrom", KitProblem.INVALID_PARAMETER.name(), detail)));
        }
        return day;
    }
}
