package vn.nhipso.reporting.hierarchy;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nhipso.reporting.testing.Events.change;
import static vn.nhipso.reporting.testing.Events.definition;
import static vn.nhipso.reporting.testing.Events.measurement;
import static vn.nhipso.reporting.testing.Events.unit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.nhipso.reporting.testing.Events.Version;
import vn.nhipso.reporting.testing.ReportingDatabase;
import vn.nhipso.reporting.testing.ReportingDatabase.Event;

/** Lineage that is corrected by itself, without a unit that changes, takes what was carried along it to where it belongs, at every level. */
class LateLineageTest {

    private final ReportingDatabase database = new ReportingDatabase();

    /** Commune 51090 became 51091 of province 51 in the middle of 2025; whoever reports the whole year is in province 52. */
    @BeforeEach
    void theYearIsKept() throws SQLException {
        List<Event> events = new ArrayList<>(change(
                1,
                List.of(
                        unit("51", "PROVINCE", "VN"),
                        unit("52", "PROVINCE", "VN"),
                        unit("53", "PROVINCE", "VN"),
                        commune("51090", "53", "2004-01-01", "2025-07-01"),
                        commune("51091", "51", "2025-07-01", null),
                        commune("51092", "52", "2025-07-01", null),
                        commune("51093", "52", "2004-01-01", null)),
                "51090>51091@2025-07-01 WHOLE"));
        events.add(definition("LATE1", 1, "COUNT", "STOCK", "COMMUNE", null, "trạm", "UP"));
        events.add(measurement("LATE1 51090 2025-06 OWN =10"));
        events.add(measurement("LATE1 51093 2025 OWN =1"));
        database.apply(events);
        assertThat(sums()).containsAllEntriesOf(Map.of("51091", "10", "51", "10", "51093", "1", "52", "1", "VN", "11"));
    }

    private static Version commune(String code, String parent, String from, String to) {
        return new Version(code, "Xã " + code, "COMMUNE", parent, from, to);
    }

    @Test
    void successorInAnotherProvinceShouldTakeTheFigureAlongAndLeaveNothingBehind() throws SQLException {
        database.apply(change(2, List.of(), "51090>51092@2025-07-01 WHOLE"));
        assertThat(sums())
                .containsExactlyInAnyOrderEntriesOf(Map.of("51092", "10", "51093", "1", "52", "11", "VN", "11"));
    }

    @Test
    void successorThatGotTheAreaOnlyShouldKeepNothingOfTheFigure() throws SQLException {
        database.apply(change(2, List.of(), "51090>51091@2025-07-01 NONE"));
        assertThat(sums()).containsExactlyInAnyOrderEntriesOf(Map.of("51093", "1", "52", "1", "VN", "1"));
    }

    @Test
    void unitThatGivesAwayAnEmptyPlaceShouldStayTheSameUnit() throws SQLException {
        database.apply(
                List.of(measurement("LATE1 51093 2025-03 OWN =4"), measurement(2, "LATE1 51093 2025 OWN withdrawn")));
        database.apply(change(1, List.of(), "51093>51092@2025-07-01 NONE"));
        assertThat(sums()).containsEntry("51093", "4");
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM unit_life WHERE unit = '51093'")) {
            row.next();
            assertThat(row.getInt(1)).isEqualTo(1);
        }
    }

    /** What is kept for the year, unit by unit. */
    private Map<String, String> sums() throws SQLException {
        Map<String, String> sums = new TreeMap<>();
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT unit, whole_n FROM rollup WHERE indicator = 'LATE1' AND period = '2025'")) {
            while (row.next()) {
                sums.put(row.getString(1), row.getString(2));
            }
        }
        return sums;
    }
}
