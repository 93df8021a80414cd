package vn.nhipso.indicator.submission;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.SqlResource;
import vn.nhipso.kit.period.Period;

/** For those who remind others: which reports are due or late on a day, and which were sent back. Days are Vietnam's and inclusive. */
@ApplicationScoped
public class DueReturns {

    /** So far back a period may have closed whose report is due now: deadlines have at most 366 days. */
    private static final int MONTHS_BACK = 13;

    private static final String OWING = SqlResource.load(DueReturns.class, "owing.sql");

    private static final String RETURNED = """
            SELECT h.position, r.id, r.unit, r.period, h.at, h.remark
            FROM report_return_history h JOIN report_return r ON r.id = h.return_id
            WHERE h.what = 'RETURNED' AND h.position > ? AND h.position <= ? ORDER BY h.position LIMIT ?
            """;

    private final Work work;
    private final DutyReader duties;

    DueReturns(Work work, DutyReader duties) {
        this.work = work;
        this.duties = duties;
    }

    /**
     * A report that has never been handed in.
     *
     * @param dueOn the last day on which it is in time
     * @param id null where nobody has begun a return
     * @param status null where nobody has begun a return
     */
    public record Due(
            String unit,
            String period,
            LocalDate dueOn,
            @Nullable UUID id,
            @Nullable ReturnStatus status) {}

    /**
     * A return that was sent back.
     *
     * @param position grows with every entry of all histories; up to the settled position of the outbox nothing can appear any more
     */
    public record Returned(
            long position,
            UUID id,
            String unit,
            String period,
            Instant at,
            @Nullable String remark) {}

    /** Reports that are due on that very day: asked for tomorrow and today it gives reminders. In the order of unit and period. */
    public List<Due> dueOn(LocalDate day) {
        return work.read(connection -> owing(connection, day));
    }

    /** Reports that are late on that day for the first time: they were due on the day before. */
    public List<Due> lateSince(LocalDate day) {
        return dueOn(day.minusDays(1));
    }

    /** What was sent back, after one position and up to another, oldest first. */
    public List<Returned> returned(long after, long upTo, int limit) {
        return work.read(connection -> {
            List<Returned> found = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(RETURNED)) {
                select.setLong(1, after);
                select.setLong(2, upTo);
                select.setInt(3, limit);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(new Returned(
                                row.getLong(1),
                                row.getObject(2, UUID.class),
                                row.getString(3),
                                row.getString(4),
                                Objects.requireNonNull(ReturnRows.moment(row, 5)),
                                row.getString(6)));
                    }
                }
            }
            return found;
        });
    }

    private List<Due> owing(Connection connection, LocalDate day) throws SQLException {
        Duties owed = duties.read(connection);
        List<String> periods = new ArrayList<>();
        List<String> levels = new ArrayList<>();
        List<Date> closing = new ArrayList<>();
        for (Period period : closedBefore(day)) {
            for (Duties.Owed due : owed.owed(period)) {
                if (due.dueOn().equals(day)) {
                    periods.add(period.toString());
                    levels.add(due.level().name());
                    closing.add(Date.valueOf(due.closingDay()));
                }
            }
        }
        try (PreparedStatement select = connection.prepareStatement(OWING)) {
            select.setArray(1, connection.createArrayOf("text", periods.toArray()));
            select.setArray(2, connection.createArrayOf("text", levels.toArray()));
            select.setArray(3, connection.createArrayOf("date", closing.toArray()));
            select.setObject(4, day);
            List<Due> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String status = row.getString(4);
                    found.add(new Due(
                            row.getString(1),
                            row.getString(2),
                            day,
                            row.getObject(3, UUID.class),
                            status == null ? null : ReturnStatus.valueOf(status)));
                }
            }
            return found;
        }
    }

    /** Every period that is due at all and closed lately, or closes within the month: the administrative year closes before the civil one. */
    private static Set<Period> closedBefore(LocalDate day) {
        Set<Period> periods = new TreeSet<>();
        YearMonth last = YearMonth.from(day).plusMonths(1);
        for (YearMonth month = last.minusMonths(MONTHS_BACK + 1L); !month.isAfter(last); month = month.plusMonths(1)) {
            int year = month.getYear();
            int number = month.getMonthValue();
            periods.add(Period.ofMonth(year, number));
            if (number % 3 == 0) {
                periods.add(Period.ofQuarter(year, number / 3));
            }
            if (number % 6 == 0) {
                periods.add(Period.ofHalf(year, number / 6));
            }
            if (number == 12) {
                periods.add(Period.ofYear(year));
            }
        }
        return periods;
    }
}
