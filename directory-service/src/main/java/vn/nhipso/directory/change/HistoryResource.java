package vn.nhipso.directory.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.lineage.NeighbourRepository;
import vn.nhipso.directory.lineage.Neighbours;
import vn.nhipso.directory.lineage.RelativeView;
import vn.nhipso.directory.unit.Revalidated;
import vn.nhipso.directory.unit.UnitRepository;
import vn.nhipso.directory.unit.UnitVersion;
import vn.nhipso.directory.unit.UnitView;
import vn.nhipso.directory.unit.Units;
import vn.nhipso.kit.paging.Page;

/** The life of a unit: its versions, the changes between them, and what it came from and went into. */
@Path("/v1/units/{code}/history")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Lineage")
class HistoryResource {

    private final Units units;
    private final UnitRepository repository;
    private final ChangeRepository changes;
    private final NeighbourRepository neighbours;

    HistoryResource(Units units, UnitRepository repository, ChangeRepository changes, NeighbourRepository neighbours) {
        this.units = units;
        this.repository = repository;
        this.changes = changes;
        this.neighbours = neighbours;
    }

    /** One version of the unit. */
    @Schema(name = "UnitHistoryItem")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            UnitView unit,

            @Schema(description = "What began this version") @Nullable ChangeView change,

            @Schema(description = "What ended this version") @Nullable ChangeView endedBy,

            @Schema(description = "Units of the day before from which something came on its first day")
            List<RelativeView> predecessors,

            @Schema(description = "Units to which something went when it ended")
            List<RelativeView> successors) {}

    @GET
    @Revalidated
    @Operation(
            operationId = "getHistory",
            summary = "The life of a unit, oldest version first",
            description =
                    "Follows the unit that bore the code on `validAt`, not the code: another unit that used the code before or after is not in it.")
    public Page<Item> history(
            @PathParam("code") String code,
            @QueryParam("validAt")
                    @Parameter(description = "A day on which the unit lived; today when absent", example = "2025-06-30")
                    @Nullable LocalDate validAt) {
        UnitVersion unit = units.require(code, units.when(validAt, null));
        List<UnitVersion> versions = repository.versionsOf(unit.unitId());
        Map<UUID, ChangeView> known = changes.find(versions.stream()
                .flatMap(version -> Stream.of(version.begunBy(), version.endedBy()))
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        Neighbours around = neighbours.around(versions);
        return Page.of(
                versions.stream().map(version -> item(version, known, around)).toList());
    }

    private static Item item(UnitVersion version, Map<UUID, ChangeView> known, Neighbours around) {
        return new Item(
                UnitView.of(version),
                change(version.begunBy(), known),
                change(version.endedBy(), known),
                around.predecessors(version),
                around.successors(version));
    }

    private static @Nullable ChangeView change(@Nullable UUID id, Map<UUID, ChangeView> known) {
        return id == null ? null : known.get(id);
    }
}
