package vn.nhipso.indicator.definition;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
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
import vn.nhipso.kit.idempotency.KeptAnswer;
import vn.nhipso.kit.security.Caller;
import vn.nhipso.kit.security.Roles;
import vn.nhipso.kit.web.Uploads;

/** Catalogues as files. */
@Path("/v1/indicator-imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Indicators")
class CatalogueImportResource {

    private static final String TABLE = """
            code,name_vi,name_en,pillar,kind,nature,unit_of_measure,decimals,direction,reported_by,frequency,above100,numerator_label,denominator_label
            DG01,Tỷ lệ hồ sơ TTHC nộp/xử lý trực tuyến,Dossiers handled online,GOVERNMENT,RATIO,FLOW,%,2,UP,PROVINCE DISTRICT COMMUNE,MONTH,no,online dossiers,all dossiers received
            """;

    private static final String SHORT_TABLE = """
            code,name_vi,name_en,unit,numerator_over_denominator,stated_at,own_levels,kind,nature,frequency,direction,above100
            DE03,Tỷ lệ DN nhỏ và vừa tham gia sàn TMĐT,SMEs on e-commerce platforms,%,SMEs on platforms / SMEs,PD,D,RATIO,STOCK,Q,UP,no
            """;

    private static final String ITEMS = """
            {"items":[{"code":"DG27","names":{"vi":"Tổng số hồ sơ tiếp nhận","en":"Dossiers received"},"pillar":"GOVERNMENT","kind":"COUNT","nature":"FLOW",
              "unitOfMeasure":"count","decimals":0,"direction":"UP","reportedBy":["PROVINCE","DISTRICT","COMMUNE"],"frequency":"MONTH"}]}
            """;

    private final CatalogueImport imports;
    private final CatalogueUpload uploads;
    private final Caller caller;

    CatalogueImportResource(CatalogueImport imports, CatalogueUpload uploads, Caller caller) {
        this.imports = imports;
        this.uploads = uploads;
        this.caller = caller;
    }

    @POST
    @Consumes({MediaType.APPLICATION_JSON, Uploads.CSV, Uploads.XLSX})
    @RolesAllowed(Roles.STEWARD)
    @Operation(
            operationId = "importIndicators",
            summary = "Take a catalogue in",
            description =
                    "All or nothing, at most 5,000 indicators; what is not named stays as it is. An item of JSON is the whole definition; a table need"
                            + " not have all columns, and those it lacks stay as they are, while a blank cell takes the field away. Sent again it changes"
                            + " nothing. What `GET /v1/indicators` answers, as JSON or CSV, is taken as it came, and so are items of a code and the body"
                            + " of its PUT. Levels may be letters (PDC), and a table of"
                            + " the short layout (unit, numerator_over_denominator, own_levels, frequency as a letter) is understood too: the pillar then"
                            + " follows from the second letter of the code.")
    @RequestBody(
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(type = SchemaType.OBJECT),
                        examples = @ExampleObject(name = "items", value = ITEMS)),
                @Content(
                        mediaType = Uploads.CSV,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = {
                            @ExampleObject(name = "table", value = TABLE),
                            @ExampleObject(name = "short layout", value = SHORT_TABLE)
                        }),
                @Content(mediaType = Uploads.XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(
            responseCode = "200",
            description = "Taken, nothing to change, or dryRun",
            content = @Content(schema = @Schema(implementation = CatalogueImported.class)))
    @APIResponse(responseCode = "409", description = "IDEMPOTENCY_KEY_REUSED")
    @APIResponse(responseCode = "413", description = "TOO_MANY_ROWS, PAYLOAD_TOO_LARGE")
    @APIResponse(
            responseCode = "422",
            description =
                    "CATALOGUE_REJECTED: every bad row in `errors`, with INVALID_FIELD, UNKNOWN_FIELD, DUPLICATE_CODE, CELL_INVALID or a code of"
                            + " defining one indicator; FILE_EMPTY, FILE_MALFORMED, FILE_NOT_UTF8, COLUMN_MISSING, COLUMN_UNKNOWN, COLUMN_TWICE")
    public Response load(
            File file,
            @QueryParam("dryRun")
                    @DefaultValue("false")
                    @Parameter(
                            description = "Say what would change, and change nothing",
                            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    String dryRun,
            @BeanParam AmendmentTerms terms,
            @HeaderParam("Idempotency-Key")
                    @Parameter(description = "The same key and request again gets the same answer")
                    @Nullable String key,
            @Context HttpHeaders headers)
            throws IOException {
        boolean trial = Flags.isTrue("dryRun", dryRun);
        caller.requireWholeTree();
        KeptAnswer answer = imports.run(uploads.order(file.toPath(), headers, terms, trial, caller.name(), key));
        return Response.status(answer.status()).entity(answer.body()).build();
    }
}
