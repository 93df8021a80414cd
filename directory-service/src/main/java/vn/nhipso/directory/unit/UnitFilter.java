package vn.nhipso.directory.unit;

import java.util.List;
import java.util.Locale;

/** Narrows a list of units to some levels and some types; none narrows nothing. */
public record UnitFilter(List<Level> levels, List<String> types) {

    static final UnitFilter NONE = new UnitFilter(List.of(), List.of());

    public UnitFilter {
        levels = levels.stream().sorted().distinct().toList();
        types = types.stream()
                .map(type -> type.strip().toLowerCase(Locale.ROOT))
                .sorted()
                .distinct()
                .toList();
    }

    boolean takes(UnitVersion unit) {
        return (levels.isEmpty() || levels.contains(unit.level()))
                && (types.isEmpty() || types.contains(unit.type().toLowerCase(Locale.ROOT)));
    }

    /** The lowest level that passes. */
    Level lowest() {
        return levels.isEmpty() ? Level.HAMLET : levels.getLast();
    }
}
