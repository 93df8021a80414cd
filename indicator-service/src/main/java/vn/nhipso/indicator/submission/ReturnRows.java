package vn.nhipso.indicator.submission;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.unit.Level;
import vn.nhipso.kit.period.Period;

/** Between returns and the columns that keep them. */
final class ReturnRows {

    /** Of {@code report_return r}, in the order in which they are read. */
    static final String COLUMNS =
            "r.id, r.unit, r.period, r.level, r.closing_day, r.status, r.stages, r.approvers, r.revision,"
                    + " r.submitted_by, r.submitted_at, r.first_submitted_at, r.approved_at, r.extended_to";

    private ReturnRows() {}

    static List<ReturnRow> read(PreparedStatement select) throws SQLException {
        List<ReturnRow> rows = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                rows.add(row(row));
            }
        }
        return rows;
    }

    private static ReturnRow row(ResultSet row) throws SQLException {
        return new ReturnRow(
                row.getObject(1, UUID.class),
                row.getString(2),
                Period.parse(row.getString(3)),
                Level.valueOf(row.getString(4)),
                row.getObject(5, LocalDate.class),
                ReturnStatus.valueOf(row.getString(6)),
                texts(row, 7).stream().map(Level::valueOf).toList(),
                texts(row, 8),
                row.getInt(9),
                row.getString(10),
                moment(row, 11),
                moment(row, 12),
                moment(row, 13),
                row.getObject(14, LocalDate.class));
    }

    /** To the parameters of an update: what can change, then the id. */
    static void bind(Connection tx, PreparedStatement update, ReturnRow row) throws SQLException {
        update.setString(1, row.status().name());
        update.setArray(
                2,
                tx.createArrayOf("text", row.stages().stream().map(Level::name).toArray()));
        update.setArray(3, tx.createArrayOf("text", row.approvers().toArray()));
        update.setInt(4, row.revision());
        update.setString(5, row.submittedBy());
        update.setObject(6, utc(row.submittedAt()));
        update.setObject(7, utc(row.firstSubmittedAt()));
        update.setObject(8, utc(row.approvedAt()));
        update.setObject(9, row.extendedTo());
        update.setObject(10, row.id());
    }

    static @Nullable Instant moment(ResultSet row, int column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }

    private static List<String> texts(ResultSet row, int column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}
