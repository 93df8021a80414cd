package vn.nhipso.indicator.target;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.IndicatorProblem;
import vn.nhipso.indicator.definition.DefinitionVersions;
import vn.nhipso.indicator.definition.Definitions;
import vn.nhipso.indicator.unit.Units;
import vn.nhipso.kit.period.Period;
import vn.nhipso.kit.period.ReportingCalendar;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;

/** What parameters ask for must be there. */
@ApplicationScoped
class AskedAims {

    private final Definitions definitions;
    private final Units units;
    private final Inheritance inheritance;

    AskedAims(Definitions definitions, Units units, Inheritance inheritance) {
        this.definitions = definitions;
        this.units = units;
        this.inheritance = inheritance;
    }

    /** An aim whose indicator is defined and whose unit lives on the closing day; both are 404 otherwise. */
    Aim one(String indicator, String unit, Period period) {
        DefinitionVersions known = definitions.versions(List.of(indicator)).get(indicator);
        if (known == null) {
            throw new ProblemException(
                    IndicatorProblem.INDICATOR_NOT_FOUND,
                    Text.of("Không có chỉ tiêu %s.", "There is no indicator %s.", indicator));
        }
        requireUnit(unit, period, known.of(period).calendar());
        return new Aim(indicator, unit, period);
    }

    /** That of an indicator, or those of all that have a target for the unit and period. */
    List<Aim> of(@Nullable String indicator, String unit, Period period) {
        if (indicator != null) {
            return List.of(one(indicator, unit, period));
        }
        requireUnit(unit, period, ReportingCalendar.CALENDAR);
        List<Aim> aims = new ArrayList<>();
        inheritance
                .of(unit, null, period.toString())
                .forEach(target -> aims.add(new Aim(target.indicator, unit, period)));
        return aims;
    }

    private void requireUnit(String unit, Period period, ReportingCalendar calendar) {
        if (units.find(List.of(unit)).of(unit).on(calendar.closingDay(period)) == null) {
            throw new ProblemException(
                    IndicatorProblem.UNIT_NOT_FOUND,
                    Text.of(
                            "Vào ngày %2$s không có đơn vị mang mã %1$s.",
                            "No unit bore the code %1$s on %2$s.", unit, calendar.closingDay(period)));
        }
    }
}
