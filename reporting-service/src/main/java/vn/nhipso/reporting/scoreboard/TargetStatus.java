package vn.nhipso.reporting.scoreboard;

import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.period.Period;
import vn.nhipso.reporting.catalogue.Definition;
import vn.nhipso.reporting.catalogue.Target;
import vn.nhipso.reporting.rollup.Figure;

/** How an exact figure stands against a target; what is rounded for showing has no say. */
public enum TargetStatus {
    /** Exactly reached (đạt). */
    MET,
    /** Beyond it (vượt). */
    EXCEEDED,
    /** On the way to a target of a longer period: of what accumulates, at least the part that these days of that period ask for (dự kiến đạt). */
    ON_TRACK,
    /** Not reached (chưa đạt). */
    BEHIND,
    /** Nobody set a target. */
    NO_TARGET,
    /** There is a target and no number to hold against it. */
    NOT_COMPARABLE;

    /** The status of a figure of a period; without a target there is none to be held against. */
    public static TargetStatus of(Definition definition, Period period, Figure figure, @Nullable Target target) {
        if (target == null) {
            return NO_TARGET;
        }
        if (!figure.comparable()) {
            return NOT_COMPARABLE;
        }
        int beyond = figure.compareTo(target.value()) * (target.comparator() == Target.Comparator.AT_LEAST ? 1 : -1);
        if (target.period().equals(period)) {
            return beyond == 0 ? MET : beyond > 0 ? EXCEEDED : BEHIND;
        }
        return onTheWay(definition, period, figure, target, beyond);
    }

    private static TargetStatus onTheWay(
            Definition definition, Period period, Figure figure, Target target, int beyond) {
        boolean accumulates = accumulates(definition);
        if (target.comparator() == Target.Comparator.AT_MOST && accumulates) {
            // What accumulates can still go beyond a limit: it is met when the period is over.
            return beyond >= 0 ? ON_TRACK : BEHIND;
        }
        if (beyond >= 0) {
            return beyond == 0 ? MET : EXCEEDED;
        }
        boolean enough =
                target.comparator() == Target.Comparator.AT_LEAST && accumulates && pace(period, figure, target) >= 0;
        return enough ? ON_TRACK : BEHIND;
    }

    /** Only what is counted day by day accumulates: neither a rate nor a state is excused by the calendar. */
    private static boolean accumulates(Definition definition) {
        return definition.kind() == Definition.Kind.COUNT && definition.nature().equals("FLOW");
    }

    /** Compares the figure with the target's value times the part of its period that the figure is of. */
    private static int pace(Period period, Figure figure, Target target) {
        BigDecimal days = BigDecimal.valueOf(days(period));
        BigDecimal all = BigDecimal.valueOf(days(target.period()));
        return figure.times(all).compareTo(target.value().multiply(days));
    }

    private static long days(Period period) {
        return ChronoUnit.DAYS.between(period.start(), period.end()) + 1;
    }
}
