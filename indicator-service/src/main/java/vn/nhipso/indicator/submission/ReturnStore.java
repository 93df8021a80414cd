package vn.nhipso.indicator.submission;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.SqlResource;
import vn.nhipso.indicator.finding.Place;
import vn.nhipso.kit.event.EventJson;
import vn.nhipso.kit.period.Period;
import vn.nhipso.kit.period.ReportingCalendar;

/** The statements that read and write returns, in the transaction of their connection. Rows are locked in the order of unit and period. */
@ApplicationScoped
class ReturnStore {

    private static final String FIND = "SELECT " + ReturnRows.COLUMNS + " FROM report_return r WHERE r.id = ?";

    private static final String AT = "SELECT " + ReturnRows.COLUMNS + """
             FROM unnest(?::text[], ?::text[]) AS asked (unit, period)
            JOIN report_return r ON r.unit = asked.unit AND r.period = asked.period
            ORDER BY r.unit, r.period FOR UPDATE OF r
            """;

    private static final String CREATE =
            SqlResource.load(ReturnStore.class, "create.sql") + " RETURNING " + ReturnRows.COLUMNS;

    private static final String UPDATE = """
            UPDATE report_return SET status = ?, stages = ?, approvers = ?, revision = ?, submitted_by = ?, submitted_at = ?,
              first_submitted_at = ?, approved_at = ?, extended_to = ?
            WHERE id = ?
            """;

    private static final String TELL = SqlResource.load(ReturnStore.class, "tell.sql");

    private final Clock clock;

    ReturnStore(Clock clock) {
        this.clock = clock;
    }

    Optional<ReturnRow> find(Connection connection, UUID id, boolean lock) throws SQLException {
        try (PreparedStatement find = connection.prepareStatement(lock ? FIND + " FOR UPDATE" : FIND)) {
            find.setObject(1, id);
            return ReturnRows.read(find).stream().findFirst();
        }
    }

    /** The returns there are of these places, locked. */
    List<ReturnRow> lock(Connection tx, Collection<Place> places) throws SQLException {
        List<Place> rows = places.stream().sorted().toList();
        try (PreparedStatement select = tx.prepareStatement(AT)) {
            select.setArray(1, texts(tx, rows, Place::unit));
            select.setArray(2, texts(tx, rows, Place::period));
            return ReturnRows.read(select);
        }
    }

    /** Makes the returns of places; those that somebody else has made meanwhile, or whose unit lived on no closing day, are missing. */
    List<ReturnRow> create(Connection tx, Collection<Place> places) throws SQLException {
        List<Place> rows = places.stream().sorted().toList();
        try (PreparedStatement create = tx.prepareStatement(CREATE)) {
            create.setObject(1, now().atOffset(ZoneOffset.UTC));
            create.setArray(2, texts(tx, rows, Place::unit));
            create.setArray(3, texts(tx, rows, Place::period));
            create.setArray(4, days(tx, rows, ReportingCalendar.CALENDAR));
            create.setArray(5, days(tx, rows, ReportingCalendar.ADMINISTRATIVE));
            return ReturnRows.read(create);
        }
    }

    /** Keeps the rows as they are now. */
    void update(Connection tx, Collection<ReturnRow> rows) throws SQLException {
        try (PreparedStatement update = tx.prepareStatement(UPDATE)) {
            for (ReturnRow row : rows) {
                ReturnRows.bind(tx, update, row);
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    /**
     * Writes what happened into the history and tells it. At most one entry a return.
     *
     * @return the position of the last event
     */
    long tell(Connection tx, List<Entry> entries, Duties duties) throws SQLException {
        Instant now = now();
        try (PreparedStatement tell = tx.prepareStatement(TELL)) {
            tell.setArray(
                    1,
                    tx.createArrayOf(
                            "uuid",
                            entries.stream().map(entry -> entry.row().id()).toArray()));
            tell.setArray(
                    2,
                    texts(
                            tx,
                            entries,
                            entry -> entry.row().unit() + "|" + entry.row().period()));
            tell.setArray(
                    3,
                    texts(
                            tx,
                            entries,
                            entry -> EventJson.write(
                                    ReturnChanged.of(entry.row(), entry.row().dueOn(duties), now))));
            tell.setArray(4, texts(tx, entries, Entry::by));
            tell.setArray(5, texts(tx, entries, entry -> entry.what().name()));
            tell.setArray(6, texts(tx, entries, Entry::remark));
            tell.setObject(7, now.atOffset(ZoneOffset.UTC));
            try (ResultSet last = tell.executeQuery()) {
                last.next();
                return last.getLong(1);
            }
        }
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static java.sql.Array days(Connection tx, List<Place> rows, ReportingCalendar calendar)
            throws SQLException {
        List<Object> days = new ArrayList<>();
        rows.forEach(place -> days.add(calendar.closingDay(Period.parse(place.period()))));
        return tx.createArrayOf("date", days.toArray());
    }

    private static <R> java.sql.Array texts(Connection tx, Collection<R> rows, Function<R, @Nullable String> column)
            throws SQLException {
        Object[] values = new Object[rows.size()];
        int next = 0;
        for (R row : rows) {
            values[next++] = column.apply(row);
        }
        return tx.createArrayOf("text", values);
    }
}
