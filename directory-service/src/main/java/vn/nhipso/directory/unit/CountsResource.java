package vn.nhipso.directory.unit;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How many units there are on a day. */
@Path("/v1/unit-counts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Units")
class CountsResource {

    private static final String EXAMPLE = """
            {"validAt": "2025-07-01", "within": "VN", "items": [
              {"level": "PROVINCE", "count": 34, "types": [{"type": "tỉnh", "count": 28}, {"type": "thành phố trực thuộc trung ương", "count": 6}]},
              {"level": "DISTRICT", "count": 0, "types": []},
              {"level": "COMMUNE", "count": 3321, "types": [{"type": "xã", "count": 2621}, {"type": "phường", "count": 687}, {"type": "đặc khu", "count": 13}]},
              {"level": "HAMLET", "count": 0, "types": []}]}
            """;

    private final Units units;
    private final UnitRepository repository;

    CountsResource(Units units, UnitRepository repository) {
        this.units = units;
        this.repository = repository;
    }

    @GET
    @Revalidated
    @Operation(
            operationId = "countUnits",
            summary = "How many units there are on a day, by level and type",
            description = "Units below `within`, at any distance; of the whole country when it is absent.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = CountsView.class),
                            examples = @ExampleObject(name = "The first day of two levels", value = EXAMPLE)))
    @APIResponse(responseCode = "404", description = "UNIT_NOT_FOUND: nobody bears the code `within` on that day")
    public CountsView count(
            @BeanParam AtDay at,
            @QueryParam("within")
                    @Parameter(description = "The unit that bears this code on that day", example = "82")
                    @Nullable String within) {
        When when = at.when(units);
        UnitVersion above = units.require(within == null ? UnitCode.ROOT : within, when);
        return CountsView.of(when.day(), above, repository.counts(above.code(), when));
    }
}
