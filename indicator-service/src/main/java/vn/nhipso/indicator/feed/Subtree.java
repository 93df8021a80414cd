package vn.nhipso.indicator.feed;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.nhipso.indicator.definition.Definition;
import vn.nhipso.indicator.definition.Definitions;
import vn.nhipso.indicator.unit.Units;
import vn.nhipso.kit.period.Period;
import vn.nhipso.kit.period.ReportingCalendar;

/** Whose figures are of a unit's subtree: on the closing day of their period, those of units it has taken over included. */
@ApplicationScoped
class Subtree {

    private final Units units;
    private final Definitions definitions;

    Subtree(Units units, Definitions definitions) {
        this.units = units;
        this.definitions = definitions;
    }

    List<Change> of(String root, List<Change> changes) {
        if (changes.isEmpty()) {
            return changes;
        }
        Map<String, Definition> known = definitions.find(
                changes.stream().map(change -> change.key().indicator()).collect(Collectors.toSet()));
        Map<Change, Units.Place> places = new HashMap<>();
        changes.forEach(change -> places.put(change, place(change, known)));
        Set<Units.Place> within = units.below(root, new HashSet<>(places.values()));
        return changes.stream()
                .filter(change -> within.contains(places.get(change)))
                .toList();
    }

    private static Units.Place place(Change change, Map<String, Definition> known) {
        Definition definition = known.get(change.key().indicator());
        ReportingCalendar calendar = definition == null ? ReportingCalendar.CALENDAR : definition.calendar();
        return new Units.Place(
                change.key().unit(),
                calendar.closingDay(Period.parse(change.key().period())));
    }
}
