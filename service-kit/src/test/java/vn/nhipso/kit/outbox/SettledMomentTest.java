package vn.nhipso.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import vn.nhipso.kit.event.Topics;
import vn.nhipso.kit.testing.TestDatabase;

class SettledMomentTest {

    private static final Instant STAMPED = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant LATER = STAMPED.plusSeconds(2);
    private static final Instant LAST = STAMPED.plusSeconds(4);

    private final DataSource database = database();
    private final SettledMoment moment = new SettledMoment();

    @Test
    void momentShouldBeSettledAtOnceWhereNobodyWrites() throws SQLException {
        try (Connection relay = database.getConnection()) {
            assertThat(moment.advance(relay, STAMPED, 0)).isEqualTo(STAMPED);
            assertThat(moment.isOpen()).isFalse();
        }
    }

    @Test
    void momentShouldNotBeSettledBeforeWhatSlowWritersStampedByThenIsSent() throws SQLException {
        try (Connection relay = database.getConnection();
                Connection slow = database.getConnection()) {
            slow.setAutoCommit(false);
            enter(slow);
            // A quick one takes a position and is sent; the slow one has stamped and has no position yet.
            long quick = append(relay);
            assertThat(moment.advance(relay, LATER, quick)).isEqualTo(Instant.EPOCH);

            long late = append(slow);
            assertThat(moment.advance(relay, LAST, quick)).isEqualTo(Instant.EPOCH);
            slow.commit();

            // It has ended, and its event is still to be sent.
            assertThat(moment.advance(relay, LAST, quick)).isEqualTo(Instant.EPOCH);
            assertThat(moment.advance(relay, LAST, late)).isEqualTo(LATER);
            assertThat(moment.advance(relay, LAST, late)).isEqualTo(LAST);
        }
    }

    @Test
    void writersWhoCameLaterShouldHoldNothingBack() throws SQLException {
        try (Connection relay = database.getConnection();
                Connection early = database.getConnection();
                Connection late = database.getConnection()) {
            early.setAutoCommit(false);
            late.setAutoCommit(false);
            enter(early);
            assertThat(moment.advance(relay, STAMPED, 0)).isEqualTo(Instant.EPOCH);
            enter(late);
            early.rollback();

            assertThat(moment.advance(relay, LATER, 0)).isEqualTo(STAMPED);
            late.rollback();
        }
    }

    private static void enter(Connection writer) throws SQLException {
        try (Statement statement = writer.createStatement()) {
            statement.execute("SELECT pg_advisory_xact_lock_shared(7301, 1)");
        }
    }

    private static long append(Connection transaction) throws SQLException {
        return new Outbox(null, null)
                .append(
                        transaction,
                        List.of(new OutboxMessage(Topics.DIRECTORY_TEAMS, "k", "vn.nhipso.team.changed.v1", "{}")));
    }

    private static DataSource database() {
        DataSource database = TestDatabase.dataSource(TestDatabase.create("moment"));
        Flyway.configure().dataSource(database).locations("db/kit").load().migrate();
        return database;
    }
}
