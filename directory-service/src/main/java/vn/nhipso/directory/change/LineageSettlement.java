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
import java.util.TreeSet;
import java.util.UUID;
import vn.nhipso.directory.DirectoryProblem;
import vn.nhipso.directory.lineage.Extent;
import vn.nhipso.directory.lineage.LineageEdge;
import vn.nhipso.directory.lineage.Population;
import vn.nhipso.directory.unit.Hierarchy;
import vn.nhipso.directory.unit.UnitVersion;

/**
 * Takes the edges of a list as complete for each of their old codes on the day and settles which units they make the same: a code that
 * lives before and after is one unit if it has no outgoing edges, or if its whole population goes to itself and nobody else's comes in.
 */
final class LineageSettlement {

    private final Draft draft;
    private final LocalDate day;
    private final Hierarchy after;
    private final List<Change.Edge> given;
    private final Places places;
    private final Map<String, List<LineageEdge>> byFrom = new LinkedHashMap<>();
    private final Map<UUID, String> livingBefore = new HashMap<>();
    private final Map<UUID, String> livingNow = new HashMap<>();

    LineageSettlement(Draft draft, List<Change.Edge> given, Places places) {
        this.draft = draft;
        this.day = draft.day();
        this.after = draft.after();
        this.given = given;
        this.places = places;
        given.forEach(edge -> byFrom.computeIfAbsent(edge.edge().from(), from -> new ArrayList<>())
                .add(edge.edge()));
    }

    /** The old codes of the list. */
    Set<String> from() {
        return byFrom.keySet();
    }

    void apply() {
        LineageRules.check(given, places);
        given.forEach(this::checkLives);
        if (!places.isClean()) {
            return;
        }
        Set<String> concerned = new TreeSet<>(byFrom.keySet());
        byFrom.forEach((from, edges) -> {
            addTargets(draft.leaving(from), concerned);
            addTargets(edges, concerned);
            draft.setLeaving(from, edges);
        });
        Map<String, Set<String>> sources = sources();
        livingBefore.putAll(living(day.minusDays(1)));
        livingNow.putAll(living(day));
        concerned.forEach(code -> settle(code, sources.getOrDefault(code, Set.of())));
        draft.settle();
    }

    private Map<UUID, String> living(LocalDate on) {
        Map<UUID, String> codes = new HashMap<>();
        after.all().filter(unit -> unit.valid().contains(on)).forEach(unit -> codes.put(unit.unitId(), unit.code()));
        return codes;
    }

    private static void addTargets(List<LineageEdge> edges, Set<String> codes) {
        edges.stream().map(LineageEdge::to).filter(java.util.Objects::nonNull).forEach(codes::add);
    }

    private void checkLives(Change.Edge sent) {
        LineageEdge edge = sent.edge();
        if (after.at(edge.from(), day.minusDays(1)).isEmpty()) {
            places.edge(sent.row(), "from", missing(edge.from()), Lives.of(edge.from(), day.minusDays(1), after));
        }
        String to = edge.to();
        if (to != null && after.at(to, day).isEmpty()) {
            DirectoryProblem problem = after.versions(to).isEmpty()
                    ? DirectoryProblem.UNIT_UNKNOWN
                    : DirectoryProblem.LINEAGE_TO_NOT_LIVING;
            places.edge(sent.row(), "to", problem, Lives.of(to, day, after));
        }
    }

    private DirectoryProblem missing(String code) {
        return after.versions(code).isEmpty() ? DirectoryProblem.UNIT_UNKNOWN : DirectoryProblem.UNIT_NOT_LIVING;
    }

    /** From where population comes into each code on the day. */
    private Map<String, Set<String>> sources() {
        Map<String, Set<String>> sources = new HashMap<>();
        draft.edgesOfTheDay()
                .filter(edge -> edge.to() != null && edge.population() != Extent.NONE)
                .forEach(edge -> sources.computeIfAbsent(String.valueOf(edge.to()), to -> new HashSet<>())
                        .add(edge.from()));
        return sources;
    }

    private void settle(String code, Set<String> sources) {
        Optional<UnitVersion> previous = after.at(code, day.minusDays(1));
        Optional<UnitVersion> next = after.at(code, day);
        List<LineageEdge> leaving = draft.leaving(code);
        if (previous.isPresent() && !leaving.isEmpty()) {
            next = next.map(draft::cut);
        }
        if (next.isEmpty()) {
            return;
        }
        UnitVersion now = next.get();
        boolean continued = previous.isPresent()
                && (leaving.isEmpty() || (code.equals(Population.goesTo(leaving)) && sources.equals(Set.of(code))));
        if (continued) {
            join(previous.get(), now);
        } else if (!isRecoded(now, sources)) {
            separate(now);
        }
    }

    private void join(UnitVersion previous, UnitVersion now) {
        if (previous.isSameUnit(now)) {
            return;
        }
        if (livingNow.containsKey(previous.unitId())) {
            draft.takeForAnother(previous.unitId(), day, draft.nextId());
        }
        draft.takeForAnother(now.unitId(), day, previous.unitId());
    }

    /** A unit that came under this code from another one by a change that recoded it, and still does. */
    private boolean isRecoded(UnitVersion now, Set<String> sources) {
        return sources.size() == 1
                && sources.stream().noneMatch(now.code()::equals)
                && sources.stream()
                        .allMatch(source -> now.code().equals(Population.goesTo(draft.leaving(source)))
                                && after.at(source, day.minusDays(1))
                                        .filter(now::isSameUnit)
                                        .isPresent());
    }

    private void separate(UnitVersion now) {
        String before = livingBefore.get(now.unitId());
        if (before != null) {
            draft.ended().add(before);
            draft.takeForAnother(now.unitId(), day, draft.nextId());
        }
    }

    /** What the list settled. */
    LineageDifference difference(int hamletsMoved) {
        Set<String> old = byFrom.keySet();
        Set<String> all = new TreeSet<>(old);
        byFrom.values().forEach(edges -> addTargets(edges, all));
        int ended = 0;
        int begun = 0;
        int altered = 0;
        int unchanged = 0;
        for (String code : all) {
            Optional<UnitVersion> was = after.at(code, day.minusDays(1));
            Optional<UnitVersion> is = after.at(code, day);
            boolean same = was.isPresent() && is.filter(was.get()::isSameUnit).isPresent();
            if (same) {
                boolean alike = was.get().saysTheSame(is.orElseThrow());
                altered += alike ? 0 : 1;
                unchanged += alike ? 1 : 0;
            } else {
                ended += was.isPresent() && old.contains(code) ? 1 : 0;
                begun += is.isPresent() ? 1 : 0;
            }
        }
        int divided = (int) byFrom.values().stream()
                .filter(edges -> edges.stream()
                                .filter(edge -> edge.population() == Extent.PART)
                                .count()
                        > 1)
                .count();
        return new LineageDifference(begun, ended, altered, unchanged, given.size(), divided, hamletsMoved, 0);
    }
}
