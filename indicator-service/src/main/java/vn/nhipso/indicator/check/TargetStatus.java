package vn.nhipso.indicator.check;

import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import vn.nhipso.indicator.definition.Definition;
import vn.nhipso.indicator.definition.Kind;
import vn.nhipso.indicator.definition.Nature;
import vn.nhipso.kit.period.Period;

/** How a figure stands against a target (DESIGN 6); the same rule as in the reports. */
enum TargetStatus {
    BEHIND,
    ON_TRACK,
    MET,
    EXCEEDED;

    static TargetStatus of(Definition definition, Period period, BigDecimal figure, Aim aim) {
        int beyond = figure.compareTo(aim.value()) * (aim.atLeast() ? 1 : -1);
        boolean accumulates = definition.kind() == Kind.COUNT && definition.nature() == Nature.FLOW;
        if (aim.period().equals(period) || !accumulates) {
            return beyond == 0 ? MET : beyond > 0 ? EXCEEDED : BEHIND;
        }
        if (!aim.atLeast()) {
            // What accumulates can still go beyond a limit: it is met when the period is over.
            return beyond >= 0 ? ON_TRACK : BEHIND;
        }
        if (beyond >= 0) {
            return beyond == 0 ? MET : EXCEEDED;
        }
        return keepsPace(period, figure, aim) ? ON_TRACK : BEHIND;
    }

    /** Whether the figure is at least the target's value times the part of its period that the figure is of. */
    private static boolean keepsPace(Period period, BigDecimal figure, Aim aim) {
        BigDecimal days = BigDecimal.valueOf(days(period));
        BigDecimal all = BigDecimal.valueOf(days(aim.period()));
        return figure.multiply(all).compareTo(aim.value().multiply(days)) >= 0;
    }

    private static long days(Period period) {
        return ChronoUnit.DAYS.between(period.start(), period.end()) + 1;
    }
}
