package vn.nhipso.reporting.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nhipso.reporting.testing.Events.administrative;
import static vn.nhipso.reporting.testing.Events.change;
import static vn.nhipso.reporting.testing.Events.definition;
import static vn.nhipso.reporting.testing.Events.measurement;
import static vn.nhipso.reporting.testing.Events.unit;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.nhipso.kit.period.Period;
import vn.nhipso.reporting.rollup.RollupReader.Pair;
import vn.nhipso.reporting.rollup.RollupRow.Stated;
import vn.nhipso.reporting.testing.ReportingDatabase;
import vn.nhipso.reporting.testing.ReportingDatabase.Event;

/** What a period comes to from the periods inside it, by name; that all of it is so is held by {@link RollupPropertyTest}. */
class PeriodsFromPeriodsTest {

    private static final ReportingDatabase DATABASE = new ReportingDatabase();

    @BeforeAll
    static void build() throws Exception {
        List<Event> events = new ArrayList<>(change(
                1,
                List.of(
                        unit("530", "PROVINCE", "VN"),
                        unit("5301", "DISTRICT", "530"),
                        unit("53011", "COMMUNE", "5301"),
                        unit("53012", "COMMUNE", "5301"))));
        events.add(definition("P5R", "RATIO", "FLOW", "COMMUNE", null));
        events.add(definition("P5C", "COUNT", "FLOW", "COMMUNE", null));
        events.add(administrative(definition("P5A", "COUNT", "FLOW", "COMMUNE", null)));
        events.add(administrative(definition("P5S", "COUNT", "STOCK", "COMMUNE", null)));
        DATABASE.apply(events);
    }

    @Test
    void quarterOfTwoMonthsShouldBePartialAndEnterTheDistrictUncounted() throws Exception {
        given("P5R 53011 2023-01 OWN 1/10", "P5R 53011 2023-02 OWN 2/10", "P5R 53012 2023-Q1 OWN 5/10");
        RollupRow commune = row("P5R", "2023-Q1", "53011");
        assertThat(says(commune.own())).isEqualTo("3/20 MONTHS 2");
        assertThat(commune.whole().basis()).isEqualTo(Basis.PARTIAL);
        RollupRow district = row("P5R", "2023-Q1", "5301");
        assertThat(district.whole().basis()).isEqualTo(Basis.PARTIAL);
        assertThat(district.whole().computed().n()).isEqualByComparingTo("8");
        assertThat(district.whole().coverage()).isEqualTo(new RollupRow.Counted(2, 1, 2));

        given("P5R 53011 2023-03 OWN 3/10");
        assertThat(says(row("P5R", "2023-Q1", "53011").own())).isEqualTo("6/30 MONTHS");
        assertThat(row("P5R", "2023-Q1", "5301").whole().basis()).isEqualTo(Basis.COMPUTED);
    }

    @Test
    void partialFigureShouldReachAsFarAsItCanWithoutAnythingTwice() throws Exception {
        given("P5C 53011 2023-H1 OWN =60", "P5C 53011 2023-05 OWN =9", "P5C 53011 2023-Q3 OWN =30");
        given("P5C 53011 2023-07 OWN =8", "P5C 53011 2023-10 OWN =7");
        assertThat(says(row("P5C", "2023", "53011").own())).isEqualTo("97 PARTS 10");
        // H1 is also YTD06: to a cumulative figure nothing is added to make a complete one.
        assertThat(says(row("P5C", "2023-YTD07", "53011").own())).isEqualTo("68 PARTS 7");
        assertThat(says(row("P5C", "2023-H2", "53011").own())).isEqualTo("37 PARTS 4");
        assertThat(says(row("P5C", "2023-Q2", "53011").own())).isEqualTo("9 MONTHS 1");
    }

    @Test
    void whatIsReportedForThePeriodShouldStandBeforeAPartialSumUnlessItIsWordsAlone() throws Exception {
        given("P5R 53011 2022-01 OWN 1/10", "P5R 53011 2022-Q1 OWN =12.5");
        assertThat(row("P5R", "2022-Q1", "53011").own().v()).isEqualByComparingTo("12.5");
        given("P5R 53011 2022-04 OWN 1/10", "P5R 53011 2022-Q2 OWN !NOT_APPLICABLE");
        assertThat(row("P5R", "2022-Q2", "53011").own().absence()).isEqualTo("NOT_APPLICABLE");
        given("P5R 53011 2022-07 OWN 1/10", "P5R 53011 2022-Q3 OWN words");
        assertThat(says(row("P5R", "2022-Q3", "53011").own())).isEqualTo("1/10 MONTHS 1");
        given("P5R 53011 2022-10 OWN 1/10", "P5R 53011 2022-Q4 OWN !NO_METHOD");
        assertThat(says(row("P5R", "2022-Q4", "53011").own())).isEqualTo("1/10 MONTHS 1");
    }

    @Test
    void whatADistrictStatesOfSomeMonthsShouldBeShownAndNotChosen() throws Exception {
        given("P5C 5301 2021-01 WHOLE =10", "P5C 5301 2021-02 WHOLE =10", "P5C 5301 2021-03 WHOLE =10");
        given("P5C 53011 2021-Q1 OWN =3", "P5C 5301 2021-04 WHOLE =5", "P5C 53011 2021-Q2 OWN =4");
        RollupRow first = row("P5C", "2021-Q1", "5301");
        assertThat(first.whole().basis()).isEqualTo(Basis.STATED);
        assertThat(says(first.whole().stated())).isEqualTo("30 MONTHS");
        RollupRow second = row("P5C", "2021-Q2", "5301");
        assertThat(second.whole().basis()).isEqualTo(Basis.PARTIAL);
        assertThat(second.whole().computed().n()).isEqualByComparingTo("4");
        assertThat(says(second.whole().stated())).isEqualTo("5 MONTHS 1");
    }

    @Test
    void administrativeYearShouldRunFromDecemberToDecember() throws Exception {
        for (int month = 1; month <= 12; month++) {
            given("P5A 53011 2023-%02d OWN =%d".formatted(month, month));
        }
        // Of the year before, though its month closes in December; and of the year after, though it begins in this one.
        given("P5A 53011 2022-12 OWN =100", "P5A 53011 2024-01 OWN =1000");
        assertThat(says(row("P5A", "2023", "53011").own())).isEqualTo("78 MONTHS");
        assertThat(says(row("P5A", "2023-H1", "53011").own())).isEqualTo("21 MONTHS");
        assertThat(says(row("P5A", "2023-Q4", "53011").own())).isEqualTo("33 MONTHS");
        assertThat(says(row("P5A", "2023-YTD07", "53011").own())).isEqualTo("28 MONTHS");
        assertThat(says(row("P5A", "2022", "53011").own())).isEqualTo("100 MONTHS 1");
        given("P5A 53012 2023-Q1 OWN =1", "P5A 53012 2023-Q2 OWN =2", "P5A 53012 2023-H2 OWN =3");
        assertThat(says(row("P5A", "2023", "53012").own())).isEqualTo("6 HALVES");
        assertThat(says(row("P5A", "2023-YTD09", "53012").own())).isEqualTo("3 QUARTERS 6");
    }

    @Test
    void stateOfLateDecemberShouldLieInTheNextAdministrativeYear() throws Exception {
        given("P5S 53011 2022-12-14 OWN =1", "P5S 53011 2022-12-15 OWN =2");
        assertThat(says(row("P5S", "2022", "53011").own())).isEqualTo("1 2022-12-14");
        assertThat(says(row("P5S", "2023-H1", "53011").own())).isEqualTo("2 2022-12-15");
        given("P5S 53011 2023-06 OWN =3", "P5S 53011 2023-06-15 OWN =4");
        assertThat(says(row("P5S", "2023-H1", "53011").own())).isEqualTo("3 2023-06");
        assertThat(says(row("P5S", "2023", "53011").own())).isEqualTo("4 2023-06-15");
    }

    private static void given(String... lines) throws Exception {
        DATABASE.apply(Stream.of(lines).map(line -> measurement(line)).toList());
    }

    /** As it would be made, and, where it is kept, as it is kept. */
    private static RollupRow row(String indicator, String period, String unit) throws Exception {
        try (Connection connection = DATABASE.connection()) {
            List<Pair> pairs = List.of(new Pair(indicator, Period.parse(period)));
            RollupReader reader = new RollupReader(connection);
            RollupRow made = reader.onDemand(pairs, List.of(unit)).getFirst().row();
            reader.kept(pairs, List.of(unit))
                    .forEach(kept -> assertThat(kept.row()).isEqualTo(made));
            return made;
        }
    }

    private static String says(Stated figure) {
        String counts = figure.d() == null ? String.valueOf(figure.v()) : figure.n() + "/" + figure.d();
        String from = figure.from() == null ? "" : " " + figure.from();
        return counts
                + from
                + (figure.there() == null ? "" : " " + figure.there())
                + (figure.carried() ? " carried" : "");
    }
}
