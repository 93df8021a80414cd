package vn.nhipso.indicator.finding;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.insight.Insight;
import vn.nhipso.indicator.unit.Units;

/** Reads findings, in the order in which they were first recorded. */
@ApplicationScoped
class FindingQuery {

    private static final String OF_PUBLISHED = """

            finding.of_published AND EXISTS (SELECT 1 FROM measurement m WHERE m.unit = finding.unit AND m.period = finding.period
               AND m.indicator = finding.indicator AND m.scope = finding.scope AND m.published AND m.draft IS NULL)""";

    private final DataSource dataSource;
    private final Units units;

    FindingQuery(DataSource dataSource, Units units) {
        this.dataSource = dataSource;
        this.units = units;
    }

    /** Up to which position of the log everything has been looked at. */
    long checkedUpTo() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("SELECT position FROM check_position");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException failed) {
            throw new IllegalStateException("position not read", failed);
        }
    }

    /** One that is of published figures, or in the insight. */
    Optional<Finding> find(UUID id, Insight insight) {
        Statement sql = new Statement();
        sql.and("finding.id = ?", id);
        published(sql, insight);
        return read(sql).stream().findFirst();
    }

    /** @param after the id of the last one seen; null to begin */
    List<Finding> list(FindingFilter filter, Insight insight, @Nullable UUID after, int size) {
        Set<String> codes = filter.within == null ? Set.of() : units.everBelow(filter.within);
        List<Finding> found = new ArrayList<>();
        UUID last = after;
        while (found.size() < size) {
            List<Finding> next = page(filter, insight, codes, last, size);
            found.addAll(within(filter.within, next));
            if (next.size() < size) {
                break;
            }
            last = next.getLast().id();
        }
        return found.size() > size ? found.subList(0, size) : found;
    }

    private List<Finding> page(
            FindingFilter filter, Insight insight, Set<String> codes, @Nullable UUID after, int size) {
        Statement sql = new Statement();
        for (FindingFilter.Condition condition : filter.conditions()) {
            if (condition.value() != null) {
                sql.and(condition.column() + " = ?", condition.value().toString());
            }
        }
        if (filter.within != null) {
            sql.and("unit = ANY (?)", codes);
        }
        published(sql, insight);
        if (after != null) {
            sql.and("finding.id > ?", after);
        }
        sql.end(" ORDER BY finding.id LIMIT ?", size);
        return read(sql);
    }

    /** The codes alone say too much: a code that is used again was below somebody else at another time. */
    private List<Finding> within(@Nullable String root, List<Finding> findings) {
        if (root == null || findings.isEmpty()) {
            return findings;
        }
        Set<Units.Place> places = new HashSet<>();
        findings.forEach(finding -> places.add(new Units.Place(finding.unit(), finding.closingDay())));
        Set<Units.Place> below = units.below(root, places);
        return findings.stream()
                .filter(finding -> below.contains(new Units.Place(finding.unit(), finding.closingDay())))
                .toList();
    }

    private static void published(Statement sql, Insight insight) {
        if (insight.isNone()) {
            sql.and(OF_PUBLISHED);
        } else if (!insight.everything()) {
            sql.and(
                    "((unit, period) IN (SELECT * FROM unnest(?::text[], ?::text[]) AS seen (unit, period)) OR ("
                            + OF_PUBLISHED + "))",
                    insight.units(),
                    insight.periods());
        }
    }

    private List<Finding> read(Statement sql) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = sql.prepare(connection);
                ResultSet row = select.executeQuery()) {
            List<Finding> found = new ArrayList<>();
            while (row.next()) {
                found.add(Finding.of(row));
            }
            return found;
        } catch (SQLException failed) {
            throw new IllegalStateException("findings not read", failed);
        }
    }

    /** A statement that grows by its conditions. */
    private static final class Statement {

        private final StringBuilder text = new StringBuilder(Finding.SELECT);
        private final List<Object> parameters = new ArrayList<>();

        void and(String condition, Object... values) {
            end(" AND " + condition, values);
        }

        void end(String words, Object... values) {
            text.append(words);
            parameters.addAll(List.of(values));
        }

        PreparedStatement prepare(Connection connection) throws SQLException {
            PreparedStatement select = connection.prepareStatement(text.toString());
            for (int index = 0; index < parameters.size(); index++) {
                Object parameter = parameters.get(index);
                select.setObject(
                        index + 1,
                        parameter instanceof Collection<?> values
                                ? connection.createArrayOf("text", values.toArray())
                                : parameter);
            }
            return select;
        }
    }
}
