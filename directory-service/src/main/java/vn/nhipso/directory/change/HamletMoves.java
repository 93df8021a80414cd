package vn.nhipso.directory.change;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.DirectoryProblem;
import vn.nhipso.directory.Refusals;
import vn.nhipso.directory.lineage.LineageEdge;
import vn.nhipso.directory.lineage.Population;
import vn.nhipso.directory.unit.Hierarchy;
import vn.nhipso.directory.unit.Level;
import vn.nhipso.directory.unit.UnitCode;
import vn.nhipso.directory.unit.UnitVersion;
import vn.nhipso.directory.unit.Validity;
import vn.nhipso.kit.problem.Text;

/**
 * What follows by rule for the hamlets of communes that end: they go with the population to its successor, with a new code there;
 * where the population was divided they end, unless the change itself assigns them.
 */
final class HamletMoves {

    private final LocalDate day;
    private final UUID changeId;
    private final Hierarchy before;
    private final Hierarchy after;
    private final Map<String, List<LineageEdge>> edges;
    private final Set<String> ended;
    private final Refusals refusals;
    private final Set<String> named;
    private final Map<String, Integer> lastNumbers = new HashMap<>();

    HamletMoves(
            Change change,
            UUID changeId,
            Hierarchy before,
            Hierarchy after,
            Map<String, List<LineageEdge>> edges,
            Set<String> ended,
            Refusals refusals) {
        this.day = change.effectiveOn();
        this.changeId = changeId;
        this.before = before;
        this.after = after;
        this.edges = edges;
        this.ended = ended;
        this.refusals = refusals;
        this.named = new HashSet<>();
        change.ends().forEach(end -> named.add(end.code()));
        change.begins().forEach(begin -> named.add(begin.code()));
    }

    void apply() {
        List<String> communes = ended.stream()
                .filter(code -> UnitCode.levelOf(code) == Level.COMMUNE)
                .toList();
        for (String commune : communes) {
            String successor = Population.goesTo(edges.getOrDefault(commune, List.of()));
            if (commune.equals(successor)) {
                continue;
            }
            for (UnitVersion hamlet : before.children(commune, day).toList()) {
                // One that began on the very day belongs to whoever is there from that day on.
                if (!named.contains(hamlet.code()) && hamlet.valid().from().isBefore(day)) {
                    follow(hamlet, successor);
                }
            }
        }
    }

    private void follow(UnitVersion hamlet, @Nullable String successor) {
        boolean assigned = edges.containsKey(hamlet.code());
        if (goesOnLater(hamlet)) {
            return;
        }
        boolean isCommune = successor != null && UnitCode.levelOf(successor) == Level.COMMUNE;
        leave(hamlet);
        if (successor == null || assigned || !isCommune) {
            return;
        }
        int number = lastNumbers.computeIfAbsent(successor, this::lastNumber) + 1;
        lastNumbers.put(successor, number);
        if (number > UnitCode.LAST_HAMLET_NUMBER) {
            refusals.add(
                    "/lineage",
                    DirectoryProblem.HAMLET_NUMBERS_EXHAUSTED,
                    Text.of("Xã %s đã dùng hết số.", "Commune %s has used all numbers.", successor));
            return;
        }
        String code = UnitCode.hamlet(successor, number);
        UnitVersion arriving = new UnitVersion(
                hamlet.unitId(),
                code,
                hamlet.name(),
                hamlet.fullName(),
                hamlet.type(),
                Level.HAMLET,
                successor,
                new Validity(day, hamlet.valid().to()),
                changeId,
                hamlet.endedBy());
        after.put(EndsWithParent.bound(arriving, day, after).orElse(arriving));
        edges.put(hamlet.code(), List.of(LineageEdge.whole(hamlet.code(), day, code)));
    }

    /** What alters later cannot be ended now by rule alone: its later versions would be without their beginning. */
    private boolean goesOnLater(UnitVersion hamlet) {
        LocalDate end = hamlet.valid().to();
        boolean goesOn = end != null
                && before.at(hamlet.code(), end).filter(hamlet::isSameUnit).isPresent();
        if (goesOn) {
            refusals.add(
                    "",
                    DirectoryProblem.UNIT_ALTERED_LATER,
                    Text.of("%s còn thay đổi ngày %s.", "%s is altered on %s.", hamlet.code(), String.valueOf(end)));
        }
        return goesOn;
    }

    private void leave(UnitVersion hamlet) {
        after.remove(hamlet);
        after.put(hamlet.endingOn(day, changeId));
        ended.add(hamlet.code());
    }

    /** Numbers are not used again, whenever they were in use. */
    private int lastNumber(String commune) {
        return after.childVersions(commune)
                .mapToInt(hamlet -> new UnitCode(hamlet.code()).hamletNumber())
                .max()
                .orElse(0);
    }
}
