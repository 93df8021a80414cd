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
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.unit.UnitCode;
import vn.nhipso.kit.security.Roles;
import vn.nhipso.kit.web.Uploads;

/** Whole lists of lineage. */
@Path(LineageImportResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Catalogues")
class LineageImportResource {

    static final String PATH = "/v1/lineage-imports";

    private static final String EXAMPLE = """
            old_code,new_code,kind,instrument,level,area,population,note
            31420,31396,whole,1668/NQ-UBTVQH15,commune,whole,whole,Nhập toàn bộ
            29995,29983,part,1663/NQ-UBTVQH15,commune,part,part,Nhập một phần
            29995,29992,part,1663/NQ-UBTVQH15,commune,part,part,Nhập phần còn lại
            """;

    private static final Filings.Operation<LineageImportView> IMPORT =
            new Filings.Operation<>(PATH, LineageImportJobs.KIND, LineageImportView.class, Catalogues.Filed::lineage);

    private final Filings filings;

    LineageImportResource(Filings filings) {
        this.filings = filings;
    }

    @POST
    @RolesAllowed(Roles.STEWARD)
    @Consumes({Uploads.CSV, Uploads.XLSX})
    @Operation(
            operationId = "importLineage",
            summary = "Import which unit went into which on a day",
            description =
                    "The edges of an old code are complete and replace what was recorded for that code and day. They settle identity: a code that"
                            + " lives before and after is the same unit if it has no edges, or if its whole population goes to itself and nobody"
                            + " else's comes in; otherwise it is used again for another unit. Hamlets, teams and committees go where the whole"
                            + " population went. An empty `new_code` is a successor not known; `area` and `population` follow `kind` where empty."
                            + " `act` may be absent where every row names its `instrument`. The same list again is UNCHANGED.")
    @APIResponse(
            responseCode = "200",
            description = "What it settled, or would settle",
            content = @Content(schema = @Schema(implementation = LineageImportView.class)))
    @APIResponse(responseCode = "202", description = "With `Prefer: respond-async`: `Location` is the job")
    public RestResponse<LineageImportView> importLineage(
            @RequestBody(
                            content = {
                                @Content(
                                        mediaType = Uploads.CSV,
                                        schema = @Schema(type = SchemaType.STRING),
                                        examples = @ExampleObject(name = "1 July 2025", value = EXAMPLE)),
                                @Content(
                                        mediaType = Uploads.XLSX,
                                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
                            })
                    File body,
            @QueryParam("effectiveOn")
                    @Parameter(required = true, description = "The first day of the new codes", example = "2025-07-01")
                    @Nullable LocalDate effectiveOn,
            @BeanParam ImportQuery query) {
        return filings.file(
                IMPORT,
                new Catalogues.Order(
                        ImportQuery.required("effectiveOn", effectiveOn),
                        query.act(false),
                        query.cleanNote(),
                        UnitCode.ROOT,
                        null,
                        body.toPath()),
                query);
    }
}
