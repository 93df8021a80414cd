package vn.nhipso.reporting.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nhipso.reporting.testing.Events.administrative;
import static vn.nhipso.reporting.testing.Events.change;
import static vn.nhipso.reporting.testing.Events.definition;
import static vn.nhipso.reporting.testing.Events.measurement;
import static vn.nhipso.reporting.testing.Events.unit;

import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.nhipso.kit.period.Period;
import vn.nhipso.reporting.rollup.RollupReader.Pair;
import vn.nhipso.reporting.rollup.RollupRow.Stated;
import vn.nhipso.reporting.testing.Events.Version;
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
        events.add(definition("P5P", "COUNT", "FLOW", "PROVINCE COMMUNE", null));
        events.add(definition("P5T", "COUNT", "STOCK", "COMMUNE", null));
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

    @Test
    void yearAcrossTheMergeOfProvincesShouldHaveTheMonthsOfBoth() throws Exception {
        // 82 Tiền Giang and 87 became 82; its communes 1 and 2 became 1, 3 was divided, 4 went on.
        List<Version> units = new ArrayList<>();
        units.add(new Version("53082", "Tiền Giang", "PROVINCE", "VN", "2004-01-01", null));
        units.add(new Version("53087", "Đồng Tháp", "PROVINCE", "VN", "2004-01-01", "2025-07-01"));
        for (String code : List.of("53821", "53822", "53823", "53824")) {
            String to = code.equals("53822") ? "2025-07-01" : null;
            units.add(new Version(code, code, "COMMUNE", "53082", "2004-01-01", to));
        }
        DATABASE.apply(change(
                1,
                units,
                "53082>53082@2025-07-01 WHOLE",
                "53087>53082@2025-07-01 WHOLE",
                "53821>53821@2025-07-01 WHOLE +53824 NONE",
                "53822>53821@2025-07-01 WHOLE",
                "53823>53823@2025-07-01 PART +53821 PART"));
        for (int month = 1; month <= 12; month++) {
            given("P5P 53082 2025-%02d OWN =10".formatted(month), "P5P 53824 2025-%02d OWN =1".formatted(month));
        }
        for (int month = 1; month <= 6; month++) {
            given("P5P 53087 2025-%02d OWN =100".formatted(month));
        }
        assertThat(says(row("P5P", "2025", "53082").own())).isEqualTo("720 MONTHS carried");
        assertThat(says(row("P5P", "2025", "53824").own())).isEqualTo("12 MONTHS");
        assertThat(row("P5P", "2025", "53082").whole().computed().n()).isEqualByComparingTo("732");
        assertThat(sources("P5P", "2025", "53082")).hasSize(18).contains("53087 2025-06 100", "53082 2025-12 10");

        // 3 gave some of its people to 1: whose months before July are not known, only that there are some.
        given("P5P 53821 2025-06 OWN =5", "P5P 53822 2025-06 OWN =7", "P5P 53821 2025-07 OWN =3");
        assertThat(says(row("P5P", "2025", "53821").own())).isEqualTo("3 MONTHS 1");
        given("P5T 53821 2025-03 OWN =5", "P5T 53822 2025-06 OWN =7");
        assertThat(says(row("P5T", "2025", "53821").own())).isEqualTo("null");

        // It turns out that it kept them all.
        DATABASE.apply(change(2, List.of(), "53823>53823@2025-07-01 WHOLE +53821 NONE"));
        assertThat(says(row("P5P", "2025", "53821").own())).isEqualTo("15 MONTHS 2 carried");
        assertThat(says(row("P5T", "2025", "53821").own())).isEqualTo("12 2025-06 carried");
        given("P5T 53821 2025-08 OWN =20");
        assertThat(says(row("P5T", "2025", "53821").own())).isEqualTo("20 2025-08");
    }

    @Test
    void stateOfAYearShouldBeHeldAgainstThoseOfItsLastDayOnly() throws Exception {
        given("P5T 53012 2022 OWN =10", "P5T 53012 2022-12 OWN =11", "P5T 53012 2022-06 OWN =5");
        given("P5T 53011 2022 OWN =10", "P5T 53011 2022-06 OWN =5");
        assertThat(derived("P5T", "2022", "53012")).isEqualTo("11 2022-12");
        assertThat(derived("P5T", "2022", "53011")).isEqualTo("none");
    }

    @Test
    void monthsShouldComeToSomethingBesideTheReportedQuarter() throws Exception {
        given("P5R 53012 2020-04 OWN 1/10", "P5R 53012 2020-05 OWN 2/10", "P5R 53012 2020-06 OWN 3/10");
        given("P5R 53012 2020-Q2 OWN 9/30");
        assertThat(says(row("P5R", "2020-Q2", "53012").own())).isEqualTo("9/30");
        assertThat(derived("P5R", "2020-Q2", "53012")).isEqualTo("6/30 MONTHS");
        try (Connection connection = DATABASE.connection()) {
            List<RollupItem> items = new RollupAnswers(connection, LocalDate.of(2025, 1, 1))
                    .of(List.of("P5R"), List.of(Period.parse("2020-Q2")), List.of("53012"));
            assertThat(items.getFirst().differing(Scope.OWN)).isNotNull();
        }
    }

    private static String derived(String indicator, String period, String unit) throws Exception {
        RollupReader.Key key = new RollupReader.Key(indicator, period, unit);
        try (Connection connection = DATABASE.connection()) {
            Map<Scope, Stated> figures =
                    DerivedFigures.of(connection, List.of(key)).getOrDefault(key, Map.of());
            return figures.containsKey(Scope.OWN) ? says(figures.get(Scope.OWN)) : "none";
        }
    }

    private static List<String> sources(String indicator, String period, String unit) throws Exception {
        try (Connection connection = DATABASE.connection()) {
            return FigureSources.of(connection, List.of(new FigureSources.Asked(indicator, Period.parse(period), unit)))
                    .stream()
                    .map(source -> source.unit() + " " + source.period() + " " + source.value())
                    .toList();
        }
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
