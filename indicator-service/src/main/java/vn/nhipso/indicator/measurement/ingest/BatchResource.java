package vn.nhipso.indicator.measurement.ingest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.nhipso.indicator.Languages;
import vn.nhipso.kit.idempotency.KeptAnswer;
import vn.nhipso.kit.intake.Watermarks;
import vn.nhipso.kit.security.Caller;
import vn.nhipso.kit.security.Roles;
import vn.nhipso.kit.web.Uploads;

@Path("/v1/measurement-batches")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Measurements", description = "What was reported")
class BatchResource {

    private static final String EXAMPLE = """
            {"items":[
              {"indicator":"DG01","unit":"870","period":"2022-H1","scope":"WHOLE","numerator":9475,"denominator":15684,"value":60.41,
               "stated":{"trend":"giảm"},"source":{"title":"Sơ kết 06 tháng đầu năm 2022","date":"2022-08-09"}},
              {"indicator":"DG01","unit":"934","period":"2022-YTD09","scope":"CHILDREN","value":54.30},
              {"indicator":"DS09","unit":"15655","period":"2024-07","scope":"OWN","value":60,"qualifiers":["ABOUT","AT_LEAST"]},
              {"indicator":"DG08","unit":"870","period":"2022-H1","scope":"WHOLE","stated":{"status":"chưa đạt"},"note":"dưới 100 %"},
              {"indicator":"DE01","unit":"87","period":"2024-04-14","scope":"OWN","absence":"NO_METHOD"}]}
            """;

    private static final String LINES = """
            {"indicator":"DG01","unit":"870","period":"2022-H1","scope":"WHOLE","numerator":9475,"denominator":15684,"value":60.41}
            {"indicator":"DG01","unit":"934","period":"2022-YTD09","scope":"CHILDREN","value":54.30}
            """;

    private static final String FILE = """
            chỉ tiêu;đơn vị;kỳ;phạm vi;tử số;mẫu số;giá trị;nguồn
            DG01;870;2022-H1;WHOLE;9.475;15.684;60,41%;Sơ kết 06 tháng đầu năm 2022
            """;

    private final BatchService service;
    private final Watermarks watermarks;
    private final Caller caller;

    BatchResource(BatchService service, Watermarks watermarks, Caller caller) {
        this.service = service;
        this.watermarks = watermarks;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.REPORTER, Roles.APPROVER, Roles.STEWARD})
    @Operation(
            summary = "Report measurements",
            description =
                    "As JSON up to 5,000 items, as NDJSON a stream of any length with an item on each line, as CSV or XLSX (or a form with"
                            + " it) a file with a row for each; packed with gzip where `Content-Encoding` says so. ATOMIC stores all or nothing; PARTIAL stores the good rows. The same again changes nothing; a field left out"
                            + " means as before. Another value is a revision. What a steward or an approver sends counts at once; what a reporter sends waits"
                            + " for publication, and a correction of theirs needs a `reason`. A unit that is not known yet is looked for up to two seconds."
                            + "\n\nAn absence takes the place of numbers, and numbers that of an absence. At the lowest level that reports, WHOLE is stored as"
                            + " OWN. Numbers keep their decimals: 54.30 is not 54.3.\n\nAn item with `withdrawn` takes the value back; it names the value and the reason only."
                            + " What is withdrawn is not read any more (`asOf` shows what stood); a later value is a further revision."
                            + "\n\nOf a PARTIAL stream every 5,000 rows are committed before the next ones are read, and a later row of the same"
                            + " measurement is a later revision. Where it breaks off, what was committed stays, and the problem says in `accepted`,"
                            + " `unchanged`, `rejected` and `sequence` how far that is. `results` then has bad rows and findings, 1,000 at most. An ATOMIC"
                            + " stream has at most 200,000 rows."
                            + "\n\nA file's columns are the fields of an item in snake_case (`source_title`, `stated_status`) or in Vietnamese; rows are numbered by"
                            + " their line, the header being line 1. `numberFormat` says how it writes numbers and is needed: in vi-VN 9.475 is nine thousand four"
                            + " hundred and seventy-five, 60,41% and 1,9 triệu are numbers, and 94.75 is refused. Cells of a workbook that hold numbers are those numbers;"
                            + " 0.6041 shown as 60.41 % is 60.41. A row that says nothing counts for nothing. Above 5,000 rows, or with `Prefer: respond-async`,"
                            + " a file becomes a job: its result has the counts, and `GET /v1/measurement-batches/{jobId}/report` every bad row and finding.")
    @Parameter(
            name = "numberFormat",
            in = ParameterIn.QUERY,
            description = "CSV and XLSX only, and needed there: how the file writes numbers",
            schema = @Schema(enumeration = {"vi-VN", "plain"}))
    @Parameter(
            name = "Prefer",
            in = ParameterIn.HEADER,
            description = "CSV and XLSX only. `respond-async`: answered 202 at once, `Location` is the job",
            schema = @Schema(type = SchemaType.STRING))
    @RequestBody(
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = BatchBody.class),
                        examples = @ExampleObject(name = "figures", value = EXAMPLE)),
                @Content(
                        mediaType = Uploads.NDJSON,
                        schema = @Schema(implementation = BatchBody.Item.class),
                        examples = @ExampleObject(name = "an item a line", value = LINES)),
                @Content(
                        mediaType = Uploads.CSV,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "numberFormat=vi-VN", value = FILE)),
                @Content(mediaType = Uploads.XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = MediaType.MULTIPART_FORM_DATA, schema = @Schema(implementation = BatchForm.class))
            })
    @APIResponse(
            responseCode = "201",
            description = "ATOMIC: something was stored",
            content = @Content(schema = @Schema(implementation = BatchAnswer.class)))
    @APIResponse(
            responseCode = "200",
            description = "ATOMIC: nothing changed, or dryRun",
            content = @Content(schema = @Schema(implementation = BatchAnswer.class)))
    @APIResponse(
            responseCode = "207",
            description = "PARTIAL: what became of each row",
            content = @Content(schema = @Schema(implementation = BatchAnswer.class)))
    @APIResponse(
            responseCode = "202",
            description = "A file that became a job",
            headers = @Header(name = "Location", description = "The job", schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(
            responseCode = "400",
            description =
                    "MALFORMED_REQUEST: no JSON, or broken gzip; STREAM_BROKEN, NUMBER_FORMAT_MISSING, INVALID_PARAMETER, UNKNOWN_PARAMETER")
    @APIResponse(
            responseCode = "403",
            description =
                    "FORBIDDEN: the role does not report, or a unit is outside your subtree (UNIT_OUTSIDE_RIGHTS on its row)")
    @APIResponse(
            responseCode = "408",
            description =
                    "BODY_TOO_SLOW: fewer than 512 bytes a second, half a minute long; of a PARTIAL stream with how far it came")
    @APIResponse(responseCode = "409", description = "IDEMPOTENCY_KEY_REUSED")
    @APIResponse(
            responseCode = "413",
            description = "TOO_MANY_ITEMS, TOO_MANY_ROWS, PAYLOAD_TOO_LARGE: also of what a gzip body unpacks to")
    @APIResponse(
            responseCode = "415",
            description = "UNSUPPORTED_MEDIA_TYPE: another type, or packed otherwise than by gzip")
    @APIResponse(
            responseCode = "422",
            description =
                    "BATCH_REJECTED: every bad row in `errors`, with one of FIELD_MISSING, INVALID_FIELD, UNKNOWN_FIELD, INDICATOR_UNKNOWN,"
                            + " INDICATOR_NOT_VALID, UNIT_UNKNOWN, UNIT_NOT_ALIVE, PERIOD_INVALID, PERIOD_IN_FUTURE, FLOW_ON_A_DAY, LEVEL_DOES_NOT_REPORT,"
                            + " SCOPE_NOT_ALLOWED, BREAKDOWN_NOT_SUPPORTED, WRONG_SHAPE, NEGATIVE_NUMBER, NUMBER_OUT_OF_RANGE, NUMERATOR_ABOVE_DENOMINATOR,"
                            + " PERCENT_ABOVE_100, REASON_MISSING, RETURN_LOCKED, EVIDENCE_UNKNOWN, NOTHING_TO_WITHDRAW, CONFLICTING_ROWS, LINE_MALFORMED, LINE_TOO_LONG, NUMBER_AMBIGUOUS, NUMBER_MALFORMED,"
                            + " CELL_INVALID, CELL_TOO_LONG, FILE_NOT_UTF8; a file as a whole: FILE_EMPTY, FILE_MALFORMED, COLUMN_MISSING, COLUMN_UNKNOWN, COLUMN_TWICE")
    @APIResponse(
            responseCode = "503",
            description =
                    "SEQUENCE_NOT_REACHED, TOO_MANY_WRITERS, TOO_MANY_STREAMS (eight at once, four of one caller); Retry-After says when to"
                            + " send again")
    public Response take(byte[] body, @BeanParam BatchQuery query, @Context HttpHeaders headers) throws IOException {
        watermarks.await(query.minSequence());
        KeptAnswer answer = service.take(new BatchRequest(
                BatchReader.read(body),
                new String(body, StandardCharsets.UTF_8),
                query.mode(),
                query.isDryRun(),
                true,
                Author.of(caller),
                query.idempotencyKey(),
                Languages.of(headers)));
        return Response.status(answer.status())
                .type(MediaType.APPLICATION_JSON)
                .entity(answer.body())
                .build();
    }
}
