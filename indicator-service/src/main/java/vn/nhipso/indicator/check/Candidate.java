package vn.nhipso.indicator.check;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.definition.Definition;
import vn.nhipso.indicator.figure.Content;
import vn.nhipso.indicator.figure.Scope;
import vn.nhipso.indicator.unit.UnitHistory;
import vn.nhipso.indicator.unit.UnitVersion;
import vn.nhipso.kit.period.Period;

/**
 * A measurement as it would stand: what the row says over what stood before.
 *
 * @param unit the unit on the period's closing day; null when the code lives on another day only, or never
 * @param scope as it is stored: a WHOLE of the lowest level that reports has become OWN
 * @param today Vietnam's
 */
public record Candidate(
        Definition definition,
        UnitHistory history,
        @Nullable UnitVersion unit,
        Period period,
        Scope scope,
        Content content,
        LocalDate today) {

    /** Resolves unit and scope of a row. */
    public static Candidate of(
            Definition definition, UnitHistory history, Period period, Scope scope, Content content, LocalDate today) {
        UnitVersion unit = history.on(definition.calendar().closingDay(period));
        boolean lowest = unit != null && unit.level() == definition.lowestLevel();
        Scope stored = lowest && scope == Scope.WHOLE ? Scope.OWN : scope;
        return new Candidate(definition, history, unit, period, stored, content, today);
    }

    /** Whether its OWN is its WHOLE as well. */
    public boolean isAtLowestLevel() {
        return unit != null && unit.level() == definition.lowestLevel();
    }

    public Candidate saying(Content other) {
        return new Candidate(definition, history, unit, period, scope, other, today);
    }
}
