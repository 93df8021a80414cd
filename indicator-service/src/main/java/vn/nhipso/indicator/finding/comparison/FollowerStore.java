package vn.nhipso.indicator.finding.comparison;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import vn.nhipso.indicator.figure.Scope;

/** Where the follower is, and what it is to look at. */
@ApplicationScoped
class FollowerStore {

    private static final String CHANGED = """
            SELECT r.position, m.unit, m.period, m.indicator, m.scope
            FROM measurement_revision r JOIN measurement m ON m.id = r.measurement_id
            WHERE r.position > ? AND r.position <= ?
            ORDER BY r.position LIMIT ?
            """;

    private static final String REQUESTED = """
            DELETE FROM check_request WHERE id IN (SELECT id FROM check_request ORDER BY id LIMIT ?)
            RETURNING id, unit, period, indicator, scope
            """;

    /** A measurement that was written, and the place at which the list of those tells of it. */
    record Change(long place, String unit, String period, String indicator, Scope scope) {}

    long position(Connection connection) throws SQLException {
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery("SELECT position FROM check_position")) {
            row.next();
            return row.getLong(1);
        }
    }

    void move(Connection tx, long position) throws SQLException {
        try (PreparedStatement update = tx.prepareStatement("UPDATE check_position SET position = ?")) {
            update.setLong(1, position);
            update.executeUpdate();
        }
    }

    /** In the order in which they were written. */
    List<Change> changed(Connection tx, long after, long upTo, int rows) throws SQLException {
        try (PreparedStatement select = tx.prepareStatement(CHANGED)) {
            select.setLong(1, after);
            select.setLong(2, upTo);
            select.setInt(3, rows);
            return read(select);
        }
    }

    /** They are gone when the transaction commits. */
    List<Change> requested(Connection tx, int rows) throws SQLException {
        try (PreparedStatement delete = tx.prepareStatement(REQUESTED)) {
            delete.setInt(1, rows);
            return read(delete);
        }
    }

    private static List<Change> read(PreparedStatement statement) throws SQLException {
        List<Change> changes = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                changes.add(new Change(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        Scope.valueOf(row.getString(5))));
            }
        }
        return changes;
    }
}
