package vn.nhipso.indicator.submission;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.unit.Level;
import vn.nhipso.indicator.unit.UnitHistory;
import vn.nhipso.indicator.unit.UnitVersion;
import vn.nhipso.indicator.unit.Units;
import vn.nhipso.kit.period.Period;
import vn.nhipso.kit.period.ReportingCalendar;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.kit.time.VietnamTime;

/** Whose returns somebody may see and act on: those of the subtree of their unit, with the periods of all it took over wholly. */
@ApplicationScoped
class ReturnRights {

    private final Units units;
    private final Clock clock;

    ReturnRights(Units units, Clock clock) {
        this.units = units;
        this.clock = clock;
    }

    /** Fails with FORBIDDEN outside role or subtree. */
    void require(Person person, String unit, Period period) {
        if (!covers(person, unit, period)) {
            throw new ProblemException(
                    KitProblem.FORBIDDEN,
                    Text.of("Đơn vị %s nằm ngoài phạm vi quyền.", "Unit %s is outside your rights.", unit));
        }
    }

    /** On the closing day of either calendar: whoever has the unit on one of them only has it not. */
    private boolean covers(Person person, String unit, Period period) {
        Set<Units.Place> days = Arrays.stream(ReportingCalendar.values())
                .map(calendar -> new Units.Place(unit, calendar.closingDay(period)))
                .collect(Collectors.toSet());
        return person.insider()
                && (person.coversWholeTree() || units.below(person.unit(), days).equals(days));
    }

    /** The level of the person's own unit: today's, else that of the last that bore the code; null where nobody knows it. */
    @Nullable Level levelOf(Person person) {
        if (person.coversWholeTree()) {
            return Level.COUNTRY;
        }
        UnitHistory unit = units.find(List.of(person.unit())).of(person.unit());
        UnitVersion today = unit.on(VietnamTime.today(clock));
        if (today != null) {
            return today.level();
        }
        return unit.isKnown() ? unit.versions().getLast().level() : null;
    }

    /** The levels of a unit and of those above it on a day, from below. */
    List<Level> line(String unit, LocalDate day) {
        List<String> codes = new ArrayList<>(List.of(unit));
        codes.addAll(units.ancestors(unit, day));
        return codes.stream()
                .map(code -> units.find(List.of(code)).of(code).on(day))
                .filter(version -> version != null)
                .map(UnitVersion::level)
                .toList();
    }
}
