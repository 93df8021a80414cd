package vn.nhipso.directory.lineage;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Where something of a unit is on a later day.
 *
 * @param code the code it bears then; null where the successor is not known
 * @param area how much of the first unit's area
 * @param population how much of its population
 * @param share of its population, where every step on the way gives one
 */
public record Arrival(
        @Nullable String code,
        Extent area,
        Extent population,
        @Nullable BigDecimal share) {}
