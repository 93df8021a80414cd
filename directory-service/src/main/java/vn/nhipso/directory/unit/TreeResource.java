package vn.nhipso.directory.unit;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.Variant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The whole tree below a unit in one answer. */
@Path("/v1/units/{code}/tree")
@Tag(name = "Units")
class TreeResource {

    private static final String LINES = "application/x-ndjson";
    private static final MediaType NESTED_TYPE = MediaType.APPLICATION_JSON_TYPE;
    private static final MediaType LINES_TYPE = new MediaType("application", "x-ndjson");

    private final Units units;
    private final UnitTree tree;

    TreeResource(Units units, UnitTree tree) {
        this.units = units;
        this.tree = tree;
    }

    /** For the description only: the answer is streamed. */
    @Schema(name = "UnitTree")
    record Node(
            UnitView unit,

            @Schema(description = "Those directly below, by code; empty where there are none")
            List<Node> children) {}

    @GET
    @Revalidated
    @Produces({MediaType.APPLICATION_JSON, LINES})
    @Operation(
            operationId = "getTree",
            summary = "A unit with everything below it",
            description =
                    "One streamed answer, however large: the units of a day in each other, or with `Accept: application/x-ndjson` one a line with its"
                            + " `depth`, each before those below it.")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Node.class)),
                @Content(
                        mediaType = LINES,
                        schema = @Schema(implementation = UnitView.class),
                        examples = @ExampleObject(name = "Đồng Tháp and its first commune", value = """
                                {"depth":0,"code":"82","name":"Đồng Tháp","fullName":"Tỉnh Đồng Tháp","type":"tỉnh","level":"PROVINCE","parentCode":"VN","validFrom":"2025-07-01"}
                                {"depth":1,"code":"28249","name":"Đạo Thạnh","fullName":"Phường Đạo Thạnh","type":"phường","level":"COMMUNE","parentCode":"82","validFrom":"2025-07-01"}
                                """))
            })
    public Response tree(
            @PathParam("code") String code,
            @BeanParam AtDay at,
            @QueryParam("level") @Parameter(description = "The lowest level wanted", example = "COMMUNE") @Nullable Level level,
            @Context Request request) {
        When when = at.when(units);
        String root = units.require(code, when).code();
        Level deepest = level == null ? Level.HAMLET : level;
        Variant variant = request.selectVariant(
                Variant.mediaTypes(NESTED_TYPE, LINES_TYPE).add().build());
        boolean lines = variant != null && variant.getMediaType().isCompatible(LINES_TYPE);
        StreamingOutput body = out -> tree.write(root, when, deepest, lines, out);
        return Response.ok(body, lines ? LINES_TYPE : NESTED_TYPE).build();
    }
}
