package vn.nhipso.indicator.target;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.definition.DefinitionVersions;
import vn.nhipso.indicator.definition.Definitions;
import vn.nhipso.indicator.unit.Units;
import vn.nhipso.kit.period.Period;
import vn.nhipso.kit.period.ReportingCalendar;

/** Which targets count for a unit: its own, else its nearest ancestor's on the closing day of the period. */
@ApplicationScoped
class Inheritance {

    private final TargetRepository targets;
    private final Definitions definitions;
    private final Units units;

    Inheritance(TargetRepository targets, Definitions definitions, Units units) {
        this.targets = targets;
        this.definitions = definitions;
        this.units = units;
    }

    /** One target at most for each indicator and period, in that order. */
    List<Target> of(String unit, @Nullable String indicator, @Nullable String period) {
        List<Target> candidates = targets.list(indicator, period, units.everAbove(unit));
        Set<String> codes = new HashSet<>();
        candidates.forEach(target -> codes.add(target.indicator));
        Map<String, DefinitionVersions> known = definitions.versions(codes);
        Map<LocalDate, List<String>> lines = new HashMap<>();
        Map<String, List<Target>> choices = new LinkedHashMap<>();
        candidates.forEach(
                target -> choices.computeIfAbsent(target.indicator + "|" + target.period, key -> new ArrayList<>())
                        .add(target));
        List<Target> chosen = new ArrayList<>();
        for (List<Target> choice : choices.values()) {
            LocalDate day = closingDay(choice.getFirst(), known);
            List<String> line = lines.computeIfAbsent(day, on -> line(unit, on));
            Target nearest = nearest(choice, line);
            if (nearest != null) {
                chosen.add(nearest);
            }
        }
        return chosen;
    }

    private List<String> line(String unit, LocalDate day) {
        List<String> line = new ArrayList<>(List.of(unit));
        line.addAll(units.ancestors(unit, day));
        return line;
    }

    private static @Nullable Target nearest(Collection<Target> choice, List<String> line) {
        for (String unit : line) {
            for (Target target : choice) {
                if (target.unit.equals(unit)) {
                    return target;
                }
            }
        }
        return null;
    }

    private static LocalDate closingDay(Target target, Map<String, DefinitionVersions> known) {
        Period period = Period.parse(target.period);
        DefinitionVersions versions = known.get(target.indicator);
        ReportingCalendar calendar = versions == null
                ? ReportingCalendar.CALENDAR
                : versions.of(period).calendar();
        return calendar.closingDay(period);
    }
}
