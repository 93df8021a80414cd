package vn.nhipso.reporting.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nhipso.reporting.testing.Events.change;
import static vn.nhipso.reporting.testing.Events.definition;
import static vn.nhipso.reporting.testing.Events.measurement;
import static vn.nhipso.reporting.testing.Events.target;
import static vn.nhipso.reporting.testing.Events.team;
import static vn.nhipso.reporting.testing.Events.unit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.nhipso.kit.event.Topic;
import vn.nhipso.kit.event.Topics;
import vn.nhipso.kit.testing.EventSchemas;
import vn.nhipso.reporting.testing.ReportingDatabase;
import vn.nhipso.reporting.testing.ReportingDatabase.Event;

/** Every published sample of every event can be taken in, today and for ever. */
class EventSamplesTest {

    @Test
    void everySampleShouldBeTakenIn() throws Exception {
        ReportingDatabase database = new ReportingDatabase();
        List<Event> events = new ArrayList<>();
        samples(events, Topics.INDICATOR_CATALOGUE, "vn.nhipso.indicator.defined.v1");
        samples(events, Topics.INDICATOR_CATALOGUE, "vn.nhipso.target.set.v1");
        samples(events, Topics.INDICATOR_MEASUREMENTS, "vn.nhipso.measurement.published.v1");
        samples(events, Topics.INDICATOR_MEASUREMENTS, "vn.nhipso.measurement.withdrawn.v1");
        samples(events, Topics.DIRECTORY_TEAMS, "vn.nhipso.team.changed.v1");
        samples(events, Topics.DIRECTORY_HIERARCHY, "vn.nhipso.unit.changed.v1");
        samples(events, Topics.DIRECTORY_HIERARCHY, "vn.nhipso.lineage.changed.v1");
        database.apply(events);
        try (Connection connection = database.connection();
                ResultSet row = connection.createStatement().executeQuery("""
                                SELECT (SELECT count(*) FROM definition WHERE code NOT LIKE 'REG-%'), (SELECT count(*) FROM target_revision),
                                       (SELECT count(*) FROM fact), (SELECT count(*) FROM team),
                                       (SELECT count(*) FROM hierarchy_staging)""")) {
            assertThat(row.next()).isTrue();
            for (int column = 1; column <= 5; column++) {
                assertThat(row.getInt(column)).as("column " + column).isPositive();
            }
        }
    }

    @Test
    void typesThatReportsHaveNoUseForShouldBePassedOver() throws Exception {
        ReportingDatabase database = new ReportingDatabase();
        List<Event> events = new ArrayList<>();
        samples(events, Topics.INDICATOR_CATALOGUE, "vn.nhipso.return.changed.v1");
        samples(events, Topics.INDICATOR_CATALOGUE, "vn.nhipso.calendar.changed.v1");
        events.add(definition("A", "RATIO", "FLOW", "DISTRICT COMMUNE", "B"));
        database.apply(events);
        try (Connection connection = database.connection();
                ResultSet row =
                        connection.createStatement().executeQuery("SELECT count(*) FROM definition WHERE code = 'A'")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getInt(1)).isOne();
        }
    }

    @Test
    void eventsOfTheseTestsShouldKeepTheContract() {
        List<Event> events = new ArrayList<>(change(1, List.of(unit("1", "PROVINCE", "VN")), "1>2@2025-07-01 WHOLE"));
        events.add(definition("A", "RATIO", "FLOW", "DISTRICT COMMUNE", "B"));
        events.add(measurement("A 1 2024-01 OWN 1/2 =50.0 AT_LEAST words"));
        events.add(measurement("A 1 2024-01 OWN !NO_METHOD"));
        events.add(measurement(2, "A 1 2024-01 OWN withdrawn"));
        events.add(target("A 1 2024 >= 50"));
        events.add(team("t", 1, "1-01", "COMMUNITY", "2021-01-01", "2021-01-01:3"));
        events.forEach(event -> EventSchemas.assertValid(event.type(), event.json()));
    }

    private static void samples(List<Event> events, Topic topic, String type) {
        EventSchemas.samples(type).forEach(json -> events.add(new Event(topic, "sample", type, json)));
    }
}
