package vn.nhipso.reporting.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nhipso.reporting.testing.Events.change;
import static vn.nhipso.reporting.testing.Events.definition;
import static vn.nhipso.reporting.testing.Events.measurement;
import static vn.nhipso.reporting.testing.Events.team;

import java.math.BigDecimal;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.nhipso.kit.period.Period;
import vn.nhipso.reporting.explanation.ExplanationView.Contribution;
import vn.nhipso.reporting.explanation.ExplanationView.Excluded;
import vn.nhipso.reporting.rollup.Figure;
import vn.nhipso.reporting.rollup.RestatedAnswers;
import vn.nhipso.reporting.rollup.RestatedAnswers.Placed;
import vn.nhipso.reporting.rollup.RollupItem;
import vn.nhipso.reporting.rollup.Scope;
import vn.nhipso.reporting.testing.Events.Version;
import vn.nhipso.reporting.testing.ReportingDatabase;

/** A district ends without a successor, two of its communes become one: on the new day its figures are explained part by part. */
class RestatedExplanationTest {

    private static final LocalDate DAY = LocalDate.of(2025, 7, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);
    private static final ReportingDatabase DATABASE = new ReportingDatabase();

    @BeforeAll
    static void reorganise() throws Exception {
        DATABASE.apply(change(
                1,
                List.of(
                        new Version("P", "P", "PROVINCE", "VN", "2004-01-01", null),
                        until("D", "DISTRICT", "P"),
                        until("A", "COMMUNE", "D"),
                        until("B", "COMMUNE", "D"),
                        until("C", "COMMUNE", "D"),
                        new Version("N", "N", "COMMUNE", "P", "2025-07-01", null),
                        new Version("M", "M", "COMMUNE", "P", "2025-07-01", null)),
                "A>N@2025-07-01 WHOLE",
                "B>N@2025-07-01 WHOLE",
                "C>M@2025-07-01 WHOLE"));
        DATABASE.apply(List.of(
                definition("X5RES", "RATIO", "FLOW", "COMMUNE", null),
                measurement("X5RES D 2024-H1 WHOLE 100/250"),
                measurement("X5RES A 2024-H1 OWN 30/100"),
                measurement(2, "X5RES B 2024-H1 OWN 40/100")));
    }

    private static Version until(String code, String level, String parent) {
        return new Version(code, code, level, parent, "2004-01-01", "2025-07-01");
    }

    private record Told(
            Figure figure, List<Contribution> contributions, List<Excluded> excluded, List<String> missing) {
        BigDecimal numerators() {
            return contributions.stream().map(Contribution::numerator).reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        BigDecimal denominators() {
            return contributions.stream().map(Contribution::denominator).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    private static Told told(String unit) throws Exception {
        return told("X5RES", unit);
    }

    private static Told told(String indicator, String unit) throws Exception {
        return told(indicator, unit, "2024-H1");
    }

    private static Told told(String indicator, String unit, String period) throws Exception {
        try (Connection connection = DATABASE.connection()) {
            RollupItem item = new RestatedAnswers(connection, TODAY)
                    .of(List.of(indicator), List.of(Period.parse(period)), List.of(unit), DAY)
                    .getFirst();
            List<Placed> placed = RestatedTrace.placed(connection, item, Scope.WHOLE, DAY, TODAY);
            RestatedTrace entered = RestatedTrace.of(connection, item, Scope.WHOLE, placed);
            return new Told(
                    item.chosen(Scope.WHOLE),
                    entered.contributions(),
                    RestatedExclusions.of(connection, item, placed, entered, TODAY),
                    item.restating() == null ? List.of() : item.restating().missing());
        }
    }

    @Test
    void mergedCommuneShouldBeMadeOfTheFiguresOfThoseThatWentIntoIt() throws Exception {
        Told told = told("N");
        assertThat(told.contributions()).extracting(Contribution::unit).containsExactlyInAnyOrder("A", "B");
        assertThat(told.contributions()).extracting(Contribution::placedAt).containsOnly("N");
        assertThat(told.contributions()).extracting(Contribution::revision).containsExactlyInAnyOrder(1, 2);
        assertThat(told.numerators()).isEqualByComparingTo(told.figure().numerator());
        assertThat(told.denominators()).isEqualByComparingTo(told.figure().denominator());
    }

    @Test
    void provinceShouldHoldUnallocatedWhatTheDistrictSaidBeyondItsCommunes() throws Exception {
        Told told = told("P");
        assertThat(told.figure().numerator()).isEqualByComparingTo("100");
        assertThat(told.numerators()).isEqualByComparingTo("100");
        assertThat(told.denominators()).isEqualByComparingTo("250");
        assertThat(told.contributions())
                .filteredOn(c -> c.unit().equals("D"))
                .singleElement()
                .satisfies(rest -> {
                    assertThat(rest.unallocated()).isTrue();
                    assertThat(rest.scope()).isEqualTo(Scope.WHOLE);
                    assertThat(rest.numerator()).isEqualByComparingTo("30");
                    assertThat(rest.less()).containsExactly("A", "B");
                    assertThat(rest.revision()).isEqualTo(1);
                    assertThat(rest.measurement()).isNotNull();
                });
        assertThat(told.excluded()).isEmpty();
    }

    @Test
    void figuresThatDoNotEnterShouldBeToldWithTheirReason() throws Exception {
        DATABASE.apply(List.of(
                definition("X5EXC", "RATIO", "FLOW", "COMMUNE", null),
                measurement("X5EXC A 2024-H1 OWN 30/100"),
                measurement("X5EXC B 2024-H1 OWN =40"),
                measurement("X5EXC D 2024-H1 WHOLE 30/100")));
        Told told = told("X5EXC", "P");
        assertThat(told.numerators()).isEqualByComparingTo(told.figure().numerator());
        assertThat(told.excluded())
                .extracting(excluded -> excluded.unit() + " " + excluded.scope() + " " + excluded.reason())
                .containsExactlyInAnyOrder("B OWN STATED_STANDS_ABOVE", "D WHOLE NOT_CHOSEN");
    }

    @Test
    void statedQuarterThatIsMadeOfMonthsShouldEnterMonthByMonthAndBeExcludedNowhere() throws Exception {
        DATABASE.apply(List.of(
                definition("X5MON", "RATIO", "FLOW", "COMMUNE", null),
                measurement("X5MON D 2024-01 WHOLE 10/20"),
                measurement("X5MON D 2024-02 WHOLE 11/20"),
                measurement("X5MON D 2024-03 WHOLE 12/20")));
        Told told = told("X5MON", "P", "2024-Q1");
        assertThat(told.numerators())
                .isEqualByComparingTo("33")
                .isEqualByComparingTo(told.figure().numerator());
        assertThat(told.denominators()).isEqualByComparingTo("60");
        assertThat(told.contributions())
                .extracting(one -> one.unit() + " " + one.scope() + " " + one.period() + " " + one.unallocated())
                .containsExactlyInAnyOrder("D WHOLE 2024-01 true", "D WHOLE 2024-02 true", "D WHOLE 2024-03 true");
        assertThat(told.excluded()).isEmpty();
    }

    @Test
    void monthsOfAStatedQuarterOfWhichACommuneIsTakenOffShouldBeExcludedNowhere() throws Exception {
        DATABASE.apply(List.of(
                definition("X5LES", "COUNT", "FLOW", "COMMUNE", null),
                measurement("X5LES A 2024-Q1 OWN =5"),
                measurement("X5LES D 2024-01 WHOLE =10"),
                measurement("X5LES D 2024-02 WHOLE =11"),
                measurement("X5LES D 2024-03 WHOLE =12")));
        Told told = told("X5LES", "P", "2024-Q1");
        assertThat(told.figure().value()).isEqualByComparingTo("33");
        assertThat(told.contributions())
                .extracting(one -> one.unit() + " " + one.value().toPlainString() + " " + one.less())
                .containsExactlyInAnyOrder("A 5 null", "D 28 [A]");
        assertThat(told.excluded()).isEmpty();
    }

    @Test
    void whatTheRegisterCountsShouldEnterAndBeExcludedNowhere() throws Exception {
        DATABASE.apply(List.of(
                team("x5-a", 1, "A", "COMMUNITY", "2021-01-01", "2021-01-01:3"),
                team("x5-b", 1, "B", "COMMUNITY", "2021-01-01", "2021-01-01:4")));
        Told told = told("REG-TEAMS", "N", "2024");
        assertThat(told.figure().value()).isEqualByComparingTo("2");
        assertThat(told.contributions())
                .extracting(one -> one.unit() + " " + one.value().toPlainString() + " " + one.basis())
                .containsExactlyInAnyOrder("A 1 COMPUTED", "B 1 COMPUTED");
        assertThat(told.excluded()).isEmpty();
    }

    @Test
    void statedSharesOfAnOfficeAndOfThoseBelowItShouldBothEnter() throws Exception {
        DATABASE.apply(List.of(
                definition("X5WGT", "COUNT", "STOCK", "DISTRICT COMMUNE", null),
                definition("X5SHA", "SHARE", "STOCK", "DISTRICT COMMUNE", "X5WGT"),
                measurement("X5WGT A 2024-H1 OWN =10"),
                measurement("X5WGT B 2024-H1 OWN =20"),
                measurement("X5WGT C 2024-H1 OWN =30"),
                measurement("X5WGT D 2024-H1 OWN =40"),
                measurement("X5SHA D 2024-H1 OWN =50"),
                measurement("X5SHA D 2024-H1 CHILDREN =25")));
        Told told = told("X5SHA", "P");
        assertThat(told.contributions()).singleElement().satisfies(one -> {
            assertThat(one.numerator()).isEqualByComparingTo("3500");
            assertThat(one.weight()).isEqualByComparingTo("100");
        });
        assertThat(told.excluded()).isEmpty();
    }

    @Test
    void everyoneWhoIsMissingShouldBeTold() throws Exception {
        DATABASE.apply(List.of(
                definition("X5MIS", "RATIO", "FLOW", "COMMUNE", null), measurement("X5MIS A 2024-H1 OWN 30/100")));
        assertThat(told("X5MIS", "N").missing()).containsExactly("B");
    }
}
