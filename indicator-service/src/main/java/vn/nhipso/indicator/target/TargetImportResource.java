package vn.nhipso.indicator.target;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.File;
import java.io.IOException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.Flags;
import vn.nhipso.indicator.figure.NumberFormat;
import vn.nhipso.kit.idempotency.KeptAnswer;
import vn.nhipso.kit.intake.Watermarks;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemError;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.kit.security.Caller;
import vn.nhipso.kit.security.Roles;
import vn.nhipso.kit.web.Uploads;

/** Targets as files. */
@Path("/v1/target-imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Targets")
class TargetImportResource {

    private static final String TABLE = """
            indicator,unit,period,comparator,value,qualifiers,document_number,document_title,document_date,assigned_by,replace
            DG01,870,2022-H1,>=,50,,,Kế hoạch chuyển đổi số năm 2022,2022-08-09,87,
            DS03,15655,2024,>=,80,,,Triển khai thực hiện các chỉ tiêu CĐS năm 2024,2024-08-23,,yes
            """;

    private static final String ITEMS = """
            {"items":[{"indicator":"DS05","unit":"15655","period":"2024","comparator":">=","value":100,
              "document":{"title":"Triển khai thực hiện các chỉ tiêu CĐS trên địa bàn xã năm 2024","issuedOn":"2024-08-23"}}]}
            """;

    private final TargetImport imports;
    private final TargetUpload uploads;
    private final Watermarks watermarks;
    private final Caller caller;

    TargetImportResource(TargetImport imports, TargetUpload uploads, Watermarks watermarks, Caller caller) {
        this.imports = imports;
        this.uploads = uploads;
        this.watermarks = watermarks;
        this.caller = caller;
    }

    @POST
    @Consumes({MediaType.APPLICATION_JSON, Uploads.CSV, Uploads.XLSX})
    @RolesAllowed(Roles.STEWARD)
    @Operation(
            operationId = "importTargets",
            summary = "Set many targets",
            description =
                    "All or nothing, at most 50,000. Sent again it changes nothing. A value that differs from the one that stands must say so: with"
                            + " `supersedes`, the id of that target, or with `replace`, which takes the place of whatever stands. In a table a number"
                            + " with a point or a comma needs `numberFormat`; a qualifier, or several, is named as in JSON.")
    @RequestBody(
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(type = SchemaType.OBJECT),
                        examples = @ExampleObject(name = "items", value = ITEMS)),
                @Content(
                        mediaType = Uploads.CSV,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "table", value = TABLE)),
                @Content(mediaType = Uploads.XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(
            responseCode = "200",
            description = "Taken, nothing to change, or dryRun",
            content = @Content(schema = @Schema(implementation = TargetsImported.class)))
    @APIResponse(responseCode = "403", description = "FORBIDDEN: UNIT_OUTSIDE_RIGHTS on its rows")
    @APIResponse(responseCode = "409", description = "IDEMPOTENCY_KEY_REUSED")
    @APIResponse(responseCode = "413", description = "TOO_MANY_ROWS, PAYLOAD_TOO_LARGE")
    @APIResponse(
            responseCode = "422",
            description =
                    "TARGETS_REJECTED: every bad row in `errors`, with INVALID_FIELD, UNKNOWN_FIELD, CELL_INVALID, NUMBER_AMBIGUOUS, NUMBER_MALFORMED, INDICATOR_UNKNOWN,"
                            + " INDICATOR_NOT_VALID, UNIT_UNKNOWN, UNIT_NOT_ALIVE, TARGET_DIFFERS, TARGET_SUPERSEDED, TARGET_UNKNOWN, CONFLICTING_ROWS;"
                            + " FILE_EMPTY, FILE_MALFORMED, FILE_NOT_UTF8, COLUMN_MISSING, COLUMN_UNKNOWN, COLUMN_TWICE")
    public Response load(
            File file,
            @QueryParam("dryRun")
                    @DefaultValue("false")
                    @Parameter(
                            description = "Say what would change, and change nothing",
                            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    String dryRun,
            @QueryParam("numberFormat")
                    @Parameter(
                            description = "How the numbers of a table are written",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"plain", "vi-VN"}))
                    @Nullable String numberFormat,
            @QueryParam("minSequence") @Parameter(description = "Wait until this is known here, up to two seconds")
                    List<String> minSequence,
            @HeaderParam("Idempotency-Key")
                    @Parameter(description = "The same key and request again gets the same answer")
                    @Nullable String key,
            @Context HttpHeaders headers)
            throws IOException {
        boolean trial = Flags.isTrue("dryRun", dryRun);
        watermarks.await(minSequence);
        TargetImport.Order order =
                uploads.order(file.toPath(), headers, format(numberFormat), trial, caller.name(), key);
        imports.screen(order, caller.unit());
        KeptAnswer answer = imports.run(order);
        return Response.status(answer.status()).entity(answer.body()).build();
    }

    private static @Nullable NumberFormat format(@Nullable String given) {
        if (given == null) {
            return null;
        }
        return NumberFormat.named(given).orElseThrow(() -> {
            Text detail = new Text("numberFormat là plain hoặc vi-VN.", "numberFormat is plain or vi-VN.");
            return new ProblemException(KitProblem.INVALID_PARAMETER, detail)
                    .withErrors(List.of(ProblemError.at("numberFormat", KitProblem.INVALID_PARAMETER.name(), detail)));
        });
    }
}
