package vn.nhipso.directory.lineage;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.Filters;
import vn.nhipso.directory.unit.Revalidated;
import vn.nhipso.directory.unit.UnitVersion;
import vn.nhipso.directory.unit.Units;
import vn.nhipso.directory.unit.When;
import vn.nhipso.kit.paging.Page;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemError;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;

/** Successors and predecessors, through any number of reorganisations. */
@Path("/v1/units/{code}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Lineage", description = "Which unit went into which.")
class LineageResource {

    private static final String AS_OF = "The moment of knowledge; what is known now when absent";

    private final Units units;
    private final Relatives relatives;

    LineageResource(Units units, Relatives relatives) {
        this.units = units;
        this.relatives = relatives;
    }

    @GET
    @Path("/successors")
    @Revalidated
    @Operation(
            operationId = "listSuccessors",
            summary = "What became of a unit",
            description =
                    "Between any two days, through any number of reorganisations. A unit that lives on is its own successor, whole; one that ended without a"
                            + " successor has none; an item without `unit` says that the successor is not known. `at` before `validAt` is INVALID_PARAMETER.")
    public Page<RelativeView> successors(
            @PathParam("code") String code,
            @QueryParam("validAt")
                    @Parameter(description = "A day on which the unit lived; today when absent", example = "2025-06-30")
                    @Nullable LocalDate validAt,
            @QueryParam("at")
                    @Parameter(description = "The later day; today when absent", example = "2025-07-01")
                    @Nullable LocalDate at,
            @QueryParam("asOf") @Parameter(description = AS_OF) @Nullable OffsetDateTime asOf) {
        When when = units.when(validAt, asOf);
        UnitVersion unit = units.require(code, when);
        LocalDate day = when.day();
        LocalDate until = at == null && day.isAfter(today()) ? day : or(Filters.day("at", at), today());
        requireOrder(day, until, "at phải từ validAt trở đi.", "at must not be before validAt.");
        return Page.of(relatives.successors(unit, when, until));
    }

    @GET
    @Path("/predecessors")
    @Revalidated
    @Operation(
            operationId = "listPredecessors",
            summary = "What a unit was made of",
            description = "`area`, `population` and `share` are of the predecessor: how much of it came here.")
    public Page<RelativeView> predecessors(
            @PathParam("code") String code,
            @QueryParam("validAt")
                    @Parameter(description = "A day on which the unit lived; today when absent", example = "2025-07-01")
                    @Nullable LocalDate validAt,
            @QueryParam("at")
                    @Parameter(
                            description =
                                    "The earlier day; when absent the one before the unit began to bear this code",
                            example = "2025-06-30")
                    @Nullable LocalDate at,
            @QueryParam("asOf") @Parameter(description = AS_OF) @Nullable OffsetDateTime asOf) {
        When when = units.when(validAt, asOf);
        UnitVersion unit = units.require(code, when);
        LocalDate day = when.day();
        LocalDate first = relatives.firstDay(unit, when.asOf());
        LocalDate earlier =
                at == null ? (first.equals(LocalDate.MIN) ? day : first.minusDays(1)) : or(Filters.day("at", at), day);
        requireOrder(earlier, day, "at không được sau validAt.", "at must not be after validAt.");
        return Page.of(relatives.predecessors(unit, when, earlier));
    }

    private LocalDate today() {
        return units.when(null, null).day();
    }

    private static LocalDate or(@Nullable LocalDate day, LocalDate other) {
        return day == null ? other : day;
    }

    private static void requireOrder(LocalDate earlier, LocalDate later, String vi, String en) {
        if (later.isBefore(earlier)) {
            Text detail = new Text(vi, en);
            throw new ProblemException(KitProblem.INVALID_PARAMETER, detail)
                    .withErrors(List.of(ProblemError.at("at", KitProblem.INVALID_PARAMETER.name(), detail)));
        }
    }
}
