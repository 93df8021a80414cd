package vn.nhipso.kit.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class PeriodPropertyTest {

    @Property
    void whatIsWrittenShouldBeReadBackAsTheSamePeriod(@ForAll("periods") Period period) {
        assertThat(Period.parse(period.toString())).isEqualTo(period).hasToString(period.toString());
    }

    @Property
    void theWrittenFormShouldMatchThePatternThatIsPublished(@ForAll("periods") Period period) {
        assertThat(period.toString()).matches(PeriodParser.PATTERN);
    }

    @Property
    void anyOtherTextShouldBeReadOrRejectedWithAnExplanationAndNothingElse(@ForAll("nearlyPeriods") String text) {
        try {
            assertThat(Period.parse(text).toString()).hasSizeLessThanOrEqualTo(text.length());
        } catch (PeriodFormatException rejection) {
            assertThat(rejection.text().vi()).isNotBlank();
            assertThat(rejection.text().en()).isNotBlank();
        }
    }

    @Property
    void aPrefixOrSuffixShouldNeverBeOverlooked(@ForAll("periods") Period period, @ForAll char extra) {
        Assume.that(!Character.isDigit(extra));

        assertThatThrownBy(() -> Period.parse(period.toString() + extra)).isInstanceOf(PeriodFormatException.class);
        assertThatThrownBy(() -> Period.parse(extra + period.toString())).isInstanceOf(PeriodFormatException.class);
    }

    @Property
    void equalSpansShouldBeEqualPeriods(@ForAll("periods") Period one, @ForAll("periods") Period other) {
        boolean sameSpan = one.start().equals(other.start()) && one.end().equals(other.end());

        assertThat(one.equals(other))
                .isEqualTo(sameSpan)
                .isEqualTo(one.toString().equals(other.toString()));
        assertThat(one.compareTo(other) == 0).isEqualTo(sameSpan);
    }

    @Property
    void previousShouldHaveTheSameKindEndBeforeThisStartsAndBeUndoneByNext(@ForAll("periods") Period period) {
        assertThat(period.previous().kind()).isEqualTo(period.kind());
        assertThat(period.previous().end()).isBefore(period.start());
        assertThat(period.previous().months()).hasSameSizeAs(period.months());
        assertThat(period.previous().next()).isEqualTo(period);
    }

    @Property
    void samePeriodLastYearShouldKeepKindLengthAndMonthsOneYearEarlier(@ForAll("periods") Period period) {
        Period lastYear = period.samePeriodLastYear();

        assertThat(lastYear.kind()).isEqualTo(period.kind());
        assertThat(lastYear.year()).isEqualTo(period.year() - 1);
        assertThat(lastYear.start().getMonth()).isEqualTo(period.start().getMonth());
        assertThat(lastYear.end().getMonth()).isEqualTo(period.end().getMonth());
        assertThat(lastYear.months()).hasSameSizeAs(period.months());
    }

    @Property
    void containsShouldAgreeWithFirstAndLastDays(@ForAll("periods") Period outer, @ForAll("periods") Period inner) {
        boolean bothEndsInside =
                outer.contains(Period.ofDay(inner.start())) && outer.contains(Period.ofDay(inner.end()));

        assertThat(outer.contains(inner)).isEqualTo(bothEndsInside);
        assertThat(outer.contains(outer)).isTrue();
        if (outer.contains(inner) && inner.contains(outer)) {
            assertThat(inner).isEqualTo(outer);
        }
    }

    @Property
    void partsShouldFillThePeriodWithoutGapOrOverlapInEveryCalendar(
            @ForAll("periods") Period whole, @ForAll ReportingCalendar calendar) {
        for (List<Period> parts : whole.parts()) {
            assertThat(parts).hasSizeGreaterThan(1).isSorted().allMatch(whole::contains);
            assertThat(parts).allMatch(part -> part.kind() != PeriodKind.YEAR_TO_DATE);
            assertThat(calendar.begins(parts.getFirst())).isEqualTo(calendar.begins(whole));
            assertThat(calendar.closingDay(parts.getLast())).isEqualTo(calendar.closingDay(whole));
            for (int i = 1; i < parts.size(); i++) {
                assertThat(calendar.begins(parts.get(i)))
                        .isEqualTo(calendar.closingDay(parts.get(i - 1)).plusDays(1));
            }
        }
    }

    @Property
    void namedPeriodsShouldContainEachOtherAlikeInEveryCalendar(
            @ForAll("spans") Period outer, @ForAll("spans") Period inner, @ForAll ReportingCalendar calendar) {
        assertThat(calendar.contains(outer, inner)).isEqualTo(outer.contains(inner));
    }

    @Property
    void theDefaultCalendarShouldBeThePeriodItself(@ForAll("periods") Period period) {
        assertThat(ReportingCalendar.CALENDAR.begins(period)).isEqualTo(period.start());
        assertThat(ReportingCalendar.CALENDAR.closingDay(period)).isEqualTo(period.end());
    }

    @Provide
    Arbitrary<Period> periods() {
        return Arbitraries.oneOf(spans(), days());
    }

    @Provide
    Arbitrary<Period> spans() {
        Arbitrary<Integer> years = years();
        return Arbitraries.oneOf(
                years.map(Period::ofYear),
                Combinators.combine(years, Arbitraries.integers().between(1, 2)).as(Period::ofHalf),
                Combinators.combine(years, Arbitraries.integers().between(1, 4)).as(Period::ofQuarter),
                Combinators.combine(years, Arbitraries.integers().between(1, 12))
                        .as(Period::ofMonth),
                Combinators.combine(years, Arbitraries.integers().between(1, 12))
                        .as(Period::ofYearToDate));
    }

    @Provide
    Arbitrary<String> nearlyPeriods() {
        Arbitrary<String> digits = Arbitraries.strings().numeric().ofMaxLength(3);
        return Combinators.combine(
                        Arbitraries.of("2024", "1900", "1899", "2101", "24", ""),
                        Arbitraries.of("-", "-", "-", "/", ""),
                        Arbitraries.of("H", "Q", "YTD", "S", "M", "h", ""),
                        digits,
                        Arbitraries.of("", "-", " "),
                        digits)
                .as((year, dash, letter, number, separator, day) -> year + dash + letter + number + separator + day);
    }

    private static Arbitrary<Period> days() {
        return Combinators.combine(years(), Arbitraries.integers().between(1, 366))
                .as((year, day) ->
                        LocalDate.ofYearDay(year, Math.min(day, Year.of(year).length())))
                .map(Period::ofDay);
    }

    /** Few enough that two periods often touch, with the bounds and a century that is no leap year. */
    private static Arbitrary<Integer> years() {
        return Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.integers().between(2023, 2025)),
                Tuple.of(1, Arbitraries.integers().between(PeriodParser.FIRST_YEAR, PeriodParser.LAST_YEAR)));
    }
}
