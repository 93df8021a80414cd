package vn.nhipso.directory.change;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.DirectoryProblem;
import vn.nhipso.directory.Refusals;
import vn.nhipso.directory.lineage.LineageEdge;
import vn.nhipso.directory.unit.Hierarchy;
import vn.nhipso.directory.unit.UnitVersion;
import vn.nhipso.directory.unit.Validity;
import vn.nhipso.kit.problem.Text;

/**
 * Works out what a change does, as a pure function of the change and of what is known: either a plan that leaves the tree right
 * on every day, or every reason why not.
 */
final class ChangePlanner {

    private static final Text LIVES_ON = new Text(
            "Đơn vị đang tồn tại kết thúc bằng ends của ngày đó, không bằng validTo.",
            "A unit that lives ends by the ends of that day, not by validTo.");

    private final Change change;
    private final LocalDate day;
    private final UUID changeId;
    private final Hierarchy before;
    private final Hierarchy after;
    private final List<LineageEdge> knownEdges;
    private final Map<String, List<LineageEdge>> knownByFrom;
    private final Supplier<UUID> ids;
    private final Refusals refusals = new Refusals();
    private final Places places;

    private final Set<String> endsHere = new LinkedHashSet<>();
    private final Set<String> ended = new TreeSet<>();
    private final Map<String, List<LineageEdge>> edges = new LinkedHashMap<>();
    private final Map<String, List<LineageEdge>> incoming = new HashMap<>();

    private ChangePlanner(
            Change change, UUID changeId, Hierarchy before, List<LineageEdge> knownEdges, Supplier<UUID> ids) {
        this.change = change;
        this.day = change.effectiveOn();
        this.changeId = changeId;
        this.before = before;
        this.after = before.copy();
        this.knownEdges = knownEdges;
        this.knownByFrom = knownEdges.stream().collect(Collectors.groupingBy(LineageEdge::from));
        this.ids = ids;
        this.places = new JsonPlaces(change.ends(), change.begins(), refusals);
        change.ends().forEach(end -> endsHere.add(end.code()));
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
        edges.values().stream().flatMap(List::stream).forEach(edge -> incoming.computeIfAbsent(
                        String.valueOf(edge.to()), to -> new ArrayList<>())
                .add(edge));
        change.ends().forEach(this::end);
        change.begins().forEach(this::begin);
        new HamletMoves(change, changeId, before, after, edges, ended, refusals).apply();
        markReusedCodes();
        new TreeRules(day, before, after, endsHere, places).check();
        new EdgeRules(day, change.lineage(), after, edges, knownEdges, places).check();
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
        if (living.isPresent() && !endsHere.contains(begin.code())) {
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
        if (begin.validTo() != null && !begin.validTo().equals(living.valid().to())) {
            places.begin(begin.code(), "validTo", DirectoryProblem.KIND_MISMATCH, LIVES_ON);
        }
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
        if (later.filter(next -> comesFromElsewhere(begin.code(), next)).isPresent()) {
            places.begin(
                    begin.code(),
                    "code",
                    DirectoryProblem.UNIT_ALTERED_LATER,
                    Text.of(
                            "Từ ngày %s mã %s thuộc một đơn vị khác chuyển sang.",
                            "From %s on code %s is that of a unit that came from another code.",
                            String.valueOf(bound),
                            begin.code()));
            return;
        }
        LocalDate stated = begin.validTo();
        if (stated != null && (bound == null || stated.isBefore(bound))) {
            after.put(version(
                    begin,
                    recoded(begin.code()).orElseGet(ids),
                    new Validity(day, stated),
                    endedLike(begin.parentCode(), stated)));
            return;
        }
        UUID unit = recoded(begin.code())
                .or(() ->
                        later.filter(next -> isContinuedAt(begin.code(), bound)).map(UnitVersion::unitId))
                .orElseGet(ids);
        UUID endedBy = later.map(UnitVersion::begunBy).orElse(null);
        after.put(version(begin, unit, new Validity(day, bound), endedBy));
    }

    /** Whether the unit that bears the code later bore another one until then: it cannot have borne this one too. */
    private boolean comesFromElsewhere(String code, UnitVersion next) {
        LocalDate on = next.valid().from();
        return knownEdges.stream()
                .filter(edge -> code.equals(edge.to()) && edge.effectiveOn().equals(on))
                .filter(edge -> !edge.from().equals(code) && isContinuedAt(code, on))
                .anyMatch(edge -> before.at(edge.from(), on.minusDays(1))
                        .map(next::isSameUnit)
                        .orElse(Recoding.isOne(ChangeKind.CATALOGUE, edge)));
    }

    /** What is known to have ended ended by the change that ended its parent, else by the word of this one. */
    private UUID endedLike(@Nullable String parent, LocalDate end) {
        return after.versions(String.valueOf(parent)).stream()
                .filter(version -> version.valid().endsOn(end))
                .map(UnitVersion::endedBy)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(changeId);
    }

    /** A code that lives on without outgoing edges is the same unit (DESIGN 3, lineage). */
    private boolean isContinuedAt(String code, @Nullable LocalDate boundary) {
        return knownByFrom.getOrDefault(code, List.of()).stream()
                .noneMatch(edge -> edge.effectiveOn().equals(boundary));
    }

    /** The unit that goes on under this code, where the change recodes it. */
    private Optional<UUID> recoded(String to) {
        List<LineageEdge> into = incoming.getOrDefault(to, List.of());
        if (into.size() != 1 || !Recoding.isOne(change.kind(), into.getFirst())) {
            return Optional.empty();
        }
        return before.at(into.getFirst().from(), day.minusDays(1)).map(UnitVersion::unitId);
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
        return ChangePlan.between(before, after, alteredLineage(), new TreeSet<>(ended));
    }

    private SortedMap<String, List<LineageEdge>> alteredLineage() {
        SortedMap<String, List<LineageEdge>> altered = new TreeMap<>();
        edges.forEach((from, outgoing) -> {
            Set<LineageEdge> known = knownByFrom.getOrDefault(from, List.of()).stream()
                    .filter(edge -> edge.effectiveOn().equals(day))
                    .collect(Collectors.toSet());
            if (!known.equals(Set.copyOf(outgoing))) {
                altered.put(from, List.copyOf(outgoing));
            }
        });
        return altered;
    }

    private DirectoryProblem missing(String code) {
        return before.versions(code).isEmpty() ? DirectoryProblem.UNIT_UNKNOWN : DirectoryProblem.UNIT_NOT_LIVING;
    }

    private Text spans(String code) {
        return Lives.of(code, day, before);
    }
}
