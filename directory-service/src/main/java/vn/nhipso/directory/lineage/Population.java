package vn.nhipso.directory.lineage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the people of a unit are after a change. */
public final class Population {

    private Population() {}

    /** The one unit they all went to; null where they were divided, or it is not known. */
    public static @Nullable String goesTo(List<LineageEdge> outgoing) {
        List<LineageEdge> some = outgoing.stream()
                .filter(edge -> edge.population() != Extent.NONE)
                .toList();
        return some.size() == 1 && some.getFirst().population() == Extent.WHOLE
                ? some.getFirst().to()
                : null;
    }
}
