package vn.nhipso.directory.change;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.nhipso.directory.DirectoryProblem;
import vn.nhipso.directory.Refusals;
import vn.nhipso.directory.lineage.LineageEdge;
import vn.nhipso.directory.unit.Hierarchy;
import vn.nhipso.directory.unit.UnitVersion;
import vn.nhipso.kit.problem.Text;

/**
 * Works out how a change is taken back, as a pure function of what it did and of what is known: the record becomes what it would be
 * had the change never come, or every reason is named why that is not possible.
 */
final class Withdrawal {

    private final LocalDate day;
    private final Traces traces;
    private final Hierarchy before;
    private final Hierarchy after;
    private final Set<LineageEdge> knownEdges;
    private final Refusals refusals = new Refusals();

    /**
     * @param day of the change that is taken back
     * @param before every version of the codes in the traces, of their parents and of what stands below them
     * @param knownEdges edges from and to those codes, on any day
     */
    Withdrawal(LocalDate day, Traces traces, Hierarchy before, Collection<LineageEdge> knownEdges) {
        this.day = day;
        this.traces = traces;
        this.before = before;
        this.after = before.copy();
        this.knownEdges = new HashSet<>(knownEdges);
    }

    /** Whether all that the change wrote still stands. What does not was altered by a later change, which has to be withdrawn first. */
    boolean stands() {
        Set<UnitVersion> known = before.all().collect(Collectors.toSet());
        return known.containsAll(traces.added()) && knownEdges.containsAll(traces.edgesAdded());
    }

    /** Fails with CHANGE_REFUSED and every error. The change must stand. */
    ChangePlan plan() {
        traces.added().forEach(after::remove);
        traces.removed().forEach(this::restore);
        traces.removed().forEach(this::checkParent);
        SortedMap<String, List<LineageEdge>> lineage = lineage();
        JsonPlaces places = new JsonPlaces(List.of(), List.of(), refusals);
        Set<String> codes =
                traces.added().stream().map(UnitVersion::code).collect(Collectors.toCollection(TreeSet::new));
        new TreeRules(day, before, after, codes, places).check();
        knownEdges.stream()
                .filter(edge -> !edge.effectiveOn().equals(day) || !lineage.containsKey(edge.from()))
                .forEach(this::checkEdge);
        checkLives();
        refusals.throwIfAny(DirectoryProblem.CHANGE_REFUSED);
        return ChangePlan.between(before, after, lineage, new TreeSet<>());
    }

    private void restore(UnitVersion version) {
        boolean taken = after.versions(version.code()).stream()
                .anyMatch(other -> other.valid().overlaps(version.valid()));
        if (taken) {
            refusals.add(
                    "",
                    DirectoryProblem.DUPLICATE_CODE,
                    Text.of(
                            "Mã %s đã được dùng cho đơn vị khác trong thời gian đó.",
                            "Code %s is in use for another unit in that time.", version.code()));
        } else {
            after.put(version);
        }
    }

    private void checkParent(UnitVersion version) {
        String parent = version.parentCode();
        LocalDate gap = parent == null ? null : after.firstDayWithout(parent, version.valid());
        if (gap != null) {
            refusals.add(
                    "",
                    DirectoryProblem.PARENT_NOT_LIVING,
                    Text.of(
                            "Khôi phục %s thì cấp trên %s không còn từ ngày %s.",
                            "Were %s restored, its parent %s would be gone on %s.",
                            version.code(),
                            String.valueOf(parent),
                            gap));
        }
    }

    /** An edge of another change that left or reached what is taken back. */
    private void checkEdge(LineageEdge edge) {
        String to = edge.to();
        boolean leaves = before.versions(edge.from()).isEmpty() || after.endsOn(edge.from(), edge.effectiveOn());
        boolean arrives = to == null
                || before.versions(to).isEmpty()
                || after.at(to, edge.effectiveOn()).isPresent();
        if (!leaves || !arrives) {
            refusals.add(
                    "",
                    DirectoryProblem.LINEAGE_BROKEN,
                    Text.of(
                            "Quan hệ đã ghi %s → %s ngày %s sẽ mất đơn vị của nó.",
                            "The recorded edge %s → %s of %s would lose its unit.",
                            edge.from(),
                            String.valueOf(to),
                            edge.effectiveOn()));
        }
    }

    /** A unit lives in one span: what a later change continued must not lose its middle. */
    private void checkLives() {
        Set<UUID> units = Stream.concat(traces.added().stream(), traces.removed().stream())
                .map(UnitVersion::unitId)
                .collect(Collectors.toSet());
        Set<Gap> known = gaps(before, units);
        gaps(after, units).stream()
                .filter(gap -> !known.contains(gap))
                .forEach(gap -> refusals.add(
                        "",
                        DirectoryProblem.UNIT_ALTERED_LATER,
                        Text.of(
                                "Đơn vị mang mã %s từ ngày %s sẽ bị ngắt quãng.",
                                "The unit that bears code %s from %s on would have a gap in its life.",
                                gap.code(),
                                gap.until())));
    }

    private record Gap(UUID unit, String code, LocalDate until) {}

    private static Set<Gap> gaps(Hierarchy units, Set<UUID> asked) {
        Map<UUID, List<UnitVersion>> lives = units.all()
                .filter(version -> asked.contains(version.unitId()))
                .sorted(Comparator.comparing(version -> version.valid().from()))
                .collect(Collectors.groupingBy(UnitVersion::unitId));
        Set<Gap> gaps = new HashSet<>();
        lives.forEach((unit, life) -> {
            for (int i = 1; i < life.size(); i++) {
                UnitVersion next = life.get(i);
                if (!life.get(i - 1).valid().endsOn(next.valid().from())) {
                    gaps.add(new Gap(unit, next.code(), next.valid().from()));
                }
            }
        });
        return gaps;
    }

    private SortedMap<String, List<LineageEdge>> lineage() {
        Map<String, List<LineageEdge>> restored = new HashMap<>();
        traces.edgesRemoved().forEach(edge -> restored.computeIfAbsent(edge.from(), from -> new ArrayList<>())
                .add(edge));
        SortedMap<String, List<LineageEdge>> lineage = new TreeMap<>();
        Stream.concat(traces.edgesAdded().stream(), traces.edgesRemoved().stream())
                .forEach(edge -> lineage.put(edge.from(), restored.getOrDefault(edge.from(), List.of())));
        return lineage;
    }
}
