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
import java.time.LocalDate;
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

/** What measurements add up to. */
@Path("/v1/rollups")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Rollups", description = "What measurements add up to for every unit")
public class RollupResource {

    private final RollupService service;
    private final KnownMoments moments;

    RollupResource(RollupService service, KnownMoments moments) {
        this.service = service;
        this.moments = moments;
    }

    @GET
    @Operation(
            operationId = "listRollups",
            summary = "Rollups of indicators, units and periods",
            description =
                    "Every indicator, unit and period asked for by name gives an item, also where there is no figure (`basis` NONE, `absence` says"
                            + " why). With `level` and `within` the units of a level are listed, `pageSize` units a page. With `validAt` figures are carried to"
                            + " the units of that day along lineage: a unit that holds the same people has its figures as they were, any other the sum"
                            + " of what is placed at or below it; `unallocated` is what is known of all its people together and of nobody below it."
                            + " 50,000 items at most; /v1/figures gives the figures alone, in a fraction of the time.")
    @APIResponse(responseCode = "200", description = "The rollups, unit by unit")
    @APIResponse(
            responseCode = "400",
            description = "INVALID_PARAMETER, UNKNOWN_PARAMETER, INVALID_CURSOR, TOO_MANY_ITEMS, AS_OF_IN_FUTURE")
    @APIResponse(responseCode = "404", description = "INDICATOR_NOT_FOUND, UNIT_NOT_FOUND")
    @APIResponse(
            responseCode = "503",
            description = "SEQUENCE_NOT_REACHED, AS_OF_NOT_SETTLED, TOOK_TOO_LONG, with Retry-After")
    public Page<RollupView> list(
            @Parameter(description = "Code of an indicator; repeatable", example = "DG01") @QueryParam("indicator")
                    List<String> indicators,
            @Parameter(
                            description = "Code of a unit, read on `validAt`, else on the closing day; repeatable",
                            example = "870")
                    @QueryParam("unit")
                    List<String> units,
            @Parameter(description = "Period; repeatable", example = "2022-H1") @QueryParam("period")
                    List<Period> periods,
            @Parameter(description = "Whose figure stands on top") @QueryParam("scope") @DefaultValue("WHOLE")
                    Scope scope,
            @Parameter(description = "Lists the units of this level, instead of `unit`") @QueryParam("level") @Nullable Level level,
            @Parameter(description = "With `level`: at or below this unit; the whole country by default")
                    @QueryParam("within")
                    @Nullable String within,
            @Parameter(
                            description =
                                    "The day on whose hierarchy it is read, before or after the period; the closing day of the period by default",
                            example = "2025-07-01")
                    @QueryParam("validAt")
                    @Nullable LocalDate validAt,
            @Parameter(
                            description =
                                    "What was known at this moment (RFC 3339) of figures, definitions and the hierarchy; now by default. With"
                                            + " `validAt`: the hierarchy of that day as it was known then",
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
                validAt,
                moments.parse(asOf));
        return service.rollups(query, paging, minSequence);
    }
}
