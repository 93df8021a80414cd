package vn.nhipso.reporting.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nhipso.reporting.testing.Events.change;
import static vn.nhipso.reporting.testing.Events.definition;
import static vn.nhipso.reporting.testing.Events.measurement;
import static vn.nhipso.reporting.testing.Events.target;
import static vn.nhipso.reporting.testing.Events.team;
import static vn.nhipso.reporting.testing.Events.unit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.nhipso.reporting.intake.Families;
import vn.nhipso.reporting.testing.Events.Version;
import vn.nhipso.reporting.testing.ReportingDatabase;
import vn.nhipso.reporting.testing.ReportingDatabase.Event;

/** Whatever answers are made of moves the stamp under which they are kept. */
class StampTest {

    private static final List<String> ONE = List.of("S10-A");
    private static final List<String> OTHER = List.of("S10-B");
    private static ReportingDatabase database;
    private static int revision = 1;

    @BeforeAll
    static void fill() throws SQLException {
        database = new ReportingDatabase();
        database.apply(change(1, List.of(unit("S1", "PROVINCE", "VN"), unit("S11", "COMMUNE", "S1"))));
        database.apply(List.of(
                definition("S10-W", "COUNT", "FLOW", "COMMUNE", null),
                definition("S10-A", "COUNT", "FLOW", "COMMUNE", null),
                definition("S10-B", "SHARE", "FLOW", "COMMUNE", "S10-W")));
    }

    @Test
    void figuresShouldMoveTheStampsOfTheirIndicatorAndNoOther() throws SQLException {
        Stamp one = stamp(ONE);
        Stamp other = stamp(OTHER);
        Stamp all = stamp(null);

        database.apply(List.of(measurement(++revision, "S10-A S11 2024-01 OWN =" + revision)));

        assertThat(stamp(ONE)).isNotEqualTo(one);
        assertThat(stamp(null)).isNotEqualTo(all);
        assertThat(stamp(OTHER)).isEqualTo(other);
    }

    @Test
    void figuresOfAWeightShouldMoveTheStampOfWhatItWeighs() throws SQLException {
        Stamp weighed = stamp(OTHER);

        database.apply(List.of(measurement(++revision, "S10-W S11 2024-01 OWN =" + revision)));

        assertThat(stamp(OTHER)).isNotEqualTo(weighed);
    }

    @Test
    void whatShapesEveryRollupShouldMoveEveryStamp() throws SQLException {
        assertMovesAll(List.of(definition("S10-C", "COUNT", "FLOW", "COMMUNE", null)));
        assertMovesAll(List.of(target("S10-A S1 2024-01 >= 100")));
        assertMovesAll(List.of(team("S10-T", 1, "S11", "COMMUNITY", "2021-01-01", "2021-01-01:3")));
        assertMovesAll(change(2, List.of(unit("S12", "COMMUNE", "S1"))));
        // Nobody lies elsewhere by these, but names, hamlets and shares are told and counted.
        assertMovesAll(change(3, List.of(new Version("S12", "Xã Đổi Tên", "COMMUNE", "S1", "2004-01-01", null))));
        assertMovesAll(change(4, List.of(unit("S12-01", "HAMLET", "S12"))));
        assertMovesAll(change(5, List.of(new Version("S12-01", "Ấp Đổi Tên", "HAMLET", "S12", "2004-01-01", null))));
        Stamp before = stamp(ONE);
        database.inTransaction(Families::haveAlone);
        assertThat(stamp(ONE)).as("a rebuild that takes its place").isNotEqualTo(before);
    }

    private static void assertMovesAll(List<Event> events) throws SQLException {
        Stamp one = stamp(ONE);
        Stamp all = stamp(null);
        database.apply(events);
        assertThat(stamp(ONE)).as(events.toString()).isNotEqualTo(one);
        assertThat(stamp(null)).as(events.toString()).isNotEqualTo(all);
    }

    private static Stamp stamp(@Nullable Collection<String> indicators) throws SQLException {
        try (Connection connection = database.connection();
                PreparedStatement select = connection.prepareStatement(Stamp.SELECT)) {
            Stamp.bind(select, connection, indicators);
            try (ResultSet row = select.executeQuery()) {
                return Stamp.of(row);
            }
        }
    }
}
