package vn.nhipso.indicator.finding.comparison;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.check.Candidate;
import vn.nhipso.indicator.check.Oddity;
import vn.nhipso.indicator.definition.Definition;
import vn.nhipso.indicator.definition.DefinitionVersions;
import vn.nhipso.indicator.figure.Scope;
import vn.nhipso.indicator.finding.Checked;
import vn.nhipso.indicator.finding.Recorded;
import vn.nhipso.kit.period.Period;
import vn.nhipso.kit.period.PeriodKind;

/** A measurement that is judged. Two of one key are equal. */
record Subject(String unit, Period period, String indicator, Scope scope, DefinitionVersions versions) {

    /** Beyond it nobody reports. */
    private static final int LAST_YEAR = 2100;

    private static final int YEAR_DIGITS = 4;

    static Subject of(Candidate candidate) {
        Definition definition = candidate.definition();
        return new Subject(
                candidate.history().code(),
                candidate.period(),
                definition.code(),
                candidate.scope(),
                new DefinitionVersions(List.of(definition)));
    }

    /** The same of another period. */
    Subject in(Period other) {
        return new Subject(unit, other, indicator, scope, versions);
    }

    Subject of(String otherUnit) {
        return new Subject(otherUnit, period, indicator, scope, versions);
    }

    /** The last period that this one is held against. */
    Period previous() {
        return period.previous();
    }

    /** The same period last year, where that is another than the last one. */
    @Nullable Period lastYear() {
        Period lastYear = period.samePeriodLastYear();
        return lastYear.equals(previous()) ? null : lastYear;
    }

    /** Those that are held against this one: of the next period, and of the same period next year. */
    List<Subject> later() {
        Set<Period> later = new LinkedHashSet<>();
        later.add(period.next());
        if (period.kind() == PeriodKind.DAY) {
            LocalDate nextYear = period.start().plusYears(1);
            later.add(Period.ofDay(nextYear));
            later.add(Period.ofDay(nextYear.plusDays(1)));
            later.removeIf(other -> !other.previous().equals(period)
                    && !other.samePeriodLastYear().equals(period));
        } else if (period.year() < LAST_YEAR) {
            later.add(Period.parse((period.year() + 1) + period.toString().substring(YEAR_DIGITS)));
        }
        return later.stream().map(this::in).toList();
    }

    LocalDate closingDay() {
        return closingDay(period);
    }

    LocalDate closingDay(Period other) {
        return versions.of(period).calendar().closingDay(other);
    }

    /** The definition under which its value was made; the one of its period, where that is not known. */
    Definition definition(int version) {
        for (Definition definition : versions.newestFirst()) {
            if (definition.version() == version) {
                return definition;
            }
        }
        return versions.of(period);
    }

    Checked checked(Oddity.Code code) {
        return new Checked(unit, period.toString(), indicator, scope, code);
    }

    Recorded recorded(Oddity oddity) {
        return new Recorded(unit, period.toString(), indicator, scope, oddity);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Subject that
                && unit.equals(that.unit)
                && period.equals(that.period)
                && indicator.equals(that.indicator)
                && scope == that.scope;
    }

    @Override
    public int hashCode() {
        return 31 * (31 * (31 * unit.hashCode() + period.hashCode()) + indicator.hashCode()) + scope.hashCode();
    }
}
