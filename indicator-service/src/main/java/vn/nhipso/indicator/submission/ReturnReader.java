package vn.nhipso.indicator.submission;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.SqlResource;
import vn.nhipso.indicator.finding.Place;

/** Reads returns with their progress, and one return with its history. */
@ApplicationScoped
class ReturnReader {

    private static final String FILLED = SqlResource.load(ReturnReader.class, "filled.sql");

    private static final String HISTORY =
            "SELECT at, by, what, remark FROM report_return_history WHERE return_id = ? ORDER BY position";

    private static final String AUTHORS = """
            SELECT DISTINCT r.author FROM measurement m
            JOIN measurement_revision r ON r.measurement_id = m.id AND r.revision = m.last_revision
            WHERE m.unit = ? AND m.period = ? AND (NOT m.published OR m.draft IS NOT NULL)
            """;

    private final Clock clock;

    ReturnReader(Clock clock) {
        this.clock = clock;
    }

    /** What is there of a unit and period. */
    private record Filled(Set<String> indicators, int waiting, long writes) {

        static final Filled NOTHING = new Filled(Set.of(), 0, 0);
    }

    /** One return with everything. */
    ReturnState state(Connection connection, ReturnRow row, Duties duties) throws SQLException {
        Filled filled = filled(connection, List.of(row)).getOrDefault(row.place(), Filled.NOTHING);
        return new ReturnState(view(row, duties, filled, history(connection, row.id())), filled.writes());
    }

    /** Many returns without their history. */
    List<ReturnView> views(Connection connection, List<ReturnRow> rows, Duties duties) throws SQLException {
        Map<Place, Filled> filled = filled(connection, rows);
        return rows.stream()
                .map(row -> view(row, duties, filled.getOrDefault(row.place(), Filled.NOTHING), null))
                .toList();
    }

    /** Who last wrote what waits. */
    List<String> authors(Connection connection, ReturnRow of) throws SQLException {
        List<String> authors = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(AUTHORS)) {
            select.setString(1, of.unit());
            select.setString(2, of.period().toString());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    authors.add(row.getString(1));
                }
            }
        }
        return authors;
    }

    private ReturnView view(ReturnRow row, Duties duties, Filled filled, @Nullable List<ReturnView.Happened> history) {
        List<String> expected = duties.expected(row.period(), row.level());
        List<String> missing = expected.stream()
                .filter(indicator -> !filled.indicators().contains(indicator))
                .toList();
        var dueOn = row.dueOn(duties);
        return new ReturnView(
                row.id(),
                row.unit(),
                row.period().toString(),
                row.level(),
                row.status(),
                row.awaited(),
                dueOn,
                ReturnRow.isLate(dueOn, row.firstSubmittedAt(), clock),
                new ReturnView.Progress(expected.size(), expected.size() - missing.size(), filled.waiting(), missing),
                row.submittedBy(),
                row.submittedAt(),
                row.approvedAt(),
                row.revision(),
                history,
                null);
    }

    private static Map<Place, Filled> filled(Connection connection, List<ReturnRow> rows) throws SQLException {
        Map<Place, Filled> filled = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(FILLED)) {
            select.setArray(
                    1,
                    connection.createArrayOf(
                            "text", rows.stream().map(ReturnRow::unit).toArray()));
            select.setArray(
                    2,
                    connection.createArrayOf(
                            "text",
                            rows.stream().map(row -> row.period().toString()).toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    filled.put(
                            new Place(row.getString(1), row.getString(2)),
                            new Filled(
                                    new HashSet<>(Arrays.asList(
                                            (String[]) row.getArray(3).getArray())),
                                    row.getInt(4),
                                    row.getLong(5)));
                }
            }
        }
        return filled;
    }

    private static List<ReturnView.Happened> history(Connection connection, UUID id) throws SQLException {
        List<ReturnView.Happened> history = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(HISTORY)) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    history.add(new ReturnView.Happened(
                            Objects.requireNonNull(ReturnRows.moment(row, 1)),
                            row.getString(2),
                            What.valueOf(row.getString(3)),
                            row.getString(4)));
                }
            }
        }
        return history;
    }
}
