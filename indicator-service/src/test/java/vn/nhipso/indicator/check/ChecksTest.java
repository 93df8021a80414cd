package vn.nhipso.indicator.check;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nhipso.indicator.check.Example.absent;
import static vn.nhipso.indicator.check.Example.content;
import static vn.nhipso.indicator.check.Example.counts;
import static vn.nhipso.indicator.check.Example.value;
import static vn.nhipso.indicator.check.Example.words;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import vn.nhipso.indicator.IndicatorProblem;
import vn.nhipso.indicator.definition.Kind;
import vn.nhipso.indicator.definition.Nature;
import vn.nhipso.indicator.figure.Absence;
import vn.nhipso.indicator.figure.Content;
import vn.nhipso.indicator.figure.Scope;
import vn.nhipso.indicator.unit.Level;

/** Every rejecting rule with what it accepts and what it rejects. */
class ChecksTest {

    private static void accepted(Example example) {
        assertThat(Checks.rejections(example.candidate())).isEmpty();
    }

    private static void rejected(Example example, IndicatorProblem code) {
        assertThat(Checks.rejections(example.candidate()))
                .extracting(Rejection::code)
                .containsExactly(code);
    }

    // UnitIsKnown

    @Test
    void unitOfTheDirectoryShouldBeAccepted() {
        accepted(Example.of());
    }

    @Test
    void codeNobodyHasHeardOfShouldBeRejected() {
        rejected(Example.of().unknownUnit(), IndicatorProblem.UNIT_UNKNOWN);
    }

    // UnitWasAlive

    @Test
    void closingDayOnTheLastDayOfTheUnitShouldBeAccepted() {
        accepted(Example.of().endsOn(LocalDate.of(2022, 7, 1)));
    }

    @Test
    void closingDayAfterItsEndShouldBeRejected() {
        rejected(Example.of().endsOn(LocalDate.of(2022, 6, 30)), IndicatorProblem.UNIT_NOT_ALIVE);
    }

    @Test
    void closingDayShouldBeThatOfTheIndicatorsCalendar() {
        accepted(Example.of().administrative().endsOn(LocalDate.of(2022, 6, 15)));
    }

    @Test
    void periodBeforeItsBeginningShouldBeRejected() {
        rejected(Example.of().period("2020"), IndicatorProblem.UNIT_NOT_ALIVE);
    }

    // IndicatorIsValid

    @Test
    void periodWithinTheDefinitionShouldBeAccepted() {
        accepted(Example.of().definedFrom(LocalDate.of(2022, 6, 30)));
    }

    @Test
    void periodBeforeTheDefinitionShouldBeRejected() {
        rejected(Example.of().definedFrom(LocalDate.of(2022, 7, 1)), IndicatorProblem.INDICATOR_NOT_VALID);
    }

    // PeriodHasBegun

    @Test
    void runningPeriodShouldBeAccepted() {
        accepted(Example.of().period("2026"));
    }

    @Test
    void nextMonthShouldBeRejected() {
        rejected(Example.of().period("2026-12"), IndicatorProblem.PERIOD_IN_FUTURE);
    }

    @Test
    void administrativeMonthShouldBeginOnThe15thBefore() {
        accepted(Example.of().administrative().period("2026-12"));
    }

    // FlowIsOfAPeriod

    @Test
    void stockOnADayShouldBeAccepted() {
        accepted(Example.of().nature(Nature.STOCK).period("2022-10-12"));
    }

    @Test
    void flowOnADayShouldBeRejected() {
        rejected(Example.of().period("2022-10-12"), IndicatorProblem.FLOW_ON_A_DAY);
    }

    @Test
    void flowToDateShouldBeAccepted() {
        accepted(Example.of().period("2022-YTD10"));
    }

    @Test
    void wordsAboutAFlowMayBeDated() {
        accepted(Example.of().period("2022-10-12").says(absent(Absence.NO_METHOD)));
    }

    // LevelReports

    @Test
    void levelAboveTheLowestShouldBeAccepted() {
        accepted(Example.of().reportedBy(Level.COMMUNE));
    }

    @Test
    void levelBelowTheLowestShouldBeRejected() {
        rejected(Example.of().reportedBy(Level.PROVINCE), IndicatorProblem.LEVEL_DOES_NOT_REPORT);
    }

    // ScopeIsOfUse

    @Test
    void ownOfALevelWithAPartOfItsOwnShouldBeAccepted() {
        accepted(Example.of().scope(Scope.OWN));
    }

    @Test
    void ownOfALevelWithoutShouldBeRejected() {
        rejected(Example.of().reportedBy(Level.COMMUNE).scope(Scope.OWN), IndicatorProblem.SCOPE_NOT_ALLOWED);
    }

    @Test
    void childrenOfAnyLevelAboveTheLowestShouldBeAccepted() {
        accepted(Example.of().reportedBy(Level.COMMUNE).scope(Scope.CHILDREN));
    }

    @Test
    void childrenOfTheLowestLevelShouldBeRejected() {
        rejected(Example.of().reportedBy(Level.DISTRICT).scope(Scope.CHILDREN), IndicatorProblem.SCOPE_NOT_ALLOWED);
    }

    @Test
    void wholeOfTheLowestLevelShouldBecomeItsOwn() {
        Example lowest = Example.of().reportedBy(Level.DISTRICT).scope(Scope.WHOLE);

        accepted(lowest);
        assertThat(lowest.candidate().scope()).isEqualTo(Scope.OWN);
    }

    // NumbersFitTheKind

    @Test
    void formsOfARatioShouldBeAccepted() {
        accepted(Example.of().says(counts("9475", "15684")));
        accepted(Example.of().says(content("9475", "15684", "60.41")));
        accepted(Example.of().says(content("551", null, "79")));
        accepted(Example.of().says(content("3178", null, null)));
        accepted(Example.of().says(value("88")));
        accepted(Example.of().says(words("chưa đạt")));
        accepted(Example.of().says(absent(Absence.NOT_COLLECTED)));
    }

    @Test
    void denominatorAloneShouldBeRejected() {
        rejected(Example.of().says(content(null, "5", null)), IndicatorProblem.WRONG_SHAPE);
        rejected(Example.of().says(content(null, "5", "20")), IndicatorProblem.WRONG_SHAPE);
    }

    @Test
    void nothingAtAllShouldBeRejected() {
        rejected(Example.of().says(content(null, null, null)), IndicatorProblem.WRONG_SHAPE);
    }

    @Test
    void numberWithAnAbsenceShouldBeRejected() {
        Content both = new Content(null, null, java.math.BigDecimal.ONE, null, Absence.NO_METHOD, null, null, null);

        rejected(Example.of().says(both), IndicatorProblem.WRONG_SHAPE);
    }

    @Test
    void countAndShareShouldBeOneNumber() {
        for (Kind kind : new Kind[] {Kind.COUNT, Kind.SHARE}) {
            accepted(Example.of().kind(kind).says(value("12.5")));
            rejected(Example.of().kind(kind).says(counts("1", "2")), IndicatorProblem.WRONG_SHAPE);
        }
    }

    @Test
    void flagShouldBeYesOrNoInItsOwnPart() {
        accepted(Example.of().kind(Kind.FLAG).scope(Scope.OWN).says(value("1")));
        accepted(Example.of().kind(Kind.FLAG).scope(Scope.OWN).says(value("0")));
        rejected(Example.of().kind(Kind.FLAG).scope(Scope.OWN).says(value("2")), IndicatorProblem.WRONG_SHAPE);
    }

    @Test
    void flagOfSeveralShouldBeYesOutOfAnswers() {
        accepted(Example.of().kind(Kind.FLAG).scope(Scope.CHILDREN).says(counts("3", "12")));
        rejected(Example.of().kind(Kind.FLAG).scope(Scope.WHOLE).says(value("1")), IndicatorProblem.WRONG_SHAPE);
    }

    // NumbersAreInRange

    @Test
    void eighteenDigitsAndTenDecimalsShouldBeAccepted() {
        accepted(Example.of().kind(Kind.COUNT).says(value("999999999999999999.0123456789")));
    }

    @Test
    void moreShouldBeRejectedWithoutBeingWrittenOut() {
        rejected(Example.of().kind(Kind.COUNT).says(value("1e999999999")), IndicatorProblem.NUMBER_OUT_OF_RANGE);
        rejected(Example.of().kind(Kind.COUNT).says(value("1e-11")), IndicatorProblem.NUMBER_OUT_OF_RANGE);
    }

    // NumbersAreNotNegative

    @Test
    void zeroShouldBeAccepted() {
        accepted(Example.of().says(counts("0", "0")));
    }

    @Test
    void belowZeroShouldBeRejected() {
        rejected(Example.of().says(value("-0.1")), IndicatorProblem.NEGATIVE_NUMBER);
    }

    // NumeratorIsWithinDenominator

    @Test
    void allOfAllShouldBeAccepted() {
        accepted(Example.of().says(counts("28", "28")));
    }

    @Test
    void moreThanAllShouldBeRejected() {
        rejected(Example.of().says(counts("29", "28")), IndicatorProblem.NUMERATOR_ABOVE_DENOMINATOR);
    }

    @Test
    void moreThanAllShouldBeAcceptedWhereTheIndicatorSaysSo() {
        accepted(Example.of().above100().says(counts("120", "100")));
    }

    // PercentIsWithin100

    @Test
    void hundredShouldBeAccepted() {
        accepted(Example.of().says(value("100.00")));
    }

    @Test
    void percentageAbove100ShouldBeRejected() {
        rejected(Example.of().says(value("100.01")), IndicatorProblem.PERCENT_ABOVE_100);
        rejected(Example.of().kind(Kind.SHARE).says(value("101")), IndicatorProblem.PERCENT_ABOVE_100);
    }

    @Test
    void speedShouldNotBeAPercentage() {
        accepted(Example.of().kind(Kind.SHARE).measuredIn("Mb/s").says(value("120")));
    }

    @Test
    void percentageAbove100ShouldBeAcceptedWhereTheIndicatorSaysSo() {
        accepted(Example.of().above100().says(value("130")));
    }
}
