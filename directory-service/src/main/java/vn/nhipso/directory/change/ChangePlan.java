package vn.nhipso.directory.change;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.lineage.LineageEdge;
import vn.nhipso.directory.unit.UnitVersion;

/**
 * What a change does to the record, worked out in full before anything is written.
 *
 * @param superseded versions the record no longer holds to be true; they go to the history
 * @param added versions that take their place, and new ones
 * @param lineage the complete edges of each code, where they become other than they were
 * @param movesOn what of teams and committees moves from a code to another; null: ends with its unit
 * @param endedCodes all codes whose unit ends, those that followed by rule included
 */
record ChangePlan(
        List<UnitVersion> superseded,
        List<UnitVersion> added,
        SortedMap<String, List<LineageEdge>> lineage,
        SortedMap<String, @Nullable String> movesOn,
        SortedSet<String> endedCodes) {

    boolean isEmpty() {
        return superseded.isEmpty() && added.isEmpty() && lineage.isEmpty();
    }

    /** Codes whose versions alter: each is one event. */
    List<String> codes() {
        return java.util.stream.Stream.concat(superseded.stream(), added.stream())
                .map(UnitVersion::code)
                .distinct()
                .sorted()
                .toList();
    }
}
