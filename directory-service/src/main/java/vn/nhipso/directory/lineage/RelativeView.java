package vn.nhipso.directory.lineage;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.unit.UnitView;

/**
 * A successor or predecessor. For successors the extents say how much of the unit asked for went there; for predecessors how much
 * of the predecessor came here.
 */
@Schema(name = "Relative", description = "A successor or predecessor of a unit.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RelativeView(
        @Schema(description = "Absent: the successor is not known") @Nullable UnitView unit,

        Extent area,
        Extent population,

        @Schema(description = "Share of the population, where known", examples = "0.6") @Nullable BigDecimal share) {}
