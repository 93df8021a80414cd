package vn.nhipso.indicator.submission;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.insight.Insights;
import vn.nhipso.indicator.unit.Level;
import vn.nhipso.indicator.unit.Units;
import vn.nhipso.kit.period.Period;
import vn.nhipso.kit.time.VietnamTime;

/** Lists returns in the order of unit and period. */
@ApplicationScoped
class ReturnQuery {

    private static final String SPANS = """
            SELECT DISTINCT period, level FROM report_return
            WHERE (cardinality(?) = 0 OR unit = ANY (?)) AND (cardinality(?) = 0 OR period = ANY (?))
            """;

    private static final String PLACES = "SELECT unit, period, closing_day FROM report_return WHERE unit = ANY (?)";

    private static final String LATE = """
            coalesce(coalesce((r.first_submitted_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date, ?) > coalesce(r.extended_to,
               (SELECT due.on_day FROM unnest(?::text[], ?::text[], ?::date[]) AS due (period, level, on_day)
                WHERE due.period = r.period AND due.level = r.level)), false) = ?""";

    private final Work work;
    private final ReturnReader reader;
    private final DutyReader dutyReader;
    private final ReturnRights rights;
    private final Units units;
    private final Clock clock;

    ReturnQuery(Work work, ReturnReader reader, DutyReader dutyReader, ReturnRights rights, Units units, Clock clock) {
        this.work = work;
        this.reader = reader;
        this.dutyReader = dutyReader;
        this.rights = rights;
        this.units = units;
        this.clock = clock;
    }

    /** Those that the person sees. */
    List<ReturnView> list(ReturnFilter filter, Person who, List<String> after, int size) {
        List<Insights.Place> seen = seen(who, filter.within());
        return work.read(connection -> {
            Duties duties = dutyReader.read(connection);
            Asked asked = new Asked("SELECT " + ReturnRows.COLUMNS + " FROM report_return r WHERE true");
            asked.filter(filter, seen);
            if (filter.late() != null) {
                late(connection, asked, filter, duties);
            }
            asked.behind(after, size);
            try (PreparedStatement select = connection.prepareStatement(asked.sql.toString())) {
                bind(connection, select, asked.parameters);
                return reader.views(connection, ReturnRows.read(select), duties);
            }
        });
    }

    /** A statement that grows with what is asked for. */
    private static final class Asked {

        private final StringBuilder sql;
        private final List<Object> parameters = new ArrayList<>();

        Asked(String select) {
            sql = new StringBuilder(select);
        }

        void filter(ReturnFilter filter, @Nullable List<Insights.Place> seen) {
            any(" AND r.unit = ANY (?)", filter.units());
            any(" AND r.period = ANY (?)", filter.periods());
            any(
                    " AND r.status = ANY (?)",
                    filter.statuses().stream().map(ReturnStatus::name).toList());
            if (seen != null) {
                sql.append(" AND (r.unit, r.period) IN (SELECT * FROM unnest(?::text[], ?::text[]))");
                parameters.add(seen.stream().map(Insights.Place::unit).toList());
                parameters.add(seen.stream().map(Insights.Place::period).toList());
            }
        }

        private void any(String clause, List<String> wanted) {
            if (!wanted.isEmpty()) {
                sql.append(clause);
                parameters.add(wanted);
            }
        }

        void behind(List<String> after, int size) {
            if (!after.isEmpty()) {
                sql.append(" AND (r.unit, r.period) > (?, ?)");
                parameters.addAll(after);
            }
            sql.append(" ORDER BY r.unit, r.period LIMIT ?");
            parameters.add(size);
        }
    }

    /** The units and periods of returns that the person sees and the filter wants; null for all. */
    private @Nullable List<Insights.Place> seen(Person who, @Nullable String within) {
        if (who.coversWholeTree() && within == null) {
            return null;
        }
        Map<Insights.Place, Units.Place> places = placesOf(units.everBelow(within == null ? who.unit() : within));
        if (within != null && !places.isEmpty()) {
            places.values().retainAll(units.below(within, Set.copyOf(places.values())));
        }
        return rights.covered(who, places.keySet());
    }

    /** The returns of the codes, each with its unit on the closing day. */
    private Map<Insights.Place, Units.Place> placesOf(Set<String> codes) {
        return work.read(connection -> {
            Map<Insights.Place, Units.Place> found = new HashMap<>();
            try (PreparedStatement select = connection.prepareStatement(PLACES)) {
                bind(connection, select, List.of(codes));
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.put(
                                new Insights.Place(row.getString(1), row.getString(2)),
                                new Units.Place(row.getString(1), row.getObject(3, LocalDate.class)));
                    }
                }
            }
            return found;
        });
    }

    private void late(Connection connection, Asked asked, ReturnFilter filter, Duties duties) throws SQLException {
        List<String> periods = new ArrayList<>();
        List<String> levels = new ArrayList<>();
        List<LocalDate> due = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(SPANS)) {
            bind(connection, select, List.of(filter.units(), filter.units(), filter.periods(), filter.periods()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    LocalDate day = duties.dueOn(Period.parse(row.getString(1)), Level.valueOf(row.getString(2)));
                    if (day != null) {
                        periods.add(row.getString(1));
                        levels.add(row.getString(2));
                        due.add(day);
                    }
                }
            }
        }
        asked.sql.append(" AND ").append(LATE);
        asked.parameters.addAll(
                List.of(VietnamTime.today(clock), periods, levels, due, Boolean.TRUE.equals(filter.late())));
    }

    private static void bind(Connection connection, PreparedStatement statement, List<?> parameters)
            throws SQLException {
        for (int index = 0; index < parameters.size(); index++) {
            Object parameter = parameters.get(index);
            statement.setObject(
                    index + 1,
                    parameter instanceof Collection<?> values
                            ? connection.createArrayOf(
                                    "text",
                                    values.stream().map(Object::toString).toArray())
                            : parameter);
        }
    }
}
