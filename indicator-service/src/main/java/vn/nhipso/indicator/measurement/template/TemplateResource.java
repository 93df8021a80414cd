package vn.nhipso.indicator.measurement.template;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.nhipso.indicator.Languages;
import vn.nhipso.indicator.figure.NumberFormat;
import vn.nhipso.kit.security.Roles;
import vn.nhipso.kit.web.Uploads;

@Path("/v1/measurement-templates")
@Tag(name = "Measurements", description = "What was reported")
class TemplateResource {

    private static final String EXAMPLE = """
            mã chỉ tiêu;tên chỉ tiêu;đơn vị tính;mã đơn vị;tên đơn vị;kỳ;phạm vi;tử số;mẫu số;giá trị
            DG01;Tỷ lệ hồ sơ nộp trực tuyến;%;870;Tam Nông;2022-H1;toàn đơn vị;9475;15684;60,41
            """;

    private final TemplateService service;

    TemplateResource(TemplateService service) {
        this.service = service;
    }

    @GET
    @Produces({Uploads.XLSX, Uploads.CSV})
    @RolesAllowed({Roles.REPORTER, Roles.APPROVER, Roles.STEWARD})
    @Operation(
            operationId = "getMeasurementTemplate",
            summary = "A form to fill in",
            description =
                    "A row for each figure that a unit reports for a period, with what stands already. Filled in it is sent to"
                            + " `POST /v1/measurement-batches` with the same `numberFormat`; columns with names are for reading, an empty cell means as before,"
                            + " and a row without any figure or word counts for nothing. Sent back untouched it changes nothing."
                            + "\n\nExcel keeps no closing zero of a number that is typed: where 54.30 is meant, give the cell two decimals.")
    @APIResponse(
            responseCode = "200",
            description = "The form",
            content = {
                @Content(
                        mediaType = Uploads.XLSX,
                        schema =
                                @Schema(
                                        type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING,
                                        format = "binary")),
                @Content(mediaType = Uploads.CSV, examples = @ExampleObject(name = "half a year", value = EXAMPLE))
            })
    @APIResponse(responseCode = "400", description = "INVALID_PARAMETER, UNKNOWN_PARAMETER")
    @APIResponse(responseCode = "401", description = "UNAUTHENTICATED")
    @APIResponse(responseCode = "403", description = "FORBIDDEN: the unit is outside your subtree")
    @APIResponse(responseCode = "404", description = "INDICATOR_NOT_FOUND; NOT_FOUND: no such unit then")
    @APIResponse(responseCode = "406", description = "NOT_ACCEPTABLE")
    public Response get(@BeanParam TemplateQuery query, @Context HttpHeaders headers) {
        Locale language = Languages.of(headers);
        List<TemplateRow> rows = service.rows(query.unit(), query.period(), query.indicators(), language);
        NumberFormat format = query.numberFormat();
        boolean csv = query.isCsv(headers);
        StreamingOutput form = csv
                ? out -> new TemplateCsv(format, language).write(rows, out)
                : out -> new TemplateXlsx(format, language).write(rows, out);
        return Response.ok(form, csv ? Uploads.CSV + ";charset=UTF-8" : Uploads.XLSX)
                .header("Content-Disposition", "attachment; filename=\"" + query.fileName(csv) + "\"")
                .build();
    }
}
