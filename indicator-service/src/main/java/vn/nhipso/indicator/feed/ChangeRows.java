package vn.nhipso.indicator.feed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.figure.Scope;
import vn.nhipso.indicator.measurement.ContentRows;
import vn.nhipso.indicator.measurement.Key;
import vn.nhipso.indicator.measurement.MeasurementView;
import vn.nhipso.indicator.measurement.revision.RevisionView;

/** Reads the rows of changes.sql. */
final class ChangeRows {

    private static final int CONTENT = 13;
    private static final int FORMER_CONTENT = 24;

    private ChangeRows() {}

    static Change change(ResultSet row) throws SQLException {
        Key key = new Key(
                row.getString("unit"),
                row.getString("period"),
                row.getString("indicator"),
                Scope.valueOf(row.getString("scope")));
        MeasurementView measurement = MeasurementView.of(
                row.getString("id"),
                key,
                ContentRows.content(row, CONTENT),
                row.getInt("definition_version"),
                row.getInt("revision"),
                moment(row, "recorded_at"),
                true);
        return new Change(
                row.getLong("position"),
                type(row),
                key,
                measurement,
                former(row),
                new RevisionView.Why(row.getString("reason_code"), row.getString("reason_text")));
    }

    private static ChangeType type(ResultSet row) throws SQLException {
        if (row.getBoolean("withdrawn")) {
            return ChangeType.WITHDRAWN;
        }
        return row.getObject("former_revision") == null ? ChangeType.PUBLISHED : ChangeType.CORRECTED;
    }

    private static Change.@Nullable Former former(ResultSet row) throws SQLException {
        if (row.getObject("former_revision") == null || row.getBoolean("former_withdrawn")) {
            return null;
        }
        return new Change.Former(
                row.getInt("former_revision"),
                ContentRows.content(row, FORMER_CONTENT),
                moment(row, "former_recorded_at"));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
