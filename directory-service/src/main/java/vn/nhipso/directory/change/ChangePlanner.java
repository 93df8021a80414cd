package vn.nhipso.directory.change;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.DirectoryProblem;
import vn.nhipso.directory.Refusals;
import vn.nhipso.directory.lineage.LineageEdge;
import vn.nhipso.directory.lineage.Population;
import vn.nhipso.directory.unit.Hierarchy;
import vn.nhipso.directory.unit.Level;
import vn.nhipso.directory.unit.UnitVersion;
import vn.nhipso.directory.unit.Validity;
import vn.nhipso.kit.problem.Text;

/**
 * Works out what a change does, as a pure function of the change and of what is known: either a plan that leaves the tree right
 * on every day, or every reason why not.
 */
final class ChangePlanner {

    private final Change change;
    private final LocalDate day;
    private final UUID changeId;
    private final Hierarchy before;
    private final Hierarchy after;
    private final List<LineageEdge> knownEdges;
    private final Supplier<UUID> ids;
    private final Refusals refusals = new Refusals();

    private final Map<String, Integer> endRows = new HashMap<>();
    private final Map<String, Integer> beginRows = new HashMap<>();
    private final Set<String> ended = new TreeSet<>();
    private final Map<String, List<LineageEdge>> edges = new LinkedHashMap<>();

    private ChangePlanner(
            Change change, UUID changeId, Hierarchy before, List<LineageEdge> knownEdges, Supplier<UUID> ids) {
        this.change = change;
        this.day = change.effectiveOn();
        this.changeId = changeId;
        this.before = before;
        this.after = before.copy();
        this.knownEdges = knownEdges;
        this.ids = ids;
        change.ends().forEach(end -> endRows.put(end.code(), end.row()));
        change.begins().forEach(begin -> beginRows.put(begin.code(), begin.row()));
        change.lineage().forEach(edge -> edges.computeIfAbsent(edge.edge().from(), from -> new ArrayList<>())
                .add(edge.edge()));
    }

    /**
     * Fails with CHANGE_REFUSED and every error.
     *
     * @param before every version of the codes the change names, of their parents and of what stands below what ends
     * @param knownEdges edges from and to those codes, on any day
     * @param ids for units that are new
     */
    static ChangePlan plan(
            Change change, UUID changeId, Hierarchy before, List<LineageEdge> knownEdges, Supplier<UUID> ids) {
        return new ChangePlanner(change, changeId, before, knownEdges, ids).plan();
    }

    private ChangePlan plan() {
        KindRules.check(change, before, refusals);
        inferRecoding();
        change.ends().forEach(this::end);
        change.begins().forEach(this::begin);
        new HamletMoves(change, changeId, before, after, edges, ended, refusals).apply();
        markReusedCodes();
        TreeRules tree = new TreeRules(day, before, after, endRows, beginRows, refusals);
        tree.check();
        new EdgeRules(change, after, edges, knownEdges, endRows, refusals).check();
        ChangePlan plan = difference();
        if (plan.isEmpty() && refusals.isEmpty()) {
            refusals.add("", DirectoryProblem.CHANGE_WITHOUT_EFFECT);
        }
        refusals.throwIfAny(DirectoryProblem.CHANGE_REFUSED);
        return plan;
    }

    /** One end and one beginning say by themselves what was recoded. */
    private void inferRecoding() {
        if (change.kind() == ChangeKind.RECODE
                && edges.isEmpty()
                && change.ends().size() == 1
                && change.begins().size() == 1) {
            String from = change.ends().getFirst().code();
            edges.put(
                    from,
                    List.of(LineageEdge.whole(
                            from, day, change.begins().getFirst().code())));
        }
    }

    private void end(Change.Ending end) {
        String at = "/ends/" + end.row();
        Optional<UnitVersion> found = before.at(end.code(), day);
        if (found.isEmpty()) {
            refusals.add(at, missing(end.code()), spans(end.code()));
            return;
        }
        UnitVersion version = found.get();
        Optional<UnitVersion> dayBefore =
                before.at(end.code(), day.minusDays(1)).filter(version::isSameUnit);
        if (dayBefore.isEmpty()) {
            refusals.add(at, DirectoryProblem.UNIT_BEGINS_THAT_DAY, spans(end.code()));
            return;
        }
        LocalDate lastEnd = version.valid().to();
        if (lastEnd != null
                && before.at(end.code(), lastEnd).filter(version::isSameUnit).isPresent()) {
            refusals.add(at, DirectoryProblem.UNIT_ALTERED_LATER, spans(end.code()));
            return;
        }
        cut(version);
        ended.add(end.code());
    }

    /** Takes a version off the record from the day of the change on. */
    private void cut(UnitVersion version) {
        after.remove(version);
        if (version.valid().from().isBefore(day)) {
            after.put(version.endingOn(day, changeId));
        } else {
            before.at(version.code(), day.minusDays(1)).ifPresent(previous -> {
                after.remove(previous);
                after.put(previous.endedBy(changeId));
            });
        }
    }

    private void begin(Change.Beginning begin) {
        Optional<UnitVersion> living = before.at(begin.code(), day);
        if (living.isPresent() && !endRows.containsKey(begin.code())) {
            goOn(begin, living.get());
        } else if (living.isEmpty() || ended.contains(begin.code())) {
            beginAnew(begin);
        }
    }

    /** The same unit, altered. */
    private void goOn(Change.Beginning begin, UnitVersion living) {
        UnitVersion next =
                version(begin, living.unitId(), new Validity(day, living.valid().to()), living.endedBy());
        boolean hasEdges = edges.containsKey(begin.code());
        boolean beganToday = living.valid().from().equals(day);
        if (next.saysTheSame(living) && (!hasEdges || beganToday)) {
            if (change.kind() != ChangeKind.CATALOGUE && !hasEdges) {
                refusals.add(
                        "/begins/" + begin.row(),
                        DirectoryProblem.UNIT_UNCHANGED,
                        Text.of(
                                "Đơn vị %s vào ngày %s đã đúng như vậy.",
                                "Unit %s already is like that on %s.", begin.code(), day));
            }
            return;
        }
        after.remove(living);
        if (!beganToday) {
            after.put(living.endingOn(day, changeId));
        }
        after.put(next);
    }

    /** Another unit: a new code, or a code used again. A later version of the code bounds it. */
    private void beginAnew(Change.Beginning begin) {
        Optional<UnitVersion> later = after.firstAfter(begin.code(), day);
        LocalDate bound = later.map(next -> next.valid().from()).orElse(null);
        UUID unit = recoded(begin.code())
                .or(() ->
                        later.filter(next -> isContinuedAt(begin.code(), bound)).map(UnitVersion::unitId))
                .orElseGet(ids);
        UUID endedBy = later.map(UnitVersion::begunBy).orElse(null);
        after.put(version(begin, unit, new Validity(day, bound), endedBy));
    }

    /** A code that lives on without outgoing edges is the same unit (DESIGN 3, lineage). */
    private boolean isContinuedAt(String code, @Nullable LocalDate boundary) {
        return knownEdges.stream()
                .noneMatch(
                        edge -> edge.from().equals(code) && edge.effectiveOn().equals(boundary));
    }

    /** The unit that goes on under this code, where the change recodes it. */
    private Optional<UUID> recoded(String to) {
        List<LineageEdge> incoming = edges.values().stream()
                .flatMap(List::stream)
                .filter(edge -> to.equals(edge.to()))
                .toList();
        if (incoming.size() != 1 || !Recoding.isOne(change.kind(), incoming.getFirst())) {
            return Optional.empty();
        }
        return before.at(incoming.getFirst().from(), day.minusDays(1)).map(UnitVersion::unitId);
    }

    private UnitVersion version(Change.Beginning begin, UUID unit, Validity valid, @Nullable UUID endedBy) {
        return new UnitVersion(
                unit,
                begin.code(),
                begin.name(),
                begin.fullName(),
                begin.type(),
                begin.level(),
                begin.parentCode(),
                valid,
                changeId,
                endedBy);
    }

    /** A code used again without a word on where its old unit went gets the edge "successor not known": nobody shall take it for the same unit. */
    private void markReusedCodes() {
        for (Change.Beginning begin : change.begins()) {
            String code = begin.code();
            boolean sameUnit = !ended.contains(code) && before.at(code, day).isPresent();
            if (!sameUnit && after.endsOn(code, day) && !edges.containsKey(code) && isContinuedAt(code, day)) {
                edges.put(code, List.of(LineageEdge.whole(code, day, null)));
            }
        }
    }

    private ChangePlan difference() {
        Set<UnitVersion> was = before.all().collect(Collectors.toCollection(HashSet::new));
        Set<UnitVersion> is = after.all().collect(Collectors.toCollection(HashSet::new));
        List<UnitVersion> superseded =
                was.stream().filter(version -> !is.contains(version)).toList();
        List<UnitVersion> added =
                is.stream().filter(version -> !was.contains(version)).toList();
        return new ChangePlan(superseded, added, alteredLineage(), movesOn(), new TreeSet<>(ended));
    }

    private SortedMap<String, List<LineageEdge>> alteredLineage() {
        SortedMap<String, List<LineageEdge>> altered = new TreeMap<>();
        edges.forEach((from, outgoing) -> {
            Set<LineageEdge> known = knownEdges.stream()
                    .filter(edge ->
                            edge.from().equals(from) && edge.effectiveOn().equals(day))
                    .collect(Collectors.toSet());
            if (!known.equals(Set.copyOf(outgoing))) {
                altered.put(from, List.copyOf(outgoing));
            }
        });
        return altered;
    }

    /** Teams and committees of communes and hamlets go with the population; those of a district or province end with it. */
    private SortedMap<String, @Nullable String> movesOn() {
        SortedMap<String, @Nullable String> moves = new TreeMap<>();
        for (String code : ended) {
            boolean low = before.at(code, day)
                    .filter(unit -> unit.level() == Level.COMMUNE || unit.level() == Level.HAMLET)
                    .isPresent();
            String to = low ? Population.goesTo(edges.getOrDefault(code, List.of())) : null;
            if (!code.equals(to)) {
                moves.put(code, to);
            }
        }
        return moves;
    }

    private DirectoryProblem missing(String code) {
        return before.versions(code).isEmpty() ? DirectoryProblem.UNIT_UNKNOWN : DirectoryProblem.UNIT_NOT_LIVING;
    }

    private Text spans(String code) {
        return Lives.of(code, day, before);
    }

    /** For tests of the planner: the record as it would be. */
    static Hierarchy applied(Hierarchy before, ChangePlan plan) {
        Set<UnitVersion> gone = Set.copyOf(plan.superseded());
        return new Hierarchy(
                Stream.concat(before.all().filter(version -> !gone.contains(version)), plan.added().stream())
                        .toList());
    }
}
