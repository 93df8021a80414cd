package vn.nhipso.directory.unit;

import org.jspecify.annotations.Nullable;

/** Narrows a list of units; what is null narrows nothing. */
public record UnitFilter(@Nullable Level level, @Nullable String type) {

    static final UnitFilter NONE = new UnitFilter(null, null);
}
