package vn.nhipso.kit.job;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads rows of the table of jobs. */
final class JobRows {

    static final String COLUMNS =
            "id, kind, owner, status, parameters, progress, result, failure, attempts, cancel_requested, submitted_at, started_at, finished_at";

    private JobRows() {}

    static List<Job> read(PreparedStatement query) throws SQLException {
        try (ResultSet rows = query.executeQuery()) {
            List<Job> jobs = new ArrayList<>();
            while (rows.next()) {
                jobs.add(job(rows));
            }
            return jobs;
        }
    }

    private static Job job(ResultSet row) throws SQLException {
        return new Job(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("owner"),
                JobStatus.valueOf(row.getString("status")),
                row.getString("parameters"),
                row.getString("progress"),
                row.getString("result"),
                row.getString("failure"),
                row.getInt("attempts"),
                row.getBoolean("cancel_requested"),
                row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
                moment(row, "started_at"),
                moment(row, "finished_at"));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
