package vn.nhipso.directory.change;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.lineage.LineageEdge;
import vn.nhipso.directory.unit.Hierarchy;
import vn.nhipso.directory.unit.UnitVersion;
import vn.nhipso.directory.unit.Validity;

/**
 * What a change does to the record, worked out in full before anything is written.
 *
 * @param superseded versions the record no longer holds to be true; they go to the history
 * @param added versions that take their place, and new ones
 * @param lineage the complete edges of each code, where they become other than they were
 * @param endedCodes all codes whose unit ends, those that followed by rule included
 */
record ChangePlan(
        List<UnitVersion> superseded,
        List<UnitVersion> added,
        SortedMap<String, List<LineageEdge>> lineage,
        SortedSet<String> endedCodes) {

    static ChangePlan between(
            Hierarchy before,
            Hierarchy after,
            SortedMap<String, List<LineageEdge>> lineage,
            SortedSet<String> endedCodes) {
        Set<UnitVersion> was = before.all().collect(Collectors.toCollection(HashSet::new));
        Set<UnitVersion> is = after.all().collect(Collectors.toCollection(HashSet::new));
        return new ChangePlan(
                was.stream().filter(version -> !is.contains(version)).toList(),
                is.stream().filter(version -> !was.contains(version)).toList(),
                lineage,
                endedCodes);
    }

    boolean isEmpty() {
        return superseded.isEmpty() && added.isEmpty() && lineage.isEmpty();
    }

    /** What readers see of a version; which unit it is they tell from codes and edges. */
    private record Shown(
            Validity valid,
            String name,
            String fullName,
            String type,
            @Nullable String parentCode) {

        static Shown of(UnitVersion version) {
            return new Shown(version.valid(), version.name(), version.fullName(), version.type(), version.parentCode());
        }
    }

    /** Codes whose versions alter for readers: each is one event. */
    List<String> codes() {
        Map<String, Set<Shown>> was = shown(superseded);
        Map<String, Set<Shown>> is = shown(added);
        return Stream.concat(was.keySet().stream(), is.keySet().stream())
                .filter(code -> !was.getOrDefault(code, Set.of()).equals(is.getOrDefault(code, Set.of())))
                .distinct()
                .sorted()
                .toList();
    }

    /** Codes about which anything alters, so that what is placed there may have to move. */
    SortedSet<String> touched() {
        SortedSet<String> codes = new TreeSet<>(lineage.keySet());
        superseded.forEach(version -> codes.add(version.code()));
        added.forEach(version -> codes.add(version.code()));
        return codes;
    }

    private static Map<String, Set<Shown>> shown(Collection<UnitVersion> versions) {
        Map<String, Set<Shown>> byCode = new HashMap<>();
        versions.forEach(version ->
                byCode.computeIfAbsent(version.code(), code -> new HashSet<>()).add(Shown.of(version)));
        return byCode;
    }
}
