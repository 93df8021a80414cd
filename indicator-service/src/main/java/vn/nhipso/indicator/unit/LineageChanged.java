package vn.nhipso.indicator.unit;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code vn.nhipso.lineage.changed.v1} as this service reads it: where a unit went on a day. */
record LineageChanged(String from, LocalDate effectiveOn, long revision, String changeId, List<Edge> edges) {

    private static final String WHOLE = "WHOLE";

    record Edge(@Nullable String to, @Nullable String population) {}

    /** Who took over its whole population. */
    List<String> heirs() {
        return edges.stream()
                .filter(edge -> WHOLE.equals(edge.population()))
                .map(Edge::to)
                .filter(Objects::nonNull)
                .toList();
    }
}
