package vn.nhipso.directory.catalogue;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.File;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.Filters;
import vn.nhipso.directory.unit.UnitCode;
import vn.nhipso.kit.security.Roles;
import vn.nhipso.kit.web.Uploads;

/** Whole lists of units. */
@Path(UnitImportResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Catalogues", description = "Whole lists of units and of lineage, as files.")
class UnitImportResource {

    static final String PATH = "/v1/unit-imports";

    private static final String EXAMPLE = """
            code,name,full_name,type,level,parent_code
            92,Cần Thơ,Thành phố Cần Thơ,thành phố trực thuộc trung ương,province,
            31420,Phụng Hiệp,Xã Phụng Hiệp,xã,commune,92
            """;
    private static final String WIDE_EXAMPLE = """
            Tỉnh / Thành Phố,Mã TP,Quận / Huyện,Mã QH,Phường / Xã,Mã PX,Cấp,Tên Tiếng Anh
            Tỉnh Hậu Giang,93,Huyện Phụng Hiệp,934,Xã Hòa Mỹ,31420,Xã,
            Thành phố Đà Nẵng,48,Huyện Hoàng Sa,498,,,,
            """;

    private static final Filings.Operation<UnitImportView> IMPORT =
            new Filings.Operation<>(PATH, UnitImportJobs.KIND, UnitImportView.class, Catalogues.Filed::units);

    private final Filings filings;

    UnitImportResource(Filings filings) {
        this.filings = filings;
    }

    @POST
    @RolesAllowed(Roles.STEWARD)
    @Consumes({Uploads.CSV, Uploads.XLSX})
    @Operation(
            operationId = "importUnits",
            summary = "Import a whole list of units",
            description =
                    "All provinces, districts and communes as they are from `validFrom` on, or with `within` those of one unit and everything"
                            + " below it. Compared with what is known on that day: what does not live begins, what is not in the list ends, what is"
                            + " said otherwise alters; filed as one change or not at all. A list alone cannot tell a code that is used again:"
                            + " the lineage import settles that. Hamlets, teams and committees of a commune that ends end with it and live"
                            + " on when its lineage arrives. Layouts are recognised from the header: a unit a row, or the statistics office's"
                            + " exports with province, district and commune columns. The same list again is UNCHANGED. As a form, `lineage`"
                            + " comes with it: the record ends as if it had come after the list.")
    @APIResponse(
            responseCode = "200",
            description = "What it did, or would do",
            content = @Content(schema = @Schema(implementation = UnitImportView.class)))
    @APIResponse(responseCode = "202", description = "With `Prefer: respond-async`: `Location` is the job")
    public RestResponse<UnitImportView> importUnits(
            @RequestBody(
                            content = {
                                @Content(
                                        mediaType = Uploads.CSV,
                                        schema = @Schema(type = SchemaType.STRING),
                                        examples = {
                                            @ExampleObject(name = "A unit a row", value = EXAMPLE),
                                            @ExampleObject(
                                                    name = "The statistics office's export",
                                                    value = WIDE_EXAMPLE)
                                        }),
                                @Content(
                                        mediaType = Uploads.XLSX,
                                        schema = @Schema(type = SchemaType.STRING, format = "binary")),
                                @Content(
                                        mediaType = MediaType.MULTIPART_FORM_DATA,
                                        schema = @Schema(implementation = ListsForm.class))
                            })
                    File body,
            @QueryParam("validFrom")
                    @Parameter(required = true, description = "The first day of the list", example = "2025-07-01")
                    @Nullable LocalDate validFrom,
            @QueryParam("within")
                    @Parameter(description = "The list is of this unit and everything below it", example = "92")
                    @Nullable String within,
            @BeanParam ImportQuery query) {
        return filings.file(
                IMPORT,
                new Catalogues.Order(
                        ImportQuery.required("validFrom", validFrom),
                        query.act(true),
                        query.cleanNote(),
                        within == null ? UnitCode.ROOT : String.valueOf(Filters.text("within", within)),
                        body.toPath(),
                        null),
                query);
    }

    @POST
    @RolesAllowed(Roles.STEWARD)
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public RestResponse<UnitImportView> importBoth(
            @RestForm("units") @Nullable FileUpload units,
            @RestForm("lineage") @Nullable FileUpload lineage,
            @QueryParam("validFrom") @Nullable LocalDate validFrom,
            @QueryParam("within") @Nullable String within,
            @BeanParam ImportQuery query) {
        return filings.file(
                IMPORT,
                new Catalogues.Order(
                        ImportQuery.required("validFrom", validFrom),
                        query.act(true),
                        query.cleanNote(),
                        within == null ? UnitCode.ROOT : String.valueOf(Filters.text("within", within)),
                        ImportQuery.part("units", units),
                        lineage == null ? null : lineage.uploadedFile()),
                query);
    }
}
