package vn.nhipso.indicator.target;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.unit.Units;
import vn.nhipso.kit.period.Period;

/** Which targets count for a unit: its own, else its nearest ancestor's on the closing day of the period. */
@ApplicationScoped
class Inheritance {

    private final TargetRepository targets;
    private final ApplicableTargets applicable;
    private final Units units;

    Inheritance(TargetRepository targets, ApplicableTargets applicable, Units units) {
        this.targets = targets;
        this.applicable = applicable;
        this.units = units;
    }

    /** One target at most for each indicator and period that any has, in that order. */
    List<Target> of(String unit, @Nullable String indicator, @Nullable String period) {
        Set<Aim> aims = new LinkedHashSet<>();
        targets.list(indicator, period, units.everAbove(unit))
                .forEach(target -> aims.add(new Aim(target.indicator, unit, Period.parse(target.period))));
        return applicable.explain(aims, false).stream()
                .filter(found -> isOfThePeriod(found))
                .map(found -> Objects.requireNonNull(found.target()))
                .toList();
    }

    private static boolean isOfThePeriod(Applicable found) {
        return found.why() == Applicable.Why.OWN || found.why() == Applicable.Why.INHERITED;
    }
}
