package vn.nhipso.reporting.series;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.period.Period;
import vn.nhipso.reporting.known.KnowledgeQuery;
import vn.nhipso.reporting.known.KnownMoments;
import vn.nhipso.reporting.rollup.Scope;

/** Figures over time. */
@Path("/v1/series")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Series", description = "Figures over time, with the breaks in them")
public class SeriesResource {

    private final SeriesService service;
    private final KnownMoments moments;

    SeriesResource(SeriesService service, KnownMoments moments) {
        this.service = service;
        this.moments = moments;
    }

    @GET
    @Operation(
            operationId = "getSeries",
            summary = "Figures of units and indicators over time",
            description =
                    "Every unit and indicator gives a series, with a point for each period on whose closing day somebody bears the code, also where there is"
                            + " no figure (`basis` NONE). Each point is read on the hierarchy of its own closing day; `break` says where it is not to"
                            + " be compared with the one before: the unit's people became others, units below it came or went, or another version"
                            + " of the definition holds.")
    @APIResponse(responseCode = "200", description = "The series, unit by unit")
    @APIResponse(
            responseCode = "400",
            description = "INVALID_PARAMETER, UNKNOWN_PARAMETER, TOO_MANY_ITEMS, AS_OF_IN_FUTURE")
    @APIResponse(responseCode = "404", description = "INDICATOR_NOT_FOUND, UNIT_NOT_FOUND")
    @APIResponse(
            responseCode = "503",
            description = "SEQUENCE_NOT_REACHED, AS_OF_NOT_SETTLED, TOOK_TOO_LONG, with Retry-After")
    public SeriesView get(
            @Parameter(description = "Code of an indicator; repeatable", example = "DG01") @QueryParam("indicator")
                    List<String> indicators,
            @Parameter(description = "Code of a unit; repeatable", example = "870") @QueryParam("unit")
                    List<String> units,
            @Parameter(description = "The first period; its kind is that of all", example = "2022-01", required = true)
                    @QueryParam("from")
                    @Nullable Period from,
            @Parameter(description = "The last period", example = "2023-12", required = true)
                    @QueryParam("to")
                    @Nullable Period to,
            @Parameter(
                            description =
                                    "All months, quarters, halves or years from the first day of `from` to the last of `to`, of whatever kind these are",
                            example = "QUARTER")
                    @QueryParam("frequency")
                    SeriesPeriods.@Nullable Frequency frequency,
            @Parameter(description = "Whose figure") @QueryParam("scope") @DefaultValue("WHOLE") Scope scope,
            @Parameter(
                            description =
                                    "Restates all points on the hierarchy of this day, so that none is of other units than another; each is read on that of"
                                            + " its own closing day by default",
                            example = "2025-07-01")
                    @QueryParam("validAt")
                    @Nullable LocalDate validAt,
            @BeanParam KnowledgeQuery knowledge) {
        SeriesQuery query = new SeriesQuery(
                some(indicators, "indicator"),
                some(units, "unit"),
                SeriesPeriods.between(from, to, frequency),
                scope,
                SeriesPeriods.inRange(validAt),
                moments.of(knowledge));
        return service.of(query, knowledge.minSequence());
    }

    private static List<String> some(List<String> values, String parameter) {
        if (values.isEmpty()) {
            throw SeriesPeriods.invalid(
                    parameter, "Cần ít nhất một " + parameter + ".", "At least one " + parameter + " is needed.");
        }
        return values.stream().distinct().toList();
    }
}
