package vn.nhipso.indicator.target;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.definition.DefinitionVersions;
import vn.nhipso.indicator.definition.Definitions;
import vn.nhipso.indicator.unit.Units;
import vn.nhipso.kit.period.Period;
import vn.nhipso.kit.period.ReportingCalendar;

/**
 * Which targets count: a unit's own before that of its nearest ancestor on the closing day, and of one unit the one of exactly the period before
 * one of a longer period that contains it, the shortest first. As many aims as are asked at once take three queries.
 */
@ApplicationScoped
public class ApplicableTargets {

    /** The shortest period first; of one period what was said last. */
    private static final Comparator<Dated> CLOSEST = Comparator.comparingLong(Dated::days)
            .thenComparing(dated -> dated.target().period)
            .thenComparing(dated -> -dated.target().revision);

    private final TargetRepository targets;
    private final Definitions definitions;
    private final Units units;

    ApplicableTargets(TargetRepository targets, Definitions definitions, Units units) {
        this.targets = targets;
        this.definitions = definitions;
        this.units = units;
    }

    /** The targets that count; aims without one are missing. */
    public Map<Aim, ApplicableTarget> find(Collection<Aim> aims) {
        Map<Aim, ApplicableTarget> found = new HashMap<>();
        explain(aims, false).forEach(applicable -> {
            Target target = applicable.target();
            if (target != null) {
                found.put(applicable.aim(), ApplicableTarget.of(target));
            }
        });
        return found;
    }

    /**
     * What counts for each aim and why, in their order.
     *
     * @param all whether targets that no longer stand are named among those considered
     */
    List<Applicable> explain(Collection<Aim> aims, boolean all) {
        Map<Aim, Units.Place> places = places(aims);
        Map<Units.Place, List<String>> lines = units.lines(new HashSet<>(places.values()));
        Set<String> codes = new HashSet<>();
        lines.values().forEach(codes::addAll);
        Set<String> indicators = new HashSet<>();
        aims.forEach(aim -> indicators.add(aim.indicator()));
        Map<Owner, List<Dated>> owned = new HashMap<>();
        targets.of(indicators, codes, all).forEach(target -> owned.computeIfAbsent(
                        new Owner(target.indicator, target.unit), owner -> new ArrayList<>())
                .add(new Dated(target, Period.parse(target.period))));
        return aims.stream()
                .map(aim -> choose(aim, lines.getOrDefault(places.get(aim), List.of()), owned))
                .toList();
    }

    /** Whose targets of which indicator. */
    private record Owner(String indicator, String unit) {}

    /** A target and its period, read once. */
    private record Dated(Target target, Period period) {

        long days() {
            return period.end().toEpochDay() - period.start().toEpochDay();
        }
    }

    private Map<Aim, Units.Place> places(Collection<Aim> aims) {
        Set<String> codes = new HashSet<>();
        aims.forEach(aim -> codes.add(aim.indicator()));
        Map<String, DefinitionVersions> versions = definitions.versions(codes);
        Map<Aim, Units.Place> places = new HashMap<>();
        for (Aim aim : aims) {
            DefinitionVersions known = versions.get(aim.indicator());
            ReportingCalendar calendar = known == null
                    ? ReportingCalendar.CALENDAR
                    : known.of(aim.period()).calendar();
            places.put(aim, new Units.Place(aim.unit(), calendar.closingDay(aim.period())));
        }
        return places;
    }

    private static Applicable choose(Aim aim, List<String> line, Map<Owner, List<Dated>> owned) {
        List<Target> fitting = new ArrayList<>();
        for (String unit : line) {
            owned.getOrDefault(new Owner(aim.indicator(), unit), List.of()).stream()
                    .filter(dated -> dated.period().contains(aim.period()))
                    .sorted(CLOSEST)
                    .forEach(dated -> fitting.add(dated.target()));
        }
        Target first = fitting.stream().filter(Target::stands).findFirst().orElse(null);
        List<Applicable.Considered> considered = fitting.stream()
                .filter(target -> !target.withdrawn)
                .map(target -> new Applicable.Considered(target, lost(target, first, fitting)))
                .sorted(Comparator.comparing((Applicable.Considered looked) -> looked.lost() != null)
                        .thenComparing(looked -> !looked.target().stands()))
                .toList();
        return new Applicable(aim, first, why(aim, first), considered);
    }

    private static Applicable.Why why(Aim aim, @Nullable Target target) {
        if (target == null) {
            return Applicable.Why.NO_TARGET;
        }
        boolean exact = target.period.equals(aim.period().toString());
        if (target.unit.equals(aim.unit())) {
            return exact ? Applicable.Why.OWN : Applicable.Why.OWN_LONGER_PERIOD;
        }
        return exact ? Applicable.Why.INHERITED : Applicable.Why.INHERITED_LONGER_PERIOD;
    }

    private static Applicable.@Nullable Lost lost(Target target, @Nullable Target first, List<Target> all) {
        if (target.equals(first)) {
            return null;
        }
        if (!target.stands()) {
            boolean takenBack = all.stream().anyMatch(other -> other.withdrawn && target.id.equals(other.supersedes));
            return takenBack ? Applicable.Lost.WITHDRAWN : Applicable.Lost.SUPERSEDED;
        }
        boolean sameUnit = first != null && first.unit.equals(target.unit);
        return sameUnit ? Applicable.Lost.CLOSER_PERIOD : Applicable.Lost.NEARER_UNIT;
    }
}
