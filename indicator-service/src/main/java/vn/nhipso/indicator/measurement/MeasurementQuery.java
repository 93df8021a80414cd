package vn.nhipso.indicator.measurement;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.figure.Scope;
import vn.nhipso.indicator.insight.Insight;

/** Reads measurements in the order of unit, period, indicator, scope. The statement holds only the conditions that are asked for. */
@ApplicationScoped
class MeasurementQuery {

    private static final String COLUMNS = """
            SELECT m.unit, m.period, m.indicator, m.scope, m.id,
                   r.numerator, r.denominator, r.value, r.qualifiers, r.absence, r.stated, r.source, r.note,
                   r.definition_version, r.revision, r.recorded_at, r.published
            FROM measurement m
            """;

    private static final String ONE = """
            SELECT m.unit, m.period, m.indicator, m.scope, m.id,
                   r.numerator, r.denominator, r.value, r.qualifiers, r.absence, r.stated, r.source, r.note,
                   r.definition_version, r.revision, r.recorded_at, r.published, r.withdrawn, m.last_revision, m.draft
            FROM measurement m JOIN measurement_revision r ON r.measurement_id = m.id AND r.revision = m.revision
            WHERE m.id = ?
            """;

    private static final String NOW =
            "JOIN measurement_revision r ON r.measurement_id = m.id AND r.revision = m.revision";

    private static final String THEN = """
            CROSS JOIN LATERAL (
              SELECT * FROM measurement_revision known
              WHERE known.measurement_id = m.id AND known.published AND known.recorded_at <= ?
              ORDER BY known.revision DESC LIMIT 1) AS r""";

    private final DataSource dataSource;

    MeasurementQuery(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** @param after the key of the last item seen; empty to begin */
    List<MeasurementView> list(MeasurementFilter filter, List<String> after, int size) {
        StringBuilder sql = new StringBuilder(COLUMNS);
        List<Object> parameters = new ArrayList<>();
        Instant asOf = filter.asOf();
        if (asOf == null) {
            sql.append(NOW);
        } else {
            sql.append(THEN);
            parameters.add(asOf.atOffset(ZoneOffset.UTC));
        }
        sql.append(" WHERE NOT r.withdrawn");
        published(sql, parameters, filter.insight());
        any(sql, parameters, "m.unit", filter.units());
        any(sql, parameters, "m.period", filter.periods());
        any(sql, parameters, "m.indicator", filter.indicators());
        scopes(sql, parameters, filter.scopes());
        if (!after.isEmpty()) {
            sql.append(" AND (m.unit, m.period, m.indicator, m.scope) > (?, ?, ?, ?)");
            parameters.addAll(after);
        }
        sql.append(" ORDER BY m.unit, m.period, m.indicator, m.scope LIMIT ?");
        parameters.add(size);
        return read(sql.toString(), parameters);
    }

    /** What stands of one measurement, and what waits behind it. */
    @Nullable PresentMeasurement find(UUID id) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(ONE)) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? new PresentMeasurement(
                                view(row),
                                row.getBoolean(18),
                                row.getInt(19),
                                waiting(row.getInt(19), row.getString(20)))
                        : null;
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("measurement not read", failed);
        }
    }

    private static @Nullable WaitingView waiting(int revision, @Nullable String draft) {
        return draft == null ? null : WaitingView.of(revision, draft);
    }

    private List<MeasurementView> read(String sql, List<Object> parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            for (int index = 0; index < parameters.size(); index++) {
                Object parameter = parameters.get(index);
                select.setObject(
                        index + 1,
                        parameter instanceof Collection<?> values
                                ? connection.createArrayOf("text", values.toArray())
                                : parameter);
            }
            List<MeasurementView> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(view(row));
                }
            }
            return found;
        } catch (SQLException failed) {
            throw new IllegalStateException("measurements not read", failed);
        }
    }

    private static void any(StringBuilder sql, List<Object> parameters, String column, List<String> values) {
        if (!values.isEmpty()) {
            sql.append(" AND ").append(column).append(" = ANY (?)");
            parameters.add(values);
        }
    }

    private static void published(StringBuilder sql, List<Object> parameters, Insight insight) {
        if (insight.isNone()) {
            sql.append(" AND r.published");
        } else if (!insight.everything()) {
            sql.append(
                    " AND (r.published OR (m.unit, m.period) IN (SELECT * FROM unnest(?::text[], ?::text[]) AS seen (unit, period)))");
            parameters.add(insight.units());
            parameters.add(insight.periods());
        }
    }

    /** At the lowest level that reports OWN is the WHOLE: asking for either finds it. */
    private static void scopes(StringBuilder sql, List<Object> parameters, List<Scope> scopes) {
        if (!scopes.isEmpty()) {
            sql.append(" AND (m.scope = ANY (?)");
            parameters.add(scopes.stream().map(Scope::name).toList());
            sql.append(scopes.contains(Scope.WHOLE) ? " OR m.at_lowest)" : ")");
        }
    }

    private static MeasurementView view(ResultSet row) throws SQLException {
        return MeasurementView.of(
                row.getString(5),
                new Key(row.getString(1), row.getString(2), row.getString(3), Scope.valueOf(row.getString(4))),
                ContentRows.content(row, 6),
                row.getInt(14),
                row.getInt(15),
                row.getObject(16, OffsetDateTime.class).toInstant(),
                row.getBoolean(17));
    }
}
