package vn.nhipso.reporting.scoreboard;

import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.period.Period;
import vn.nhipso.reporting.catalogue.Definition;
import vn.nhipso.reporting.catalogue.Target;
import vn.nhipso.reporting.rollup.Figure;

/** How an exact figure stands against a target; what is rounded for showing has no say. */
enum TargetStatus {
    /** Exactly reached (đạt). */
    MET,
    /** Beyond it (vượt). */
    EXCEEDED,
    /** On the way to a target of a longer period: at least the part of it that the elapsed part of that period asks for (dự kiến đạt). */
    ON_TRACK,
    /** Not reached (chưa đạt). */
    BEHIND,
    /** Nobody set a target. */
    NO_TARGET,
    /** There is a target and no number to hold against it. */
    NOT_COMPARABLE;

    static TargetStatus of(Definition definition, Period period, Figure figure, @Nullable Target target) {
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
        boolean grows = grows(definition);
        if (target.comparator() == Target.Comparator.AT_MOST && grows) {
            // What only grows can still go beyond a limit: it is met when the period is over.
            return beyond >= 0 ? ON_TRACK : BEHIND;
        }
        if (beyond >= 0) {
            return beyond == 0 ? MET : EXCEEDED;
        }
        boolean enough =
                target.comparator() == Target.Comparator.AT_LEAST && grows && elapsed(period, figure, target) >= 0;
        return enough ? ON_TRACK : BEHIND;
    }

    /** A rate does not grow with the year: half of the year does not excuse half of the rate. */
    private static boolean grows(Definition definition) {
        return definition.nature().equals("STOCK") || definition.kind() == Definition.Kind.COUNT;
    }

    /** Compares the figure with the target's value times the elapsed part of its period. */
    private static int elapsed(Period period, Figure figure, Target target) {
        BigDecimal days = BigDecimal.valueOf(days(target.period().start(), period.end()));
        BigDecimal all =
                BigDecimal.valueOf(days(target.period().start(), target.period().end()));
        return figure.times(all).compareTo(target.value().multiply(days));
    }

    private static long days(java.time.LocalDate from, java.time.LocalDate to) {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }
}
