package vn.nhipso.directory.change;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import vn.nhipso.directory.lineage.LineageEdge;
import vn.nhipso.directory.unit.Hierarchy;
import vn.nhipso.directory.unit.UnitVersion;
import vn.nhipso.directory.unit.Validity;

/** The record in the making: what was known, what shall be known, and the edges of one day. */
final class Draft {

    private static final NavigableMap<LocalDate, UUID> NONE = Collections.emptyNavigableMap();

    private final LocalDate day;
    private final UUID changeId;
    private final Supplier<UUID> ids;
    private final Hierarchy before;
    private final Hierarchy after;
    private final List<LineageEdge> knownEdges = new ArrayList<>();
    private final Map<String, List<LineageEdge>> knownByFrom = new HashMap<>();
    private final SortedMap<String, List<LineageEdge>> edges = new TreeMap<>();
    private final Map<UUID, NavigableMap<LocalDate, UUID>> otherUnits = new HashMap<>();
    private final SortedSet<String> ended = new TreeSet<>();

    /**
     * @param known every version of every unit above hamlets
     * @param knownEdges all between them
     * @param ids for units that are new
     */
    Draft(LocalDate day, UUID changeId, Hierarchy known, Collection<LineageEdge> knownEdges, Supplier<UUID> ids) {
        this.day = day;
        this.changeId = changeId;
        this.ids = ids;
        this.before = known;
        this.after = known.copy();
        knownEdges.forEach(this::know);
    }

    LocalDate day() {
        return day;
    }

    UUID changeId() {
        return changeId;
    }

    UUID nextId() {
        return ids.get();
    }

    Hierarchy before() {
        return before;
    }

    Hierarchy after() {
        return after;
    }

    List<LineageEdge> knownEdges() {
        return knownEdges;
    }

    SortedSet<String> ended() {
        return ended;
    }

    /** Adds what is known besides; codes that are known already are left as they have become. */
    void load(Collection<UnitVersion> versions, Collection<LineageEdge> more) {
        Set<String> known = new TreeSet<>();
        versions.stream()
                .filter(version -> before.versions(version.code()).isEmpty())
                .forEach(version -> known.add(version.code()));
        versions.stream().filter(version -> known.contains(version.code())).forEach(version -> {
            before.put(version);
            after.put(version);
        });
        Set<LineageEdge> seen = Set.copyOf(knownEdges);
        more.stream().filter(edge -> !seen.contains(edge)).forEach(this::know);
    }

    private void know(LineageEdge edge) {
        knownEdges.add(edge);
        knownByFrom.computeIfAbsent(edge.from(), from -> new ArrayList<>()).add(edge);
    }

    private List<LineageEdge> known(String code, LocalDate on) {
        return knownByFrom.getOrDefault(code, List.of()).stream()
                .filter(edge -> edge.effectiveOn().equals(on))
                .toList();
    }

    /** Where the unit that bore the code until the day before goes, as it shall be known. */
    List<LineageEdge> leaving(String code) {
        List<LineageEdge> set = edges.get(code);
        return set == null ? known(code, day) : set;
    }

    /** All edges of the day, as they shall be known. */
    Stream<LineageEdge> edgesOfTheDay() {
        return Stream.concat(
                edges.values().stream().flatMap(List::stream),
                knownEdges.stream().filter(edge -> edge.effectiveOn().equals(day) && !edges.containsKey(edge.from())));
    }

    void setLeaving(String code, List<LineageEdge> outgoing) {
        edges.put(code, List.copyOf(outgoing));
    }

    /** Whether edges are known that leave the code on a day. */
    boolean hasEdges(String code, LocalDate on) {
        return !(on.equals(day) ? leaving(code) : known(code, on)).isEmpty();
    }

    void replace(UnitVersion version, UnitVersion by) {
        after.remove(version);
        after.put(by);
    }

    /** A version that runs over the day becomes two; answers with the one of the day. */
    UnitVersion cut(UnitVersion version) {
        if (version.valid().from().equals(day)) {
            return version;
        }
        UnitVersion rest = new UnitVersion(
                version.unitId(),
                version.code(),
                version.name(),
                version.fullName(),
                version.type(),
                version.level(),
                version.parentCode(),
                new Validity(day, version.valid().to()),
                changeId,
                version.endedBy());
        replace(version, version.endingOn(day, changeId));
        after.put(rest);
        return rest;
    }

    /** From a day on the versions of a unit are those of another one; takes effect with {@link #settle}. */
    void takeForAnother(UUID unit, LocalDate since, UUID other) {
        otherUnits.computeIfAbsent(unit, id -> new TreeMap<>()).put(since, other);
    }

    void settle() {
        if (otherUnits.isEmpty()) {
            return;
        }
        for (UnitVersion version : after.all().toList()) {
            NavigableMap<LocalDate, UUID> others = otherUnits.getOrDefault(version.unitId(), NONE);
            Map.Entry<LocalDate, UUID> other = others.floorEntry(version.valid().from());
            if (other != null) {
                replace(version, version.ofUnit(other.getValue()));
            }
        }
        otherUnits.clear();
    }

    ChangePlan plan() {
        SortedMap<String, List<LineageEdge>> altered = new TreeMap<>();
        edges.forEach((from, outgoing) -> {
            if (!Set.copyOf(known(from, day)).equals(Set.copyOf(outgoing))) {
                altered.put(from, outgoing);
            }
        });
        return ChangePlan.between(before, after, altered, ended);
    }
}
