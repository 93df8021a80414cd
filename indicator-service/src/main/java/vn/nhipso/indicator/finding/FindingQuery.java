package vn.nhipso.indicator.finding;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.check.Oddity;
import vn.nhipso.indicator.figure.Scope;
import vn.nhipso.indicator.insight.Insight;
import vn.nhipso.kit.problem.Text;

/** Reads findings, in the order in which they were first recorded. */
@ApplicationScoped
class FindingQuery {

    private static final String OF_PUBLISHED = """

            finding.of_published AND EXISTS (SELECT 1 FROM measurement m WHERE m.unit = finding.unit AND m.period = finding.period
               AND m.indicator = finding.indicator AND m.scope = finding.scope AND m.published AND m.draft IS NULL)""";

    private final DataSource dataSource;

    FindingQuery(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** What to look for; null is anything. What is said of published figures anybody sees. */
    record Filter(
            @Nullable String unit,
            @Nullable String period,
            @Nullable String indicator,
            Oddity.@Nullable Code code,
            FindingView.@Nullable State state,
            Insight insight) {}

    List<FindingView> list(Filter filter, @Nullable String after, int size, Locale language) {
        StringBuilder sql = new StringBuilder("""
                SELECT id, code, severity, indicator, unit, period, scope, detail_vi, detail_en, proposed_denominator, state, recorded_at, resolved_at
                FROM finding WHERE true""");
        List<Object> parameters = new ArrayList<>();
        add(sql, parameters, " AND unit = ?", filter.unit());
        add(sql, parameters, " AND period = ?", filter.period());
        add(sql, parameters, " AND indicator = ?", filter.indicator());
        add(
                sql,
                parameters,
                " AND code = ?",
                filter.code() == null ? null : filter.code().name());
        add(
                sql,
                parameters,
                " AND state = ?",
                filter.state() == null ? null : filter.state().name());
        published(sql, parameters, filter.insight());
        add(sql, parameters, " AND id > ?::uuid", after);
        add(sql, parameters, " ORDER BY id LIMIT ?", size);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql.toString())) {
            for (int index = 0; index < parameters.size(); index++) {
                Object parameter = parameters.get(index);
                select.setObject(
                        index + 1,
                        parameter instanceof Collection<?> values
                                ? connection.createArrayOf("text", values.toArray())
                                : parameter);
            }
            List<FindingView> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(view(row, language));
                }
            }
            return found;
        } catch (SQLException failed) {
            throw new IllegalStateException("findings not read", failed);
        }
    }

    private static void published(StringBuilder sql, List<Object> parameters, Insight insight) {
        if (insight.isNone()) {
            sql.append(" AND ").append(OF_PUBLISHED);
        } else if (!insight.everything()) {
            sql.append(
                            " AND ((unit, period) IN (SELECT * FROM unnest(?::text[], ?::text[]) AS seen (unit, period)) OR (")
                    .append(OF_PUBLISHED)
                    .append("))");
            parameters.add(insight.units());
            parameters.add(insight.periods());
        }
    }

    private static void add(StringBuilder sql, List<Object> parameters, String clause, @Nullable Object value) {
        if (value != null) {
            sql.append(clause);
            parameters.add(value);
        }
    }

    private static FindingView view(ResultSet row, Locale language) throws SQLException {
        BigDecimal proposed = row.getBigDecimal(10);
        return new FindingView(
                row.getObject(1, UUID.class).toString(),
                Oddity.Code.valueOf(row.getString(2)),
                Oddity.Severity.valueOf(row.getString(3)),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                Scope.valueOf(row.getString(7)),
                new Text(row.getString(8), row.getString(9)).in(language),
                proposed == null ? null : new FindingView.Proposed(proposed),
                FindingView.State.valueOf(row.getString(11)),
                moment(row, 12),
                row.getObject(13) == null ? null : moment(row, 13));
    }

    private static Instant moment(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
