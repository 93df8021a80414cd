package vn.nhipso.indicator.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.event.EventJson;
import vn.nhipso.kit.event.Topics;
import vn.nhipso.kit.outbox.Outbox;
import vn.nhipso.kit.outbox.OutboxMessage;
import vn.nhipso.kit.period.ReportingCalendar;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemError;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.kit.time.VietnamTime;

/** Reads and sets the deadlines of the calendars. */
@ApplicationScoped
class CalendarService {

    private static final int EARLIEST_YEAR = 1900;
    private static final int LATEST_YEAR = 2100;

    private final DataSource dataSource;
    private final Calendars calendars;
    private final Outbox outbox;
    private final Clock clock;

    CalendarService(DataSource dataSource, Calendars calendars, Outbox outbox, Clock clock) {
        this.dataSource = dataSource;
        this.calendars = calendars;
        this.outbox = outbox;
        this.clock = clock;
    }

    List<CalendarVersion> all() {
        try (Connection connection = dataSource.getConnection()) {
            Schedule schedule = calendars.schedule(connection);
            return Arrays.stream(ReportingCalendar.values())
                    .map(schedule::newest)
                    .toList();
        } catch (SQLException failed) {
            throw new IllegalStateException("calendars not read", failed);
        }
    }

    CalendarVersion find(ReportingCalendar calendar) {
        return all().get(calendar.ordinal());
    }

    /** @param expected the entity tag the caller has seen ({@code *} for any), or null */
    @Transactional
    CalendarVersion set(ReportingCalendar calendar, SetCalendar body, @Nullable String expected, String author) {
        try (Connection tx = dataSource.getConnection()) {
            calendars.lock(tx);
            CalendarVersion now = calendars.schedule(tx).newest(calendar);
            LocalDate from = Objects.requireNonNullElseGet(body.validFrom(), () -> VietnamTime.today(clock));
            if (from.getYear() < EARLIEST_YEAR || from.getYear() > LATEST_YEAR) {
                throw outOfRange();
            }
            boolean same = now.deadlines().equals(body.deadlines());
            if (same && (body.validFrom() == null || from.equals(now.validFrom()))) {
                return now;
            }
            require(expected, now);
            CalendarVersion next = new CalendarVersion(
                    calendar,
                    now.revision() + 1,
                    now.closesOn(),
                    from,
                    body.deadlines(),
                    clock.instant().truncatedTo(ChronoUnit.MICROS),
                    null);
            calendars.add(tx, next, author);
            return next.at(outbox.token(announce(tx, next)));
        } catch (SQLException failed) {
            throw new IllegalStateException("calendar not written", failed);
        }
    }

    private long announce(Connection tx, CalendarVersion next) throws SQLException {
        return outbox.append(
                tx,
                List.of(new OutboxMessage(
                        Topics.INDICATOR_CATALOGUE,
                        next.calendar().name(),
                        CalendarChanged.TYPE,
                        EventJson.write(CalendarChanged.of(next)))));
    }

    private static ProblemException outOfRange() {
        Text detail = Text.of(
                "Ngày phải trong các năm %d đến %d.",
                "The day lies in the years %d to %d.", EARLIEST_YEAR, LATEST_YEAR);
        return new ProblemException(KitProblem.INVALID_FIELD, detail)
                .withErrors(List.of(ProblemError.at("/validFrom", KitProblem.INVALID_FIELD.name(), detail)));
    }

    private static void require(@Nullable String expected, CalendarVersion now) {
        if (expected == null) {
            throw new ProblemException(
                    KitProblem.PRECONDITION_REQUIRED,
                    new Text(
                            "Gửi If-Match với ETag của bản đang có.",
                            "Send If-Match with the ETag of the present state."));
        }
        if (!expected.equals("*") && !expected.equals(now.etag())) {
            throw new ProblemException(
                    KitProblem.PRECONDITION_FAILED,
                    new Text(
                            "Lịch báo cáo đã thay đổi từ khi được đọc; hãy đọc lại.",
                            "The calendar has changed since it was read; read it again."));
        }
    }
}
