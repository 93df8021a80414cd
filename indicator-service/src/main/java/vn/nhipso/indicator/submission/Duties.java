package vn.nhipso.indicator.submission;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
        return expecting(period, level).map(Definition::code).sorted().toList();
    }

    /**
     * The last day on which the report is in time: the latest among the calendars of what is expected, for it is one report; the civil
     * calendar's where nothing is. Null for a day, of which nothing is due.
     */
    @Nullable LocalDate dueOn(Period period, Level level) {
        LocalDate latest = expecting(period, level)
                .map(Definition::calendar)
                .distinct()
                .map(calendar -> schedule.dueOn(calendar, period))
                .filter(day -> day != null)
                .max(LocalDate::compareTo)
                .orElse(null);
        return latest == null ? schedule.dueOn(ReportingCalendar.CALENDAR, period) : latest;
    }

    /**
     * Units of this level that live on that day owe a report.
     *
     * @param closingDay of a calendar of what is expected: whoever lives on one of several owes it
     * @param dueOn the last day in time
     */
    record Owed(Level level, LocalDate closingDay, LocalDate dueOn) {}

    /** Who owes a report for the period. */
    List<Owed> owed(Period period) {
        List<Owed> owed = new ArrayList<>();
        for (Level level : Level.values()) {
            LocalDate day = dueOn(period, level);
            if (day != null) {
                expecting(period, level)
                        .map(definition -> definition.calendar().closingDay(period))
                        .distinct()
                        .forEach(closingDay -> owed.add(new Owed(level, closingDay, day)));
            }
        }
        return owed;
    }

    private Stream<Definition> expecting(Period period, Level level) {
        return due(period).stream().filter(definition -> definition.reportedBy().contains(level));
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
