package vn.nhipso.indicator.submission;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.insight.Insights;
import vn.nhipso.indicator.unit.Level;
import vn.nhipso.indicator.unit.UnitHistories;
import vn.nhipso.indicator.unit.UnitHistory;
import vn.nhipso.indicator.unit.UnitVersion;
import vn.nhipso.indicator.unit.Units;
import vn.nhipso.kit.period.Period;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.kit.time.VietnamTime;

/** Whose returns somebody may see and act on: those of the subtree of their unit, with the periods of all it took over wholly. */
@ApplicationScoped
class ReturnRights {

    private final Insights insights;
    private final Units units;
    private final Clock clock;

    ReturnRights(Insights insights, Units units, Clock clock) {
        this.insights = insights;
        this.units = units;
        this.clock = clock;
    }

    /** Fails with FORBIDDEN outside role or subtree. */
    void require(Person person, String unit, Period period) {
        if (covered(person, List.of(new Insights.Place(unit, period.toString())))
                .isEmpty()) {
            throw new ProblemException(
                    KitProblem.FORBIDDEN,
                    Text.of("Đơn vị %s nằm ngoài phạm vi quyền.", "Unit %s is outside your rights.", unit));
        }
    }

    /** Of which of the units and periods the person sees and handles the return. */
    List<Insights.Place> covered(Person person, Collection<Insights.Place> places) {
        if (!person.insider() || places.isEmpty()) {
            return List.of();
        }
        return person.coversWholeTree() ? List.copyOf(places) : insights.below(person.unit(), places);
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

    /** A unit and those above it on a day, from below, as they were then. */
    List<UnitVersion> line(String unit, LocalDate day) {
        List<String> codes = new ArrayList<>(List.of(unit));
        codes.addAll(units.ancestors(unit, day));
        UnitHistories known = units.find(codes);
        return codes.stream()
                .map(code -> known.of(code).on(day))
                .filter(Objects::nonNull)
                .toList();
    }
}
