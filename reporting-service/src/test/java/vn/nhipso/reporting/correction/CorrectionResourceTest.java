package vn.nhipso.reporting.correction;

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
import org.junit.jupiter.api.Test;
import vn.nhipso.kit.testing.NhipsoTestResource;
import vn.nhipso.reporting.testing.Feed;
import vn.nhipso.reporting.testing.ReportingDatabase.Event;

@QuarkusTest
@WithTestResource(NhipsoTestResource.class)
class CorrectionResourceTest {

    @Test
    void correctionShouldBeFollowedWithWhatItMoved() {
        Feed.topics();
        List<Event> events = new ArrayList<>(change(
                1,
                List.of(
                        unit("54200", "PROVINCE", "VN"),
                        unit("54210", "DISTRICT", "54200"),
                        unit("54211", "COMMUNE", "54210"))));
        events.add(definition("X5COR", "RATIO", "FLOW", "COMMUNE", null));
        events.add(measurement("X5COR 54211 2024-01 OWN 50/100"));
        List<String> first = Feed.send(events);
        JsonPath nothing = json(get("/v1/corrections?unit=54200", first), "");
        assertThat(nothing.getList("items")).isEmpty();
        List<String> second = Feed.send(measurement(2, "X5COR 54211 2024-01 OWN 60/100"));
        JsonPath told =
                json(get("/v1/corrections?unit=54200&waitSeconds=5&after=" + nothing.getString("next"), second), "");
        assertThat(told.getList("items.unit")).containsExactly("54211");
        assertThat(decimal(told, "items[0].old.numerator")).isEqualTo("50");
        assertThat(decimal(told, "items[0].new.numerator")).isEqualTo("60");
        assertThat(told.getString("items[0].sequence")).startsWith("reporting:");
        assertThat(decimal(told, "items[0].rollups.find { it.unit == '54210' && it.scope == 'WHOLE' }.new.percent"))
                .isEqualTo("60.0000");
        assertThat(json(get("/v1/corrections?unit=54200&after=" + told.getString("next"), second), "")
                        .getList("items"))
                .isEmpty();
    }

    @Test
    void whatIsNoPlaceInTheFeedShouldBeRefused() {
        get("/v1/corrections?after=directory:1", List.of()).then().statusCode(400);
        get("/v1/corrections?after=reporting:99999999999", List.of()).then().statusCode(400);
        get("/v1/corrections?waitSeconds=31", List.of()).then().statusCode(400);
    }
}
