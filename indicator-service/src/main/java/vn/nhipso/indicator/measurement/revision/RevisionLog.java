package vn.nhipso.indicator.measurement.revision;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.evidence.EvidenceView;
import vn.nhipso.indicator.measurement.ContentRows;

/** Reads the log, oldest revision first. */
@ApplicationScoped
class RevisionLog {

    /** A revision {@code v} as {@link #view} reads it. */
    static final String COLUMNS = """
            SELECT v.revision, v.numerator, v.denominator, v.value, v.qualifiers, v.absence, v.stated, v.source, v.note,
                   v.definition_version, v.published, v.withdrawn, v.author, v.reason_code, v.reason_text, v.recorded_at,
                   (SELECT json_agg(json_strip_nulls(json_build_object(
                             'id', e.id, 'sha256', e.sha256, 'type', e.type, 'size', c.size, 'name', nullif(e.name, ''))) ORDER BY e.id)
                    FROM revision_evidence r JOIN evidence e ON e.id = r.evidence JOIN evidence_content c ON c.sha256 = e.sha256
                    WHERE r.measurement_id = v.measurement_id AND r.revision = v.revision)""";

    private static final String SELECT = COLUMNS + """
             FROM measurement_revision v WHERE v.measurement_id = ? AND v.revision > ? AND (v.published OR ?) ORDER BY v.revision LIMIT ?
            """;

    private static final String PLACE = "SELECT unit, period FROM measurement WHERE id = ?";

    private final DataSource dataSource;

    RevisionLog(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Of which unit and period a measurement is. */
    record Place(String unit, String period) {}

    @Nullable Place place(UUID measurement) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(PLACE)) {
            select.setObject(1, measurement);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? new Place(row.getString(1), row.getString(2)) : null;
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("measurement not read", failed);
        }
    }

    /** @param insider whether the reader sees what is not published, and who wrote it */
    List<RevisionView> of(UUID measurement, int after, int size, boolean insider) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setObject(1, measurement);
            select.setInt(2, after);
            select.setBoolean(3, insider);
            select.setInt(4, size);
            List<RevisionView> revisions = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    revisions.add(view(row, insider));
                }
            }
            return revisions;
        } catch (SQLException failed) {
            throw new IllegalStateException("revisions not read", failed);
        }
    }

    /** @param insider as above */
    static RevisionView view(ResultSet row, boolean insider) throws SQLException {
        return RevisionView.of(
                row.getInt(1),
                ContentRows.content(row, 2),
                row.getInt(10),
                row.getBoolean(11),
                row.getBoolean(12),
                insider ? row.getString(13) : null,
                new RevisionView.Why(row.getString(14), row.getString(15)),
                insider ? evidence(row.getString(17)) : null,
                row.getObject(16, OffsetDateTime.class).toInstant());
    }

    private static @Nullable List<EvidenceView> evidence(@Nullable String json) {
        return json == null ? null : List.of(ContentRows.fromJson(json, EvidenceView[].class));
    }
}
