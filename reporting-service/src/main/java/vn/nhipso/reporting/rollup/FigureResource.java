package vn.nhipso.reporting.rollup;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.paging.Page;
import vn.nhipso.kit.paging.PageQuery;
import vn.nhipso.kit.period.Period;
import vn.nhipso.reporting.catalogue.Level;
import vn.nhipso.reporting.known.KnownMoments;

/** Figures and no more, many at once. */
@Path("/v1/figures")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Rollups", description = "What measurements add up to for every unit")
public class FigureResource {

    private final RollupService service;
    private final KnownMoments moments;

    FigureResource(RollupService service, KnownMoments moments) {
        this.service = service;
        this.moments = moments;
    }

    @GET
    @Operation(
            operationId = "listFigures",
            summary = "The chosen figures alone, many at once",
            description =
                    "What /v1/rollups says first of each indicator, unit and period: the chosen figure and its basis, without the other side, coverage,"
                            + " names and marks. 50,000 at most: a year of months of 20 indicators for all communes of a province.")
    @APIResponse(responseCode = "200", description = "The figures, unit by unit")
    @APIResponse(
            responseCode = "400",
            description = "INVALID_PARAMETER, UNKNOWN_PARAMETER, INVALID_CURSOR, TOO_MANY_ITEMS, AS_OF_IN_FUTURE")
    @APIResponse(responseCode = "404", description = "INDICATOR_NOT_FOUND, UNIT_NOT_FOUND")
    @APIResponse(
            responseCode = "503",
            description = "SEQUENCE_NOT_REACHED, AS_OF_NOT_SETTLED, TOOK_TOO_LONG, with Retry-After")
    public Page<FigureView> list(
            @Parameter(description = "Code of an indicator; repeatable", example = "DG01") @QueryParam("indicator")
                    List<String> indicators,
            @Parameter(description = "Code of a unit, read on the closing day; repeatable", example = "870")
                    @QueryParam("unit")
                    List<String> units,
            @Parameter(description = "Period; repeatable", example = "2022-H1") @QueryParam("period")
                    List<Period> periods,
            @Parameter(description = "Whose figure") @QueryParam("scope") @DefaultValue("WHOLE") Scope scope,
            @Parameter(description = "Lists the units of this level, instead of `unit`") @QueryParam("level") @Nullable Level level,
            @Parameter(description = "With `level`: at or below this unit; the whole country by default")
                    @QueryParam("within")
                    @Nullable String within,
            @Parameter(
                            description = "What was known at this moment (RFC 3339); now by default",
                            schema = @Schema(implementation = Instant.class),
                            example = "2024-04-20T00:00:00Z")
                    @QueryParam("asOf")
                    @Nullable String asOf,
            @Parameter(description = "Waits up to 2 s until this sequence is applied; repeatable")
                    @QueryParam("minSequence")
                    List<String> minSequence,
            @BeanParam PageQuery paging) {
        RollupQuery query = RollupQuery.of(
                new RollupQuery.Parameters(indicators, units, periods, level, within),
                scope,
                null,
                moments.parse(asOf));
        return service.figures(query, paging, minSequence);
    }
}
