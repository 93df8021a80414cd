package vn.nhipso.reporting.registry;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static vn.nhipso.reporting.testing.Answers.decimal;
import static vn.nhipso.reporting.testing.Answers.get;
import static vn.nhipso.reporting.testing.Answers.json;
import static vn.nhipso.reporting.testing.Answers.rollup;
import static vn.nhipso.reporting.testing.Events.change;
import static vn.nhipso.reporting.testing.Events.definition;
import static vn.nhipso.reporting.testing.Events.measurement;
import static vn.nhipso.reporting.testing.Events.team;
import static vn.nhipso.reporting.testing.Events.unit;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.nhipso.kit.event.Topics;
import vn.nhipso.kit.period.Period;
import vn.nhipso.kit.testing.NhipsoTestResource;
import vn.nhipso.kit.testing.TestTokens;
import vn.nhipso.kit.time.VietnamTime;
import vn.nhipso.reporting.testing.Events.Version;
import vn.nhipso.reporting.testing.Feed;
import vn.nhipso.reporting.testing.ReportingDatabase.Event;

/** What the directory counts becomes figures by itself. */
@QuarkusTest
@WithTestResource(NhipsoTestResource.class)
class RegistryResourceTest {

    private static List<String> all;

    @Inject
    Clock clock;

    @BeforeAll
    static void send() {
        Feed.topics();
        List<Version> units = new ArrayList<>(List.of(
                unit("r38", "PROVINCE", "VN"),
                unit("r396", "DISTRICT", "r38"),
                unit("r15655", "COMMUNE", "r396"),
                unit("r15656", "COMMUNE", "r396")));
        for (int hamlet = 1; hamlet <= 4; hamlet++) {
            units.add(unit("r15655-0" + hamlet, "HAMLET", "r15655"));
        }
        List<Event> events = new ArrayList<>(change(1, units));
        events.addAll(List.of(
                team("t1", 1, "r15655-01", "COMMUNITY", null, "2021-01-01:3 2024-03-01:5"),
                team("t2", 1, "r15655-02", "COMMUNITY", "2023-01-01", "2023-01-01:2"),
                team("t3", 1, "r15655-02", "YOUTH", "2021-01-01", "2021-01-01:9"),
                team("t4", 1, "r15655", "COMMUNITY", "2024-01-01", ""),
                definition("POP", 1, "COUNT", "STOCK", "COMMUNE", null, "người", "UP"),
                measurement("POP r15655 2022 OWN =4000 ABOUT"),
                measurement("POP r15655 2024 OWN =3500"),
                measurement("POP r15656 2023 OWN =900")));
        all = Feed.send(events);
    }

    @Test
    void hamletsWithATeamShouldBeARatioOfTheDay() {
        JsonPath before = rollup(all, "indicator=REG-HAMLETS&unit=r15655&period=2022");
        assertThat(decimal(before, "numerator")).isEqualTo("1");
        assertThat(decimal(before, "denominator")).isEqualTo("4");
        JsonPath after = rollup(all, "indicator=REG-HAMLETS&unit=r15655&period=2024-07");
        assertThat(decimal(after, "percent")).isEqualTo("50.0000");
    }

    @Test
    void teamsAndMembersShouldBeThoseOfTheClosingDay() {
        assertThat(decimal(rollup(all, "indicator=REG-TEAMS&unit=r15655&period=2022"), "value"))
                .isEqualTo("1");
        assertThat(decimal(rollup(all, "indicator=REG-TEAMS&unit=r15655&period=2024-H1"), "value"))
                .isEqualTo("3");
        assertThat(decimal(rollup(all, "indicator=REG-MEMBERS&unit=r15655&period=2024-01-31"), "value"))
                .isEqualTo("5");
        assertThat(decimal(rollup(all, "indicator=REG-MEMBERS&unit=r15655&period=2024-03"), "value"))
                .isEqualTo("7");
    }

    @Test
    void communeWithoutRegisteredHamletsShouldBeMissingNotZero() {
        JsonPath commune = rollup(all, "indicator=REG-HAMLETS&unit=r15656&period=2024");
        assertThat(commune.getString("basis")).isEqualTo("NONE");
        assertThat(commune.getString("absence")).isEqualTo("MISSING");
        JsonPath district = rollup(all, "indicator=REG-HAMLETS&unit=r396&period=2024");
        assertThat(district.getString("basis")).isEqualTo("PARTIAL");
        assertThat(decimal(district, "denominator")).isEqualTo("4");
        assertThat(district.getInt("coverage.expected")).isEqualTo(2);
        assertThat(district.getList("coverage.missing", String.class)).containsExactly("r15656");
    }

    @Test
    void membersPerHundredPeopleShouldTakeTheNewestCountOfThePeople() {
        JsonPath then = rollup(all, "indicator=REG-MEMBERS-100&unit=r15655&period=2024-H1");
        assertThat(decimal(then, "numerator")).isEqualTo("7");
        assertThat(decimal(then, "denominator")).isEqualTo("4000");
        assertThat(decimal(then, "percent")).isEqualTo("0.1750");
        assertThat(then.getString("display.vi")).isEqualTo("0,18");
        assertThat(then.getList("qualifiers", String.class)).containsExactly("ABOUT");
        JsonPath now = rollup(all, "indicator=REG-MEMBERS-100&unit=r15655&period=2024");
        assertThat(decimal(now, "percent")).isEqualTo("0.2000");
        assertThat(now.getList("qualifiers", String.class)).isNullOrEmpty();
    }

    @Test
    void communeWhosePeopleNobodyCountedShouldBeMissingPerHundred() {
        JsonPath before = rollup(all, "indicator=REG-MEMBERS-100&unit=r15655&period=2021");
        assertThat(before.getString("absence")).isEqualTo("MISSING");
        JsonPath district = rollup(all, "indicator=REG-MEMBERS-100&unit=r396&period=2024");
        assertThat(district.getString("basis")).isEqualTo("PARTIAL");
        assertThat(decimal(district, "denominator")).isEqualTo("3500");
        assertThat(decimal(rollup(all, "indicator=REG-MEMBERS-100&unit=r396&period=2025-03"), "percent"))
                .isEqualTo("0.2000");
        List<String> token = Feed.send(measurement(2, "POP r15655 2024 OWN =7000"));
        JsonPath corrected = rollup(token, "indicator=REG-MEMBERS-100&unit=r396&period=2025-03");
        assertThat(decimal(corrected, "percent")).isEqualTo("0.1000");
        // The other tests must not see it: gone only when that is applied.
        token = Feed.send(measurement(3, "POP r15655 2024 OWN =3500"));
        assertThat(decimal(rollup(token, "indicator=POP&unit=r15655&period=2024"), "value"))
                .isEqualTo("3500");
    }

    @Test
    void eventsThatReportsHaveNoUseForShouldBePassedOver() {
        List<String> token = Feed.send(
                new Event(
                        Topics.DIRECTORY_TEAMS,
                        "c1",
                        "vn.nhipso.committee.changed.v1",
                        "{\"id\":\"c1\",\"revision\":1}"),
                new Event(
                        Topics.DIRECTORY_TEAMS,
                        "a1",
                        "vn.nhipso.activity.changed.v1",
                        "{\"id\":\"a1\",\"revision\":1}"),
                new Event(Topics.DIRECTORY_HIERARCHY, "r1x", "vn.nhipso.alias.changed.v1", "{\"alias\":\"r1x\"}"));
        assertThat(rollup(token, "indicator=REG-TEAMS&unit=r15655&period=2022").getString("basis"))
                .isEqualTo("COMPUTED");
        given().auth()
                .oauth2(TestTokens.operator())
                .when()
                .get("/v1/dead-letters")
                .then()
                .statusCode(200)
                .body("items.findAll { it.key == 'c1' || it.key == 'a1' || it.key == 'r1x' }.size()", equalTo(0));
    }

    @Test
    void periodsThatHaveNotBegunShouldHaveNoFigures() {
        Period thisYear = Period.ofYear(VietnamTime.today(clock).getYear());
        for (String indicator : RegistrySql.INDICATORS) {
            JsonPath now = rollup(all, "indicator=" + indicator + "&unit=r396&period=" + thisYear);
            assertThat(now.getString("basis")).isEqualTo("PARTIAL");
            JsonPath future = rollup(all, "indicator=" + indicator + "&unit=r396&period=" + (thisYear.year() + 1));
            assertThat(future.getString("basis")).isEqualTo("NONE");
            assertThat(future.getString("absence")).isEqualTo("NOT_DUE");
        }
    }

    @Test
    void figuresOfTheRegisterShouldStandOnTheScoreboard() {
        JsonPath board = json(get("/v1/scoreboards/r396?period=2024", all), "");
        assertThat(board.getList("items.indicator", String.class)).containsAll(RegistrySql.INDICATORS);
    }

    @Test
    void newerRevisionShouldReplaceATeam() {
        List<String> token = Feed.send(
                team("t5", 2, "r15655-03", "COMMUNITY", "2019-01-01", "2019-01-01:1"),
                team("t5", 1, "r15655-04", "COMMUNITY", "2019-01-01", "2019-01-01:9"));
        JsonPath commune = rollup(token, "indicator=REG-MEMBERS&unit=r15655&period=2020");
        assertThat(decimal(commune, "value")).isEqualTo("1");
        // The other tests must not see it: gone only when that is applied.
        token = Feed.send(team("t5", 3, "r15655-03", "YOUTH", "2019-01-01", ""));
        assertThat(rollup(token, "indicator=REG-MEMBERS&unit=r15655&period=2020")
                        .getString("basis"))
                .isNotNull();
    }
}
