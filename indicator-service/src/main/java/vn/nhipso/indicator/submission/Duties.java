package vn.nhipso.indicator.submission;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.calendar.Schedule;
import vn.nhipso.indicator.definition.Definition;
import vn.nhipso.indicator.definition.DefinitionVersions;
import vn.nhipso.indicator.unit.Level;
import vn.nhipso.kit.period.Period;
import vn.nhipso.kit.period.ReportingCalendar;

/** Who owes which figures of a period, and until when. Not for several threads. */
final class Duties {

    private final Collection<DefinitionVersions> indicators;
    private final Schedule schedule;
    private final Map<Period, List<Definition>> due = new HashMap<>();

    Duties(Collection<DefinitionVersions> indicators, Schedule schedule) {
        this.indicators = indicators;
        this.schedule = schedule;
    }

    /** The indicators that a unit of the level reports for the period, in the order of their codes: valid on its closing day and due that often. */
    List<String> expected(Period period, Level level) {
        return due(period).stream()
                .filter(definition -> definition.reportedBy().contains(level))
                .map(Definition::code)
                .sorted()
                .toList();
    }

    /**
     * The last day on which the report is in time: the latest among the calendars of what is expected, for it is one report; the civil
     * calendar's where nothing is. Null for a day, of which nothing is due.
     */
    @Nullable LocalDate dueOn(Period period, Level level) {
        LocalDate latest = due(period).stream()
                .filter(definition -> definition.reportedBy().contains(level))
                .map(Definition::calendar)
                .distinct()
                .map(calendar -> schedule.dueOn(calendar, period))
                .filter(day -> day != null)
                .max(LocalDate::compareTo)
                .orElse(null);
        return latest == null ? schedule.dueOn(ReportingCalendar.CALENDAR, period) : latest;
    }

    /** The levels that owe a report for the period, each with its last day in time. */
    Map<Level, LocalDate> owed(Period period) {
        Map<Level, LocalDate> owed = new EnumMap<>(Level.class);
        for (Level level : Level.values()) {
            LocalDate day = dueOn(period, level);
            if (day != null && !expected(period, level).isEmpty()) {
                owed.put(level, day);
            }
        }
        return owed;
    }

    private List<Definition> due(Period period) {
        return due.computeIfAbsent(period, this::dueFor);
    }

    private List<Definition> dueFor(Period period) {
        List<Definition> all = new ArrayList<>();
        for (DefinitionVersions versions : indicators) {
            Definition definition = versions.of(period);
            if (definition.frequency().due() == period.kind() && definition.isValidFor(period)) {
                all.add(definition);
            }
        }
        return all;
    }
}
