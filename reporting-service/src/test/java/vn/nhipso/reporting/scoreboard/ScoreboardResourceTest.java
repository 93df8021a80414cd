package vn.nhipso.reporting.scoreboard;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nhipso.reporting.testing.Answers.decimal;
import static vn.nhipso.reporting.testing.Answers.get;
import static vn.nhipso.reporting.testing.Answers.json;
import static vn.nhipso.reporting.testing.Events.administrative;
import static vn.nhipso.reporting.testing.Events.change;
import static vn.nhipso.reporting.testing.Events.definition;
import static vn.nhipso.reporting.testing.Events.measurement;
import static vn.nhipso.reporting.testing.Events.target;
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

@QuarkusTest
@WithTestResource(NhipsoTestResource.class)
class ScoreboardResourceTest {

    private static List<String> all;

    @BeforeAll
    static void send() {
        Feed.topics();
        List<Event> events = new ArrayList<>(change(
                1,
                List.of(
                        unit("s87", "PROVINCE", "VN"),
                        unit("s870", "DISTRICT", "s87"),
                        unit("s871", "DISTRICT", "s87"),
                        unit("s875", "DISTRICT", "s87"),
                        unit("s88", "PROVINCE", "VN"),
                        new Version("s-new", "begun", "DISTRICT", "s87", "2024-06-20", null),
                        new Version("s-moved", "moved", "DISTRICT", "s87", "2004-01-01", "2024-06-20"),
                        new Version("s-moved", "moved", "DISTRICT", "s88", "2024-06-20", null))));
        for (String code : List.of("T-DG01", "T-DG07", "T-INH", "T-LONG", "T-WORDS", "T-NONE")) {
            events.add(definition(code, "RATIO", "FLOW", "DISTRICT", null));
        }
        events.add(definition("T-DOWN", 1, "RATIO", "STOCK", "DISTRICT", null, "%", "DOWN"));
        events.add(administrative(definition("T-ADM", "RATIO", "FLOW", "DISTRICT", null)));
        events.addAll(List.of(
                measurement("T-DG01 s-new 2024-06 OWN 1/2"),
                measurement("T-ADM s-moved 2024-06 OWN 1/2"),
                measurement("T-ADM s870 2024-06 OWN 3/4"),
                target("T-ADM s87 2024-06 >= 10"),
                target("T-ADM s88 2024-06 >= 90"),
                measurement("T-DG01 s870 2022-H1 OWN 9475/15684 =60.41"),
                measurement("T-DG01 s870 2021-H1 OWN 50/100"),
                measurement("T-DG01 s871 2022-H1 OWN 7/10"),
                measurement("T-DG01 s875 2022-H1 OWN 1/10"),
                target("T-DG01 s870 2022-H1 >= 50"),
                measurement("T-DG07 s870 2022-H1 OWN 52/74 =70.27 words:chưa_đạt"),
                target("T-DG07 s870 2022-H1 >= 80"),
                target("T-DG07 s87 2022-H1 >= 10"),
                measurement("T-INH s870 2022-H1 OWN 1/2"),
                target("T-INH s87 2022-H1 >= 50"),
                target("T-INH s87 2022 >= 60"),
                measurement("T-LONG s870 2022-H1 OWN 3/4"),
                target("T-LONG s870 2022 >= 80"),
                measurement("T-WORDS s870 2022-H1 OWN words:chưa_đạt"),
                target("T-WORDS s870 2022-H1 >= 100"),
                measurement("T-DOWN s870 2022-H1 OWN 1/10"),
                measurement("T-DOWN s871 2022-H1 OWN 1/10"),
                measurement("T-DOWN s875 2022-H1 OWN 2/10"),
                target("T-DOWN s870 2022 <= 20")));
        all = Feed.send(events);
    }

    private static JsonPath item(String indicator) {
        return json(
                get("/v1/scoreboards/s870?period=2022-H1", all), "items.find { it.indicator == '" + indicator + "' }");
    }

    @Test
    void onlineDossiersShouldExceedTheirTarget() {
        JsonPath item = item("T-DG01");
        assertThat(item.getString("status")).isEqualTo("EXCEEDED");
        assertThat(decimal(item, "percent")).isEqualTo("60.4119");
        assertThat(decimal(item, "target.value")).isEqualTo("50");
        assertThat(item.getString("target.comparator")).isEqualTo(">=");
        assertThat(item.getString("target.inheritedFrom")).isNull();
        assertThat(item.getInt("rank.rank")).isEqualTo(2);
        assertThat(item.getInt("rank.of")).isEqualTo(3);
        assertThat(item.getString("lastYear.period")).isEqualTo("2021-H1");
        assertThat(decimal(item, "lastYear.percent")).isEqualTo("50.0000");
        assertThat(decimal(item, "lastYear.pointDiff")).isEqualTo("10.4119");
    }

    @Test
    void servicesWithDossiersShouldBeBehindAndSayWhatTheSourceSays() {
        JsonPath item = item("T-DG07");
        assertThat(decimal(item, "percent")).isEqualTo("70.2703");
        assertThat(item.getString("status")).isEqualTo("BEHIND");
        assertThat(item.getString("stated.words.status")).isEqualTo("chưa đạt");
        assertThat(decimal(item, "target.value"))
                .as("its own, not the province's")
                .isEqualTo("80");
    }

    @Test
    void targetOfTheNearestUnitAboveShouldBeInheritedAndTheExactPeriodShouldWin() {
        JsonPath item = item("T-INH");
        assertThat(item.getString("target.inheritedFrom")).isEqualTo("s87");
        assertThat(item.getString("target.period")).isEqualTo("2022-H1");
        assertThat(item.getString("status")).isEqualTo("MET");
    }

    @Test
    void targetOfALongerPeriodShouldGiveBehindForARateAndWordsNothingToCompare() {
        assertThat(item("T-LONG").getString("status")).isEqualTo("BEHIND");
        assertThat(item("T-WORDS").getString("status")).isEqualTo("NOT_COMPARABLE");
        assertThat(item("T-WORDS").getString("basis")).isEqualTo("NONE");
    }

    @Test
    void tiesShouldShareARankAndLessShouldBeBetterWhereItIs() {
        JsonPath item = item("T-DOWN");
        assertThat(item.getInt("rank.rank")).isEqualTo(1);
        assertThat(item.getInt("rank.of")).isEqualTo(3);
    }

    @Test
    void onlyWhatIsKnownShouldStandThereUnlessAllIsAsked() {
        JsonPath known = json(get("/v1/scoreboards/s870?period=2022-H1", all), "");
        assertThat(known.getList("items.indicator", String.class))
                .contains("T-WORDS", "T-DG01")
                .doesNotContain("T-NONE");
        JsonPath every = json(get("/v1/scoreboards/s870?period=2022-H1&all=true", all), "");
        assertThat(every.getList("items.indicator", String.class)).contains("T-NONE", "REG-TEAMS");
        assertThat(known.getString("unit.code")).isEqualTo("s870");
    }

    @Test
    void itemOfAUnitThatDidNotLiveOnItsClosingDayShouldBeLeftOut() {
        JsonPath board = json(get("/v1/scoreboards/s-new?period=2024-06", all), "");
        assertThat(board.getList("items.indicator", String.class))
                .contains("T-DG01")
                .doesNotContain("T-ADM");
        JsonPath every = json(get("/v1/scoreboards/s-new?period=2024-06&all=true", all), "");
        assertThat(every.getList("items.indicator", String.class))
                .contains("T-NONE")
                .doesNotContain("T-ADM");
    }

    @Test
    void targetAndRankShouldBeThoseOfTheItemsOwnClosingDay() {
        JsonPath item =
                json(get("/v1/scoreboards/s-moved?period=2024-06", all), "items.find { it.indicator == 'T-ADM' }");
        assertThat(item.getString("target.inheritedFrom")).isEqualTo("s87");
        assertThat(item.getString("status")).isEqualTo("EXCEEDED");
        assertThat(item.getInt("rank.rank")).isEqualTo(2);
        assertThat(item.getInt("rank.of")).isEqualTo(2);
    }

    @Test
    void periodMissingOrUnitUnknownShouldBeProblems() {
        assertThat(get("/v1/scoreboards/s870", all).jsonPath().getString("code"))
                .isEqualTo("INVALID_PARAMETER");
        assertThat(get("/v1/scoreboards/nix?period=2022-H1", all).statusCode()).isEqualTo(404);
    }
}
