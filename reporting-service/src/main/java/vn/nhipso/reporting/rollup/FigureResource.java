package vn.nhipso.reporting.rollup;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.nhipso.kit.paging.Page;
import vn.nhipso.kit.paging.PageQuery;
import vn.nhipso.reporting.known.KnowledgeQuery;
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
            @BeanParam SelectionQuery selection, @BeanParam KnowledgeQuery knowledge, @BeanParam PageQuery paging) {
        RollupQuery query = RollupQuery.of(selection, null, moments.of(knowledge));
        return service.figures(query, paging, knowledge.minSequence());
    }
}
