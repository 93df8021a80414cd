package vn.nhipso.indicator.measurement.revision;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.figure.Scope;

/** What waits for publication of a unit and period, beside what stands; for those who see what is not published. */
@ApplicationScoped
public class WaitingRevisions {

    private static final String SELECT = RevisionLog.COLUMNS + """
            , m.id, m.indicator, m.scope, v.revision = m.last_revision
            FROM measurement m JOIN measurement_revision v ON v.measurement_id = m.id AND v.revision IN (m.last_revision, CASE WHEN m.published THEN m.revision END)
            WHERE m.unit = ? AND m.period = ? AND CASE WHEN m.published THEN m.draft IS NOT NULL ELSE NOT m.withdrawn END
            ORDER BY m.indicator, m.scope
            """;

    private static final int BEHIND = 18;

    WaitingRevisions() {}

    /** A measurement whose newest value waits. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(
            name = "WaitingValue",
            description = "A value that waits for publication, and the one it would take the place of")
    public record Waiting(
            @Schema(description = "Id of the measurement") UUID measurement,
            @Schema(examples = "DG01") String indicator,
            Scope scope,
            RevisionView waiting,

            @Schema(description = "The published value that stands until then") @Nullable RevisionView standing) {}

    /** In the order of indicator and scope, read on that connection. */
    public List<Waiting> of(Connection connection, String unit, String period) throws SQLException {
        Map<UUID, Waiting> found = new LinkedHashMap<>();
        Map<UUID, RevisionView> standing = new LinkedHashMap<>();
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setString(1, unit);
            select.setString(2, period);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    UUID id = row.getObject(BEHIND, UUID.class);
                    RevisionView revision = RevisionLog.view(row, true);
                    if (row.getBoolean(BEHIND + 3)) {
                        String scope = row.getString(BEHIND + 2);
                        found.put(id, new Waiting(id, row.getString(BEHIND + 1), Scope.valueOf(scope), revision, null));
                    } else {
                        standing.put(id, revision);
                    }
                }
            }
        }
        return found.values().stream()
                .map(one -> new Waiting(
                        one.measurement(),
                        one.indicator(),
                        one.scope(),
                        one.waiting(),
                        standing.get(one.measurement())))
                .toList();
    }
}
