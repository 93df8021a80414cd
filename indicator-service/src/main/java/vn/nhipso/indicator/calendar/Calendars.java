package vn.nhipso.indicator.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import vn.nhipso.kit.period.ReportingCalendar;

/** The reporting calendars as they are kept: every state that one ever had. */
@ApplicationScoped
public class Calendars {

    private static final int LAST_DAY = 31;
    private static final int FOURTEENTH = 14;

    private static final String SELECT = """
            SELECT calendar, revision, valid_from, month_days, quarter_days, half_days, year_days, recorded_at
            FROM reporting_calendar ORDER BY calendar, revision DESC
            """;

    private static final String INSERT = """
            INSERT INTO reporting_calendar
              (calendar, revision, valid_from, month_days, quarter_days, half_days, year_days, author, recorded_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    Calendars() {}

    /** All deadlines, read on that connection. */
    public Schedule schedule(Connection connection) throws SQLException {
        List<CalendarVersion> versions = new ArrayList<>();
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery(SELECT)) {
            while (row.next()) {
                versions.add(version(row));
            }
        }
        return new Schedule(versions);
    }

    /** One writer at a time, to the end of the transaction. */
    void lock(Connection tx) throws SQLException {
        try (Statement lock = tx.createStatement()) {
            lock.execute("LOCK TABLE reporting_calendar IN SHARE ROW EXCLUSIVE MODE");
        }
    }

    void add(Connection tx, CalendarVersion version, String author) throws SQLException {
        try (PreparedStatement insert = tx.prepareStatement(INSERT)) {
            Deadlines days = version.deadlines();
            insert.setString(1, version.calendar().name());
            insert.setInt(2, version.revision());
            insert.setObject(3, version.validFrom());
            insert.setInt(4, days.month());
            insert.setInt(5, days.quarter());
            insert.setInt(6, days.half());
            insert.setInt(7, days.year());
            insert.setString(8, author);
            insert.setObject(9, version.recordedAt().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    static int closesOn(ReportingCalendar calendar) {
        return calendar == ReportingCalendar.CALENDAR ? LAST_DAY : FOURTEENTH;
    }

    private static CalendarVersion version(ResultSet row) throws SQLException {
        ReportingCalendar calendar = ReportingCalendar.valueOf(row.getString(1));
        return new CalendarVersion(
                calendar,
                row.getInt(2),
                closesOn(calendar),
                row.getObject(3, LocalDate.class),
                new Deadlines(row.getInt(4), row.getInt(5), row.getInt(6), row.getInt(7)),
                row.getObject(8, OffsetDateTime.class).toInstant(),
                null);
    }
}
