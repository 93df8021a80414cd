package vn.nhipso.reporting.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nhipso.reporting.testing.Answers.decimal;
import static vn.nhipso.reporting.testing.Answers.rollup;
import static vn.nhipso.reporting.testing.Events.change;
import static vn.nhipso.reporting.testing.Events.definition;
import static vn.nhipso.reporting.testing.Events.measurement;
import static vn.nhipso.reporting.testing.Events.unit;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.nhipso.kit.testing.NhipsoTestResource;
import vn.nhipso.reporting.testing.Events;
import vn.nhipso.reporting.testing.Events.Version;
import vn.nhipso.reporting.testing.Feed;
import vn.nhipso.reporting.testing.ReportingDatabase.Event;

/** The worked cases of DESIGN 6, each in a small province of its own: two districts of two communes. */
@QuarkusTest
@WithTestResource(NhipsoTestResource.class)
class WorkedCasesResourceTest {

    @BeforeAll
    static void send() {
        Feed.topics();
        List<Version> units = new ArrayList<>();
        for (String p : List.of("A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K")) {
            units.add(unit(p, "PROVINCE", "VN"));
            for (String d : List.of(p + "1", p + "2")) {
                units.add(unit(d, "DISTRICT", p));
                units.add(unit(d + "x", "COMMUNE", d));
                units.add(unit(d + "y", "COMMUNE", d));
            }
        }
        List<Event> events = new ArrayList<>(change(1, units));
        events.add(definition("RDC", "RATIO", "FLOW", "DISTRICT COMMUNE", null));
        events.add(definition("RC", "RATIO", "STOCK", "COMMUNE", null));
        events.add(definition("CC", 1, "COUNT", "FLOW", "COMMUNE", null, "trạm", "UP"));
        events.add(definition("CS", 1, "COUNT", "STOCK", "COMMUNE", null, "trạm", "UP"));
        events.add(definition("FC", "FLAG", "STOCK", "COMMUNE", null));
        events.add(definition("SC", 1, "SHARE", "STOCK", "COMMUNE", null, "Mb/s", "UP"));
        events.add(definition("SW", "SHARE", "STOCK", "COMMUNE", "POP"));
        events.add(definition("SWD", "SHARE", "STOCK", "DISTRICT", "POP"));
        events.add(definition("POP", 1, "COUNT", "STOCK", "COMMUNE", null, "người", "UP"));
        Feed.send(events);
    }

    @Test
    void statedWholeWithCountsShouldStandUntilTheLastExpectedUnitHasCounts() {
        List<String> all = Feed.send(measurement("RDC A1 2024-05 WHOLE 60/100 =60.0"));
        JsonPath district = rollup(all, "indicator=RDC&unit=A1&period=2024-05");
        assertThat(district.getString("basis")).isEqualTo("STATED");
        assertThat(decimal(district, "percent")).isEqualTo("60.0000");

        all = Feed.send(measurement("RDC A1x 2024-05 OWN 10/20"), measurement("RDC A1 2024-05 OWN 20/40"));
        district = rollup(all, "indicator=RDC&unit=A1&period=2024-05");
        assertThat(district.getString("basis")).isEqualTo("STATED");
        assertThat(decimal(district, "computed.percent")).isEqualTo("50.0000");
        assertThat(decimal(district, "stated.pointDiff")).isEqualTo("10.0000");
        assertThat(district.getInt("coverage.counted")).isEqualTo(2);
        assertThat(district.getList("coverage.missing", String.class)).containsExactly("A1y");
        JsonPath province = rollup(all, "indicator=RDC&unit=A&period=2024-05");
        assertThat(decimal(province, "numerator")).isEqualTo("60");
        assertThat(province.getInt("coverage.counted"))
                .as("everyone inside the stated figure")
                .isEqualTo(3);

        all = Feed.send(measurement("RDC A1y 2024-05 OWN 5/40"));
        district = rollup(all, "indicator=RDC&unit=A1&period=2024-05");
        assertThat(district.getString("basis")).isEqualTo("COMPUTED");
        assertThat(decimal(district, "numerator")).isEqualTo("35");
        assertThat(decimal(district, "denominator")).isEqualTo("100");
        assertThat(decimal(district, "percent")).isEqualTo("35.0000");
        assertThat(decimal(district, "stated.percent")).isEqualTo("60.0000");
        assertThat(decimal(district, "stated.pointDiff")).isEqualTo("25.0000");

        all = Feed.send(
                measurement("RDC A2 2024-05 OWN 1/10"),
                measurement("RDC A2x 2024-05 OWN 2/10"),
                measurement("RDC A2y 2024-05 OWN 3/10"));
        province = rollup(all, "indicator=RDC&unit=A&period=2024-05");
        assertThat(province.getString("basis")).isEqualTo("COMPUTED");
        assertThat(decimal(province, "numerator")).isEqualTo("41");
        assertThat(decimal(province, "denominator")).isEqualTo("130");
        assertThat(decimal(province, "percent"))
                .as("Σ/Σ, no mean of percentages")
                .isEqualTo("31.5385");
        assertThat(province.getList("byLevel.level", String.class)).containsExactly("DISTRICT", "COMMUNE");
        assertThat(decimal(province, "byLevel[0].numerator")).isEqualTo("21");
        assertThat(decimal(province, "byLevel[1].numerator")).isEqualTo("20");
    }

    @Test
    void percentageAloneShouldBeShownAndEnterNoSum() {
        List<String> all = Feed.send(
                measurement("RC B1 2024-05 WHOLE =54.30"),
                measurement("RC B1x 2024-05 OWN =80 ABOUT"),
                measurement("RC B1y 2024-05 OWN 551/ =79"),
                measurement("RC B2x 2024-05 OWN 1/2"));
        JsonPath district = rollup(all, "indicator=RC&unit=B1&period=2024-05");
        assertThat(district.getString("basis")).isEqualTo("STATED");
        assertThat(decimal(district, "percent")).isEqualTo("54.30");
        assertThat(district.getString("valueText")).isEqualTo("54.30");
        assertThat(district.getInt("coverage.reporting")).isEqualTo(2);
        assertThat(district.getInt("coverage.counted")).isZero();
        JsonPath commune = rollup(all, "indicator=RC&unit=B1y&period=2024-05");
        assertThat(decimal(commune, "numerator")).isEqualTo("551");
        assertThat(decimal(commune, "percent")).isEqualTo("79");
        JsonPath province = rollup(all, "indicator=RC&unit=B&period=2024-05");
        assertThat(province.getString("basis")).isEqualTo("PARTIAL");
        assertThat(decimal(province, "denominator")).isEqualTo("2");
        assertThat(province.getInt("coverage.reporting")).isEqualTo(3);
        assertThat(province.getInt("coverage.counted")).isEqualTo(1);
    }

    @Test
    void statedChildrenWithCountsShouldCompleteTheWholeTogetherWithOwn() {
        List<String> all = Feed.send(
                measurement("RDC C1 2024-05 CHILDREN 30/50"), measurement("RDC C1 2024-05 OWN 10/50 AT_LEAST"));
        JsonPath district = rollup(all, "indicator=RDC&unit=C1&period=2024-05");
        assertThat(district.getString("children.basis")).isEqualTo("STATED");
        assertThat(district.getInt("children.coverage.counted")).isZero();
        assertThat(district.getString("basis")).isEqualTo("COMPUTED");
        assertThat(decimal(district, "numerator")).isEqualTo("40");
        assertThat(district.getInt("coverage.counted")).isEqualTo(3);
        assertThat(district.getList("coverage.missing")).isEmpty();
        assertThat(district.getList("qualifiers", String.class)).containsExactly("AT_LEAST");
    }

    @Test
    void countShouldAddUpAndFlowsShouldSumTheirMonths() {
        List<String> all = Feed.send(
                measurement("CC D1x 2024-01 OWN =1"),
                measurement("CC D1x 2024-02 OWN =2"),
                measurement("CC D1x 2024-03 OWN =4 AT_LEAST"),
                measurement("CC D1y 2024-Q1 OWN =100"),
                measurement("CC D1y 2024-01 OWN =50"),
                measurement("CC D2x 2024-01 OWN =1000"));
        JsonPath quarter = rollup(all, "indicator=CC&unit=D1&period=2024-Q1");
        assertThat(quarter.getString("basis")).isEqualTo("COMPUTED");
        assertThat(decimal(quarter, "value")).isEqualTo("107");
        assertThat(quarter.getList("qualifiers", String.class)).containsExactly("AT_LEAST");
        assertThat(quarter.getString("display.vi")).isEqualTo("107");
        JsonPath commune = rollup(all, "indicator=CC&unit=D1x&period=2024-Q1");
        assertThat(commune.getString("stated.from")).isEqualTo("MONTHS");
        JsonPath province = rollup(all, "indicator=CC&unit=D&period=2024-01");
        assertThat(province.getString("basis")).isEqualTo("PARTIAL");
        assertThat(decimal(province, "value")).isEqualTo("1051");
        assertThat(province.getString("display.vi")).isEqualTo("1.051");
        assertThat(province.getString("display.en")).isEqualTo("1,051");
        JsonPath half = rollup(all, "indicator=CC&unit=D1&period=2024-H1");
        assertThat(half.getString("basis")).as("a quarter is not there").isEqualTo("PARTIAL");
        assertThat(decimal(half, "value")).isEqualTo("107");
        assertThat(half.getInt("coverage.counted")).isZero();
        JsonPath part = rollup(all, "indicator=CC&unit=D1y&period=2024-H1&scope=OWN");
        assertThat(part.getString("basis")).isEqualTo("PARTIAL");
        assertThat(part.getString("own.from")).isEqualTo("QUARTERS");
        assertThat(part.getInt("own.months.there")).isEqualTo(3);
        assertThat(part.getInt("own.months.of")).isEqualTo(6);
        assertThat(part.getInt("coverage.reporting")).isEqualTo(1);
    }

    @Test
    void reportedQuarterShouldBeShownBesideWhatItsMonthsComeTo() {
        List<String> all = Feed.send(
                measurement("RDC J1x 2023-04 OWN 1/10"),
                measurement("RDC J1x 2023-05 OWN 2/10"),
                measurement("RDC J1x 2023-06 OWN 3/10"),
                measurement("RDC J1x 2023-Q2 OWN 9/30"),
                measurement("RDC J1 2023-04 WHOLE 5/50"),
                measurement("RDC J1 2023-05 WHOLE 5/50"),
                measurement("RDC J1 2023-06 WHOLE 5/50"),
                measurement("RDC J1 2023-Q2 WHOLE =10.0"));
        JsonPath commune = rollup(all, "indicator=RDC&unit=J1x&period=2023-Q2");
        assertThat(decimal(commune, "percent")).isEqualTo("30.0000");
        assertThat(decimal(commune, "own.derived.percent")).isEqualTo("20.0000");
        assertThat(decimal(commune, "own.derived.numerator")).isEqualTo("6");
        assertThat(commune.getString("own.derived.from")).isEqualTo("MONTHS");
        assertThat(decimal(commune, "own.derived.pointDiff")).isEqualTo("10.0000");
        assertThat(decimal(commune, "stated.derived.denominator")).isEqualTo("30");
        JsonPath district = rollup(all, "indicator=RDC&unit=J1&period=2023-Q2");
        assertThat(district.getString("basis")).isEqualTo("STATED");
        assertThat(district.getString("stated.derived")).as("the same").isNull();

        all = Feed.send(Events.measurement(2, "RDC J1 2023-06 WHOLE 8/50"));
        district = rollup(all, "indicator=RDC&unit=J1&period=2023-Q2");
        assertThat(decimal(district, "stated.derived.percent")).isEqualTo("12.0000");
        assertThat(decimal(district, "stated.derived.pointDiff")).isEqualTo("-2.0000");
    }

    @Test
    void stockShouldTakeTheLastValueInsideThePeriod() {
        List<String> all = Feed.send(
                measurement("CS E1x 2024-02-10 OWN =7"),
                measurement("CS E1x 2024-05 OWN =9"),
                measurement("CS E1y 2024-03-31 OWN =1"),
                measurement("CS E1y 2024-07 OWN =5"));
        // Nobody reported the half: it is made on demand.
        JsonPath half = rollup(all, "indicator=CS&unit=E1&period=2024-H1");
        assertThat(half.getString("basis")).isEqualTo("COMPUTED");
        assertThat(decimal(half, "value")).isEqualTo("10");
        assertThat(decimal(rollup(all, "indicator=CS&unit=E1&period=2024-YTD07"), "value"))
                .isEqualTo("14");
        assertThat(rollup(all, "indicator=CS&unit=E1x&period=2024-H1").getString("stated.from"))
                .isEqualTo("2024-05");
    }

    @Test
    void stockOfALongerPeriodShouldBeTheStateOnItsLastDay() {
        List<String> all = Feed.send(measurement("CS K1y 2024-Q3 OWN =1"), measurement("CS K1x 2024-YTD09 OWN =9"));
        for (String period : List.of("2024-Q3", "2024-09", "2024-H2", "2024", "2024-YTD09")) {
            JsonPath district = rollup(all, "indicator=CS&unit=K1&period=" + period);
            assertThat(district.getString("basis")).as(period).isEqualTo("COMPUTED");
            assertThat(decimal(district, "value")).as(period).isEqualTo("10");
        }
        assertThat(rollup(all, "indicator=CS&unit=K1x&period=2024-Q3").getString("stated.from"))
                .isEqualTo("2024-YTD09");
        for (String period : List.of("2024-H1", "2024-08", "2024-Q4")) {
            assertThat(rollup(all, "indicator=CS&unit=K1&period=" + period).getString("basis"))
                    .as(period)
                    .isEqualTo("NONE");
        }
        // A kept period follows a longer one that ends in it.
        all = Feed.send(measurement(2, "CS K1x 2024-YTD09 OWN =20"));
        assertThat(decimal(rollup(all, "indicator=CS&unit=K1&period=2024-Q3"), "value"))
                .isEqualTo("21");
    }

    @Test
    void flagShouldBeYesOverAnswersAndTakeStatedAnswersWhole() {
        List<String> all = Feed.send(
                measurement("FC F1x 2024-05 OWN =1"),
                measurement("FC F1y 2024-05 OWN =0"),
                measurement("FC F2 2024-05 WHOLE 2/2"));
        JsonPath district = rollup(all, "indicator=FC&unit=F1&period=2024-05");
        assertThat(district.getString("basis")).isEqualTo("COMPUTED");
        assertThat(decimal(district, "numerator")).isEqualTo("1");
        assertThat(decimal(district, "denominator")).isEqualTo("2");
        assertThat(decimal(district, "percent")).isEqualTo("50.0000");
        JsonPath province = rollup(all, "indicator=FC&unit=F&period=2024-05");
        assertThat(province.getString("basis")).isEqualTo("COMPUTED");
        assertThat(decimal(province, "percent")).isEqualTo("75.0000");
        JsonPath commune = rollup(all, "indicator=FC&unit=F1x&period=2024-05");
        assertThat(decimal(commune, "own.value")).isEqualTo("1");
        assertThat(decimal(commune, "percent")).isEqualTo("100.0000");
    }

    @Test
    void shareShouldShowItsDistributionWhereNothingCanBeAdded() {
        List<String> all = Feed.send(
                measurement("SC G1x 2024-05 OWN =10.0"),
                measurement("SC G1y 2024-05 OWN =20.0"),
                measurement("SC G2 2024-05 WHOLE =45"),
                measurement("SC G2x 2024-05 OWN =99"));
        JsonPath province = rollup(all, "indicator=SC&unit=G&period=2024-05");
        assertThat(province.getString("basis")).isEqualTo("NONE");
        assertThat(province.getInt("distribution.count")).isEqualTo(3);
        assertThat(decimal(province, "distribution.lowest")).isEqualTo("10.0");
        assertThat(decimal(province, "distribution.median")).isEqualTo("20");
        assertThat(decimal(province, "distribution.highest")).isEqualTo("45");
        assertThat(decimal(rollup(all, "indicator=SC&unit=G2&period=2024-05"), "value"))
                .isEqualTo("45");
    }

    @Test
    void shareWithWeightsShouldBeEstimated() {
        List<String> all = Feed.send(
                measurement("SW H1x 2024-05 OWN =10"),
                measurement("SW H1y 2024-05 OWN =40"),
                measurement("SW H2x 2024-05 OWN =99"),
                measurement("POP H1x 2024-05 OWN =1000"),
                measurement("POP H1y 2024-05 OWN =2000"));
        JsonPath district = rollup(all, "indicator=SW&unit=H1&period=2024-05");
        assertThat(district.getString("basis")).isEqualTo("ESTIMATED");
        assertThat(decimal(district, "percent")).isEqualTo("30.0000");
        assertThat(district.getInt("computed.weighed")).isEqualTo(2);
        assertThat(decimal(rollup(all, "indicator=SW&unit=H&period=2024-05"), "percent"))
                .isEqualTo("30.0000");
    }

    @Test
    void shareShouldFollowAWeightThatIsReportedBelowIt() {
        Feed.send(
                measurement("SWD K1 2024-05 OWN =10"),
                measurement("SWD K2 2024-05 OWN =40"),
                measurement("POP K1x 2024-05 OWN =500"),
                measurement("POP K1y 2024-05 OWN =500"));
        List<String> all =
                Feed.send(measurement("POP K2x 2024-05 OWN =1000"), measurement("POP K2y 2024-05 OWN =1000"));
        JsonPath province = rollup(all, "indicator=SWD&unit=K&period=2024-05");
        assertThat(province.getString("basis")).isEqualTo("ESTIMATED");
        assertThat(decimal(province, "percent")).isEqualTo("30.0000");
        all = Feed.send(measurement(2, "POP K2y 2024-05 OWN =0"));
        assertThat(decimal(rollup(all, "indicator=SWD&unit=K&period=2024-05"), "percent"))
                .isEqualTo("25.0000");
    }

    @Test
    void notApplicableShouldLeaveWhatIsExpected() {
        List<String> all = Feed.send(
                measurement("RC I1x 2024-05 OWN !NOT_APPLICABLE"),
                measurement("RC I1y 2024-05 OWN 1/4"),
                measurement("RC I2x 2024-05 OWN !NO_METHOD"),
                measurement("RC I2y 2024-05 OWN words:chưa_đạt"));
        JsonPath district = rollup(all, "indicator=RC&unit=I1&period=2024-05");
        assertThat(district.getString("basis")).isEqualTo("COMPUTED");
        assertThat(district.getInt("coverage.expected")).isEqualTo(1);
        assertThat(rollup(all, "indicator=RC&unit=I1x&period=2024-05").getString("absence"))
                .isEqualTo("NOT_APPLICABLE");
        assertThat(rollup(all, "indicator=RC&unit=I2x&period=2024-05").getString("absence"))
                .isEqualTo("NO_METHOD");
        JsonPath words = rollup(all, "indicator=RC&unit=I2y&period=2024-05");
        assertThat(words.getString("basis")).isEqualTo("NONE");
        assertThat(words.getString("absence")).isEqualTo("MISSING");
        assertThat(words.getString("stated.words.status")).isEqualTo("chưa đạt");
    }

    @Test
    void wordsAloneShouldNotHideANumberAndOldRevisionsNotReturn() {
        List<String> all =
                Feed.send(measurement("RDC J1 2024-05 WHOLE words:chưa_đạt"), measurement("RDC J1x 2024-05 OWN 1/2"));
        JsonPath district = rollup(all, "indicator=RDC&unit=J1&period=2024-05");
        assertThat(district.getString("basis")).isEqualTo("PARTIAL");
        assertThat(district.getString("stated.words.status")).isEqualTo("chưa đạt");
        all = Feed.send(measurement(3, "RDC J1x 2024-05 OWN 7/10"), measurement(2, "RDC J1x 2024-05 OWN 9/9"));
        assertThat(decimal(rollup(all, "indicator=RDC&unit=J1&period=2024-05"), "numerator"))
                .isEqualTo("7");
        all = Feed.send(measurement(4, "RDC J1x 2024-05 OWN withdrawn"));
        assertThat(rollup(all, "indicator=RDC&unit=J1&period=2024-05").getString("basis"))
                .isEqualTo("NONE");
    }
}
