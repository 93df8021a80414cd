package vn.nhipso.directory.change;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.DirectoryProblem;
import vn.nhipso.directory.lineage.LineageEdge;
import vn.nhipso.directory.lineage.Population;
import vn.nhipso.directory.unit.Hierarchy;
import vn.nhipso.directory.unit.Level;
import vn.nhipso.directory.unit.UnitCode;
import vn.nhipso.directory.unit.UnitVersion;
import vn.nhipso.directory.unit.Validity;
import vn.nhipso.kit.problem.Text;

/**
 * Lets hamlets go where the population of their commune goes by what a list says now: also those that ended with their commune before its
 * lineage was known, and those that went elsewhere by what was said before. What somebody ended or assigned by hand stays as it is.
 */
final class HamletsFollow {

    private final Draft draft;
    private final LocalDate day;
    private final LocalDate dayBefore;
    private final Hierarchy after;
    private final Places places;
    private final Map<String, @Nullable String> was = new TreeMap<>();
    private final Map<String, Integer> lastNumbers = new HashMap<>();
    private int moved;

    HamletsFollow(Draft draft, Places places) {
        this.draft = draft;
        this.day = draft.day();
        this.dayBefore = day.minusDays(1);
        this.after = draft.after();
        this.places = places;
    }

    /** Remembers where the population of communes went by what was known; to be asked before anything is said otherwise. */
    void remember(Set<String> codes) {
        for (String code : codes) {
            if (UnitCode.levelOf(code) == Level.COMMUNE) {
                was.put(code, target(code));
            }
        }
    }

    /** How many hamlets live on under another commune. */
    int apply(HamletSource source) {
        Map<String, Set<UUID>> saidBy = load(source);
        was.forEach((commune, previous) -> {
            String next = target(commune);
            if (!Objects.equals(previous, next)) {
                Set<UUID> enders = new TreeSet<>(saidBy.getOrDefault(commune, Set.of()));
                enders.add(draft.changeId());
                after.at(commune, dayBefore).map(UnitVersion::endedBy).ifPresent(enders::add);
                after.children(commune, dayBefore)
                        .sorted(Comparator.comparing(UnitVersion::code))
                        .toList()
                        .forEach(hamlet -> follow(hamlet, previous, next, enders));
            }
        });
        return moved;
    }

    /** The hamlets of what goes elsewhere, and those already there: numbers are not used again. */
    private Map<String, Set<UUID>> load(HamletSource source) {
        Set<String> communes = new TreeSet<>();
        was.forEach((commune, previous) -> {
            String next = target(commune);
            if (!Objects.equals(previous, next)) {
                communes.add(commune);
                if (next != null) {
                    communes.add(next);
                }
            }
        });
        if (communes.isEmpty()) {
            return Map.of();
        }
        HamletSource.Hamlets hamlets = source.under(communes);
        draft.load(hamlets.versions(), hamlets.edges());
        return hamlets.saidBy();
    }

    /** Where the population of a commune of the day before is on the day; null where it is divided, gone or nobody knows. */
    private @Nullable String target(String commune) {
        Optional<UnitVersion> previous = after.at(commune, dayBefore);
        if (previous.isEmpty()) {
            return null;
        }
        List<LineageEdge> leaving = draft.leaving(commune);
        if (!leaving.isEmpty()) {
            String to = Population.goesTo(leaving);
            return to != null && UnitCode.levelOf(to) == Level.COMMUNE ? to : null;
        }
        return after.at(commune, day).filter(previous.get()::isSameUnit).isPresent() ? commune : null;
    }

    private void follow(UnitVersion hamlet, @Nullable String previous, @Nullable String next, Set<UUID> enders) {
        Optional<UnitVersion> now = present(hamlet);
        boolean assigned = draft.leaving(hamlet.code()).stream()
                .map(LineageEdge::to)
                .filter(Objects::nonNull)
                .anyMatch(to -> !new UnitCode(to).communeOfHamlet().equals(previous));
        if (assigned
                || now.filter(version -> Objects.equals(version.parentCode(), next))
                        .isPresent()) {
            return;
        }
        if (now.isPresent()) {
            leave(hamlet, now.get(), next);
        } else if (next != null && hamlet.valid().endsOn(day) && endedByRule(hamlet, enders)) {
            arrive(hamlet, next, List.of(hamlet));
        }
    }

    private boolean endedByRule(UnitVersion hamlet, Set<UUID> enders) {
        UUID ender = hamlet.endedBy();
        return ender != null
                && enders.contains(ender)
                && draft.leaving(hamlet.code()).isEmpty();
    }

    /** The hamlet on the day, under whatever code. */
    private Optional<UnitVersion> present(UnitVersion hamlet) {
        return after.at(hamlet.code(), day).filter(hamlet::isSameUnit).or(() -> draft.leaving(hamlet.code()).stream()
                .map(LineageEdge::to)
                .filter(Objects::nonNull)
                .flatMap(to -> after.at(to, day).stream())
                .filter(hamlet::isSameUnit)
                .findFirst());
    }

    /** Takes the hamlet from where it is from the day on, with all that is known of it since. */
    private void leave(UnitVersion hamlet, UnitVersion now, @Nullable String next) {
        UnitVersion first = now.valid().from().isBefore(day) ? draft.cut(now) : now;
        List<UnitVersion> since = after.versions(first.code()).stream()
                .filter(version -> !version.valid().from().isBefore(day) && version.isSameUnit(first))
                .toList();
        since.forEach(after::remove);
        if (next == null) {
            draft.ended().add(hamlet.code());
            after.at(hamlet.code(), dayBefore)
                    .filter(version -> !draft.changeId().equals(version.endedBy()))
                    .ifPresent(version -> draft.replace(version, version.endedBy(draft.changeId())));
            clearEdges(hamlet.code());
        } else {
            arrive(hamlet, next, since);
        }
    }

    private void clearEdges(String code) {
        if (!draft.leaving(code).isEmpty()) {
            draft.setLeaving(code, List.of());
        }
    }

    /** @param since what it is from the day on; of one that had ended what it was */
    private void arrive(UnitVersion hamlet, String commune, List<UnitVersion> since) {
        boolean home = hamlet.code().startsWith(commune + "-");
        String code = home ? hamlet.code() : number(commune);
        if (code == null) {
            return;
        }
        for (UnitVersion version : since) {
            EndsWithParent.bound(at(version, code, commune), day, after).ifPresent(after::put);
        }
        if (home) {
            draft.ended().remove(code);
            heal(code);
            clearEdges(code);
        } else {
            moved++;
            draft.ended().add(hamlet.code());
            draft.setLeaving(hamlet.code(), List.of(LineageEdge.whole(hamlet.code(), day, code)));
        }
    }

    /** What lives on under its own code as if nothing had been said has one version again. */
    private void heal(String code) {
        UnitVersion was = after.at(code, dayBefore).orElseThrow();
        UnitVersion is = after.at(code, day).orElseThrow();
        if (was.isSameUnit(is) && was.saysTheSame(is)) {
            after.remove(is);
            draft.replace(
                    was, was.lasting(new Validity(was.valid().from(), is.valid().to()), is.endedBy()));
        }
    }

    private UnitVersion at(UnitVersion version, String code, String commune) {
        boolean revived = version.valid().from().isBefore(day);
        return new UnitVersion(
                version.unitId(),
                code,
                version.name(),
                version.fullName(),
                version.type(),
                version.level(),
                commune,
                revived ? Validity.since(day) : version.valid(),
                version.valid().from().equals(day) || revived ? draft.changeId() : version.begunBy(),
                revived ? null : version.endedBy());
    }

    private @Nullable String number(String commune) {
        int number = lastNumbers.computeIfAbsent(commune, this::lastNumber) + 1;
        lastNumbers.put(commune, number);
        if (number > UnitCode.LAST_HAMLET_NUMBER) {
            places.whole(
                    DirectoryProblem.HAMLET_NUMBERS_EXHAUSTED,
                    Text.of("Xã %s đã dùng hết số.", "Commune %s has used all numbers.", commune));
            return null;
        }
        return UnitCode.hamlet(commune, number);
    }

    private int lastNumber(String commune) {
        return after.childVersions(commune)
                .mapToInt(hamlet -> new UnitCode(hamlet.code()).hamletNumber())
                .max()
                .orElse(0);
    }
}
