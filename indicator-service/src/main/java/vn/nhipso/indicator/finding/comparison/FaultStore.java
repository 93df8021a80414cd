package vn.nhipso.indicator.finding.comparison;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import vn.nhipso.indicator.figure.Scope;

/** The measurements over which the checks fail. */
@ApplicationScoped
class FaultStore {

    private static final String ADD = """
            INSERT INTO check_fault (unit, period, indicator, scope, cause, failed_at) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT ON CONSTRAINT pk_check_fault DO UPDATE SET cause = excluded.cause, failed_at = excluded.failed_at
            """;

    private static final String END = """
            DELETE FROM check_fault f USING unnest(?::text[], ?::text[], ?::text[], ?::text[]) AS fine (unit, period, indicator, scope)
            WHERE f.unit = fine.unit AND f.period = fine.period AND f.indicator = fine.indicator AND f.scope = fine.scope
            """;

    private static final String LIST = """
            SELECT unit, period, indicator, scope, cause, failed_at FROM check_fault
            WHERE ? OR (unit, period, indicator, scope) > (?, ?, ?, ?) ORDER BY unit, period, indicator, scope LIMIT ?
            """;

    private static final String REPEAT =
            "INSERT INTO check_request (unit, period, indicator, scope) SELECT unit, period, indicator, scope FROM check_fault";

    private final DataSource dataSource;
    private final Clock clock;

    FaultStore(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    void add(Connection tx, FollowerStore.Change change, String cause) throws SQLException {
        try (PreparedStatement add = tx.prepareStatement(ADD)) {
            add.setString(1, change.unit());
            add.setString(2, change.period());
            add.setString(3, change.indicator());
            add.setString(4, change.scope().name());
            add.setString(5, cause);
            add.setObject(6, OffsetDateTime.now(clock));
            add.executeUpdate();
        }
    }

    /** They were looked at with success. */
    void end(Connection tx, List<FollowerStore.Change> fine) throws SQLException {
        try (PreparedStatement end = tx.prepareStatement(END)) {
            List<Function<FollowerStore.Change, String>> columns = List.of(
                    FollowerStore.Change::unit,
                    FollowerStore.Change::period,
                    FollowerStore.Change::indicator,
                    change -> change.scope().name());
            for (int column = 0; column < columns.size(); column++) {
                end.setArray(
                        column + 1,
                        tx.createArrayOf(
                                "text", fine.stream().map(columns.get(column)).toArray()));
            }
            end.executeUpdate();
        }
    }

    /** @param after the key of the last one seen; empty to begin */
    List<Fault> list(List<String> after, int size) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(LIST)) {
            select.setBoolean(1, after.isEmpty());
            for (int part = 0; part < 4; part++) {
                select.setString(part + 2, after.isEmpty() ? "" : after.get(part));
            }
            select.setInt(6, size);
            List<Fault> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(new Fault(
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            Scope.valueOf(row.getString(4)),
                            row.getString(5),
                            row.getObject(6, OffsetDateTime.class).toInstant()));
                }
            }
            return found;
        } catch (SQLException failed) {
            throw new IllegalStateException("faults not read", failed);
        }
    }

    /** Has all of them looked at again. */
    int repeat() {
        try (Connection connection = dataSource.getConnection();
                Statement repeat = connection.createStatement()) {
            return repeat.executeUpdate(REPEAT);
        } catch (SQLException failed) {
            throw new IllegalStateException("faults not repeated", failed);
        }
    }
}
