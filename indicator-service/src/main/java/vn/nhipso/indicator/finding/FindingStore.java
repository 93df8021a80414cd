package vn.nhipso.indicator.finding;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.SqlResource;
import vn.nhipso.indicator.check.Figure;
import vn.nhipso.indicator.check.Oddity;
import vn.nhipso.indicator.definition.Kind;
import vn.nhipso.indicator.figure.Qualifier;
import vn.nhipso.indicator.figure.Scope;

/** The set-based statements about findings. */
@ApplicationScoped
class FindingStore {

    private static final String FIGURES = SqlResource.load(FindingStore.class, "figures.sql");
    private static final String RECORD = SqlResource.load(FindingStore.class, "record.sql");
    private static final String RESOLVE = SqlResource.load(FindingStore.class, "resolve.sql");

    private static final String UNRESOLVED = """
            SELECT DISTINCT f.unit, f.period FROM unnest(?::text[], ?::text[]) AS asked (unit, period)
            JOIN finding f ON f.unit = asked.unit AND f.period = asked.period AND f.state <> 'RESOLVED'
            WHERE f.code IN ('STATED_PERCENT_DIFFERS', 'WHOLE_OUTSIDE_PARTS')
            """;

    private static final String OF_CODES = """
            SELECT id, unit, period, indicator, scope, code FROM finding
            WHERE state <> 'RESOLVED' AND unit = ANY (?) AND period = ANY (?) AND code = ANY (?)
            """;

    private static final String RESOLVE_IDS =
            "UPDATE finding SET state = 'RESOLVED', resolved_at = ?, revision = revision + 1 WHERE id = ANY (?) AND state <> 'RESOLVED'";

    private final Clock clock;

    FindingStore(Clock clock) {
        this.clock = clock;
    }

    /** Those of the places with findings that a correction may resolve. */
    Set<Place> unresolved(Connection tx, Collection<Place> places) throws SQLException {
        Set<Place> unresolved = new HashSet<>();
        try (PreparedStatement select = tx.prepareStatement(UNRESOLVED)) {
            bind(tx, select, places);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    unresolved.add(new Place(row.getString(1), row.getString(2)));
                }
            }
        }
        return unresolved;
    }

    /** All figures of the places, as they were last stated. */
    Map<Place, List<Figure>> figures(Connection tx, Collection<Place> places) throws SQLException {
        Map<Place, List<Figure>> figures = new LinkedHashMap<>();
        try (PreparedStatement select = tx.prepareStatement(FIGURES)) {
            bind(tx, select, places);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    figures.computeIfAbsent(new Place(row.getString(1), row.getString(2)), place -> new ArrayList<>())
                            .add(figure(row));
                }
            }
        }
        return figures;
    }

    /** Opens findings, or opens them again; what is open already only gets its present words. */
    void record(Connection tx, Collection<Recorded> recorded) throws SQLException {
        if (recorded.isEmpty()) {
            return;
        }
        List<Recorded> rows = recorded.stream().sorted(Recorded.ORDER).toList();
        try (PreparedStatement insert = tx.prepareStatement(RECORD)) {
            insert.setArray(1, column(tx, rows, "text", Recorded::unit));
            insert.setArray(2, column(tx, rows, "text", Recorded::period));
            insert.setArray(3, column(tx, rows, "text", Recorded::indicator));
            insert.setArray(4, column(tx, rows, "text", row -> row.scope().name()));
            insert.setArray(
                    5, column(tx, rows, "text", row -> row.oddity().code().name()));
            insert.setArray(6, column(tx, rows, "text", row -> row.oddity()
                    .code()
                    .severity()
                    .name()));
            insert.setArray(
                    7, column(tx, rows, "text", row -> row.oddity().detail().vi()));
            insert.setArray(
                    8, column(tx, rows, "text", row -> row.oddity().detail().en()));
            insert.setArray(9, column(tx, rows, "numeric", row -> row.oddity().proposedDenominator()));
            insert.setArray(10, column(tx, rows, "text", row -> row.oddity().basis()));
            insert.setObject(11, clock.instant().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    /** Resolves what was odd among the figures of the places and is not odd any more. */
    void resolveOthers(Connection tx, Collection<Place> places, Collection<Recorded> stillOdd) throws SQLException {
        List<Recorded> rows = List.copyOf(stillOdd);
        try (PreparedStatement resolve = tx.prepareStatement(RESOLVE)) {
            bind(tx, resolve, places);
            resolve.setObject(3, clock.instant().atOffset(ZoneOffset.UTC));
            resolve.setArray(4, column(tx, rows, "text", Recorded::unit));
            resolve.setArray(5, column(tx, rows, "text", Recorded::period));
            resolve.setArray(6, column(tx, rows, "text", Recorded::indicator));
            resolve.setArray(7, column(tx, rows, "text", row -> row.scope().name()));
            resolve.setArray(
                    8, column(tx, rows, "text", row -> row.oddity().code().name()));
            resolve.executeUpdate();
        }
    }

    /** Resolves what is not resolved yet of what was looked at in vain. Few findings are open, whatever was looked at: they are read, then sorted out. */
    void resolve(Connection tx, Set<Checked> sound) throws SQLException {
        if (sound.isEmpty()) {
            return;
        }
        List<UUID> gone = new ArrayList<>();
        try (PreparedStatement select = tx.prepareStatement(OF_CODES)) {
            select.setArray(1, distinct(tx, sound, Checked::unit));
            select.setArray(2, distinct(tx, sound, Checked::period));
            select.setArray(3, distinct(tx, sound, checked -> checked.code().name()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    if (sound.contains(checked(row))) {
                        gone.add(row.getObject(1, UUID.class));
                    }
                }
            }
        }
        resolveIds(tx, gone);
    }

    private void resolveIds(Connection tx, List<UUID> gone) throws SQLException {
        if (!gone.isEmpty()) {
            try (PreparedStatement resolve = tx.prepareStatement(RESOLVE_IDS)) {
                resolve.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
                resolve.setArray(2, tx.createArrayOf("uuid", gone.toArray()));
                resolve.executeUpdate();
            }
        }
    }

    private static Checked checked(ResultSet row) throws SQLException {
        return new Checked(
                row.getString(2),
                row.getString(3),
                row.getString(4),
                Scope.valueOf(row.getString(5)),
                Oddity.Code.valueOf(row.getString(6)));
    }

    private static java.sql.Array distinct(Connection tx, Set<Checked> all, Function<Checked, String> column)
            throws SQLException {
        return tx.createArrayOf("text", all.stream().map(column).distinct().toArray());
    }

    private static void bind(Connection tx, PreparedStatement statement, Collection<Place> places) throws SQLException {
        List<Place> rows = places.stream().sorted().toList();
        statement.setArray(1, column(tx, rows, "text", Place::unit));
        statement.setArray(2, column(tx, rows, "text", Place::period));
    }

    private static <R> java.sql.Array column(
            Connection tx, List<R> rows, String type, Function<R, @Nullable Object> value) throws SQLException {
        Object[] values = new Object[rows.size()];
        for (int index = 0; index < values.length; index++) {
            values[index] = value.apply(rows.get(index));
        }
        return tx.createArrayOf(type, values);
    }

    private static Figure figure(ResultSet row) throws SQLException {
        List<Qualifier> qualifiers = new ArrayList<>();
        for (String name : (String[]) row.getArray(9).getArray()) {
            qualifiers.add(Qualifier.valueOf(name));
        }
        return new Figure(
                row.getString(3),
                Kind.valueOf(row.getString(4)),
                Scope.valueOf(row.getString(5)),
                row.getBigDecimal(6),
                row.getBigDecimal(7),
                row.getBigDecimal(8),
                qualifiers);
    }
}
