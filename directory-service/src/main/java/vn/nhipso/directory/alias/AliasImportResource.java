package vn.nhipso.directory.alias;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.File;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.Filters;
import vn.nhipso.kit.security.Caller;
import vn.nhipso.kit.security.Roles;
import vn.nhipso.kit.web.Uploads;

/** Aliases by the file. */
@Path("/v1/code-alias-imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Aliases")
class AliasImportResource {

    private static final String EXAMPLE = """
            code,alias,unit,where_alias_is_used
            06978,06970,Xã Ba Chẽ (Tỉnh Quảng Ninh),letter 1027/CTK-CSCL (25/06/2025)
            23938,23737,Xã Ia Mơ (Tỉnh Gia Lai),letter 1027/CTK-CSCL (25/06/2025)
            """;

    private final AliasImport aliases;
    private final Caller caller;

    AliasImportResource(AliasImport aliases, Caller caller) {
        this.aliases = aliases;
        this.caller = caller;
    }

    @POST
    @Consumes({Uploads.CSV, Uploads.XLSX})
    @RolesAllowed(Roles.STEWARD)
    @Operation(
            operationId = "importAliases",
            summary = "Enter the aliases of a file",
            description =
                    "Columns `code`, `alias`, and where wanted `unit` (for readers of the file only) and `where_alias_is_used`. All or nothing: every bad row is"
                            + " named with its line. Aliases that are not in the file stay. The same file again changes nothing (`UNCHANGED`).")
    public AliasImport.Imported run(
            @RequestBody(
                            content = {
                                @Content(
                                        mediaType = Uploads.CSV,
                                        schema = @Schema(type = SchemaType.STRING),
                                        examples = @ExampleObject(name = "Two communes", value = EXAMPLE)),
                                @Content(
                                        mediaType = Uploads.XLSX,
                                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
                            })
                    File body,
            @QueryParam("dryRun")
                    @Parameter(schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    @Nullable String dryRun) {
        return aliases.run(body.toPath(), Filters.flag("dryRun", dryRun), caller);
    }
}
