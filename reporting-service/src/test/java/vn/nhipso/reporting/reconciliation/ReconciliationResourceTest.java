package vn.nhipso.reporting.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nhipso.reporting.testing.Answers.decimal;
import static vn.nhipso.reporting.testing.Answers.get;
import static vn.nhipso.reporting.testing.Answers.json;
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
import vn.nhipso.reporting.testing.Feed;
import vn.nhipso.reporting.testing.ReportingDatabase.Event;

@QuarkusTest
@WithTestResource(NhipsoTestResource.class)
class ReconciliationResourceTest {

    private static List<String> all;

    @BeforeAll
    static void send() {
        Feed.topics();
        List<Event> events = new ArrayList<>(change(
                1,
                List.of(
                        unit("54100", "PROVINCE", "VN"),
                        unit("54110", "DISTRICT", "54100"),
                        unit("54111", "COMMUNE", "54110"),
                        unit("54112", "COMMUNE", "54110"),
                        unit("54120", "DISTRICT", "54100"),
                        unit("54121", "COMMUNE", "54120"),
                        unit("54122", "COMMUNE", "54120"))));
        events.add(definition("X5REC1", "RATIO", "FLOW", "COMMUNE", null));
        events.add(definition("X5REC2", "COUNT", "FLOW", "COMMUNE", null));
        events.addAll(List.of(
                // Complete, and stated otherwise: 60 % against 50 %.
                measurement("X5REC1 54110 2022-H1 CHILDREN =60"),
                measurement("X5REC1 54111 2022-H1 OWN 40/100"),
                measurement("X5REC1 54112 2022-H1 OWN 60/100"),
                // 110 stated, 100 added up: a tenth of the larger, so 9.0909.
                measurement("X5REC2 54110 2022-H1 WHOLE =110"),
                measurement("X5REC2 54111 2022-H1 OWN =60"),
                measurement("X5REC2 54112 2022-H1 OWN =40"),
                // Incomplete, and more than stated; incomplete, and less.
                measurement("X5REC2 54120 2022-H1 WHOLE =50"),
                measurement("X5REC2 54121 2022-H1 OWN =51"),
                measurement("X5REC1 54120 2022-H1 WHOLE 90/200 =45"),
                measurement("X5REC1 54121 2022-H1 OWN 30/100")));
        all = Feed.send(events);
    }

    private static JsonPath differences(String query) {
        return json(get("/v1/reconciliations?period=2022-H1&" + query, all), "");
    }

    @Test
    void differencesOfCompleteSumsShouldComeFirstAndLargestFirst() {
        JsonPath found = differences("unit=54100&descendants=true");
        assertThat(found.getList("items.kind"))
                .containsExactly("DIFFERENCE", "DIFFERENCE", "PARTS_EXCEED_STATED", "PARTS_INCOMPLETE");
        assertThat(found.getList("items.unit")).containsExactly("54110", "54110", "54120", "54120");
        assertThat(found.getList("items.comparable")).containsExactly(true, true, false, false);
        assertThat(decimal(found, "items[0].pointDiff")).isEqualTo("10.0000");
        assertThat(decimal(found, "items[0].stated.percent")).isEqualTo("60");
        assertThat(decimal(found, "items[0].computed.percent")).isEqualTo("50.0000");
        assertThat(decimal(found, "items[0].computed.numerator")).isEqualTo("100");
        assertThat(decimal(found, "items[1].difference")).isEqualTo("10");
        assertThat(decimal(found, "items[1].deviation")).isEqualTo("9.0909");
        assertThat(decimal(found, "items[2].difference")).isEqualTo("-1");
        assertThat(found.getList("items[2].missing")).containsExactly("54122");
        assertThat(decimal(found, "items[3].difference")).isEqualTo("60");
        assertThat(decimal(found, "items[3].pointDiff")).isEqualTo("15.0000");
    }

    @Test
    void listShouldBePagedAndFilteredAndSortedByTheDifferenceItself() {
        JsonPath first = differences("level=DISTRICT&within=54100&sort=ABSOLUTE&pageSize=1&kind=DIFFERENCE");
        assertThat(first.getList("items.indicator")).containsExactly("X5REC1");
        JsonPath second = differences("level=DISTRICT&within=54100&sort=ABSOLUTE&pageSize=1&kind=DIFFERENCE&cursor="
                + first.getString("next"));
        assertThat(second.getList("items.indicator")).containsExactly("X5REC2");
        assertThat(second.getString("next")).isNull();
        assertThat(differences("unit=54110&scope=WHOLE").getList("items.indicator"))
                .containsExactly("X5REC2");
        assertThat(differences("unit=54100").getList("items")).isEmpty();
    }

    @Test
    void whatCannotBeAskedShouldBeRefused() {
        get("/v1/reconciliations?period=2022-H1&unit=54199", all).then().statusCode(404);
        get("/v1/reconciliations?period=2022-H1", all).then().statusCode(400);
        get("/v1/reconciliations?unit=54110", all).then().statusCode(400);
        get("/v1/reconciliations?period=2022-H1&unit=54110&scope=OWN", all)
                .then()
                .statusCode(400);
    }
}
