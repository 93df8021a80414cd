package vn.nhipso.reporting.hierarchy;

import org.jspecify.annotations.Nullable;

/**
 * A unit as it was on a day.
 *
 * @param level depth, 0 for the country
 * @param sizes how many provinces, districts and communes lie at or below it
 */
public record UnitAt(
        String code,
        String name,
        @Nullable String fullName,
        int level,
        @Nullable String parent,
        Sizes sizes) {

    /** Units at or below, by level. */
    public record Sizes(int provinces, int districts, int communes) {

        /** Units of the levels in the set. */
        public int of(int levels) {
            return (levels >> 1 & 1) * provinces + (levels >> 2 & 1) * districts + (levels >> 3 & 1) * communes;
        }
    }
}
