package vn.nhipso.reporting.hierarchy;

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
import vn.nhipso.reporting.testing.Events.Version;
import vn.nhipso.reporting.testing.Feed;
import vn.nhipso.reporting.testing.ReportingDatabase.Event;

/** What is learnt late about the hierarchy restates what it touches and nothing else. */
@QuarkusTest
@WithTestResource(NhipsoTestResource.class)
class LateChangesResourceTest {

    @BeforeAll
    static void send() {
        Feed.topics();
        List<Version> units = new ArrayList<>();
        for (String p : List.of("LA", "LB", "LC", "LD")) {
            units.add(unit(p, "PROVINCE", "VN"));
            for (String d : List.of(p + "1", p + "2")) {
                units.add(unit(d, "DISTRICT", p));
                units.add(unit(d + "x", "COMMUNE", d));
                units.add(unit(d + "y", "COMMUNE", d));
            }
        }
        List<Event> events = new ArrayList<>(change(1, units));
        events.add(definition("LATE", "RATIO", "FLOW", "COMMUNE", null));
        events.add(definition("LSTK", 1, "COUNT", "STOCK", "COMMUNE", null, "trạm", "UP"));
        Feed.send(events);
    }

    private static Version version(String code, String parent, String from, String to) {
        return new Version(code, "Xã " + code, "COMMUNE", parent, from, to);
    }

    private static String sums(List<String> token, String unit, String period) {
        JsonPath rollup = rollup(token, "indicator=LATE&unit=" + unit + "&period=" + period);
        return decimal(rollup, "numerator") + "/" + decimal(rollup, "denominator") + " of "
                + rollup.getInt("coverage.expected");
    }

    @Test
    void transferDatedBackAYearShouldRestateThePeriodsSinceThen() {
        List<String> token = Feed.send(
                measurement("LATE LA1x 2023-11 OWN 1/10"),
                measurement("LATE LA1y 2023-11 OWN 2/10"),
                measurement("LATE LA1x 2024-02 OWN 3/10"),
                measurement("LATE LA1y 2024-02 OWN 4/10"),
                measurement("LATE LA2x 2024-02 OWN 5/10"));
        assertThat(sums(token, "LA1", "2024-02")).isEqualTo("7/20 of 2");

        token = Feed.send(change(
                2,
                List.of(
                        version("LA1x", "LA1", "2004-01-01", "2023-12-01"),
                        version("LA1x", "LA2", "2023-12-01", null))));

        assertThat(sums(token, "LA1", "2023-11")).isEqualTo("3/20 of 2");
        assertThat(sums(token, "LA1", "2024-02")).isEqualTo("4/10 of 1");
        assertThat(sums(token, "LA2", "2024-02")).isEqualTo("8/20 of 3");
        assertThat(sums(token, "LA", "2024-02")).isEqualTo("12/30 of 4");
    }

    @Test
    void splitThatIsLearntLateShouldEndWhatWasCarriedAcrossIt() {
        List<String> token =
                Feed.send(measurement("LSTK LB1x 2024-03 OWN =100"), measurement("LSTK LB1y 2024-H1 OWN =7"));
        JsonPath district = rollup(token, "indicator=LSTK&unit=LB1&period=2024-H1");
        assertThat(decimal(district, "value")).isEqualTo("107");

        token = Feed.send(change(2, List.of(version("LB1z", "LB1", "2024-04-01", null)), "LB1x>LB1z@2024-04-01 PART"));

        district = rollup(token, "indicator=LSTK&unit=LB1&period=2024-H1");
        assertThat(decimal(district, "value")).isEqualTo("7");
        assertThat(district.getString("basis")).isEqualTo("PARTIAL");
        assertThat(district.getList("coverage.missing", String.class)).containsExactly("LB1x", "LB1z");
        assertThat(decimal(rollup(token, "indicator=LSTK&unit=LB1&period=2024-03"), "value"))
                .isEqualTo("100");
    }

    @Test
    void lineageThatComesAfterItsListShouldCutTheLivesThatItTouches() {
        List<String> token = Feed.send(
                measurement("LSTK LC1y 2024-06 OWN =50"),
                measurement("LSTK LC2x 2024-06 OWN =60"),
                measurement("LSTK LC2y 2024 OWN =9"));
        token = Feed.send(change(2, List.of(version("LC1x", "LC1", "2004-01-01", "2024-07-01"))));
        assertThat(decimal(rollup(token, "indicator=LSTK&unit=LC1y&period=2024"), "value"))
                .isEqualTo("50");
        assertThat(rollup(token, "indicator=LSTK&unit=LC1&period=2024").getInt("coverage.expected"))
                .isEqualTo(1);

        token = Feed.send(change(1, List.of(), "LC1x>LC1y@2024-07-01 WHOLE"));

        assertThat(rollup(token, "indicator=LSTK&unit=LC1y&period=2024").getString("absence"))
                .isEqualTo("MISSING");
        assertThat(decimal(rollup(token, "indicator=LSTK&unit=LC1y&period=2024-06"), "value"))
                .isEqualTo("50");
        assertThat(decimal(rollup(token, "indicator=LSTK&unit=LC&period=2024"), "value"))
                .isEqualTo("69");
    }

    @Test
    void figureOfAUnitThatNobodyKnowsYetShouldCountOnceItIsKnown() {
        List<String> token =
                Feed.send(measurement("LATE LD1x 2024-05 OWN 1/4"), measurement("LATE LD9 2024-05 OWN 3/4"));
        assertThat(sums(token, "LD1", "2024-05")).isEqualTo("1/4 of 2");

        token = Feed.send(change(1, List.of(version("LD9", "LD1", "2024-05-31", null))));

        assertThat(sums(token, "LD1", "2024-05")).isEqualTo("4/8 of 3");
        assertThat(sums(token, "LD", "2024-05")).isEqualTo("4/8 of 5");
    }
}
