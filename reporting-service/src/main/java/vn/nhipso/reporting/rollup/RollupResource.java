package vn.nhipso.reporting.rollup;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.paging.Page;
import vn.nhipso.kit.paging.PageQuery;
import vn.nhipso.reporting.known.KnowledgeQuery;
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
            @BeanParam SelectionQuery selection,
            @Parameter(
                            description =
                                    "The day on whose hierarchy it is read, before or after the period; the closing day of the period by default",
                            example = "2025-07-01")
                    @QueryParam("validAt")
                    @Nullable LocalDate validAt,
            @BeanParam KnowledgeQuery knowledge,
            @BeanParam PageQuery paging) {
        RollupQuery query = RollupQuery.of(selection, validAt, moments.of(knowledge));
        return service.rollups(query, paging, knowledge.minSequence());
    }
}
