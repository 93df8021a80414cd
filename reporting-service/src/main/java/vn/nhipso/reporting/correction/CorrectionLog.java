package vn.nhipso.reporting.correction;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.event.SequenceToken;
import vn.nhipso.reporting.catalogue.Definition;
import vn.nhipso.reporting.catalogue.Definitions;
import vn.nhipso.reporting.catalogue.Marks;
import vn.nhipso.reporting.correction.CorrectionView.Reason;
import vn.nhipso.reporting.correction.CorrectionView.Value;
import vn.nhipso.reporting.rollup.Answering;
import vn.nhipso.reporting.rollup.Scope;
import vn.nhipso.reporting.sql.SqlText;

/** Reads notices by their positions, which are given in the order of commits: whoever has read up to one has read all before it. */
@ApplicationScoped
class CorrectionLog {

    static final String SERVICE = "reporting";

    private static final String PAGE =
            SqlText.of(CorrectionLog.class, "page.sql").text();
    private static final String MOVES =
            SqlText.of(CorrectionLog.class, "moves-of.sql").text();
    private static final String NEWEST = "SELECT coalesce(max(position), 0) FROM correction";

    private final Answering answering;

    CorrectionLog(Answering answering) {
        this.answering = answering;
    }

    /** Which notices a caller wants; of units those that can move a figure of theirs. */
    record Filter(List<String> indicators, List<String> units) {}

    /** Some notices, and up to where the log was looked through. */
    record Found(List<CorrectionView> items, long next) {}

    /** The newest position. */
    long newest() {
        return answering.read(List.of(), (connection, watermark) -> newest(connection));
    }

    Found read(Filter filter, long after, int size, List<String> minSequence) {
        return answering.read(minSequence, (connection, watermark) -> read(connection, filter, after, size));
    }

    static Found read(Connection connection, Filter filter, long after, int size) throws SQLException {
        long newest = newest(connection);
        Map<Long, CorrectionView> page = page(connection, filter, after, size);
        List<Move> moves = moves(connection, page.keySet());
        List<CorrectionView> items = new ArrayList<>();
        page.forEach((position, view) -> items.add(with(
                view, moves.stream().filter(move -> move.position() == position).toList())));
        long last = page.keySet().stream().reduce(after, Math::max);
        return new Found(items, page.size() == size ? last : Math.max(after, newest));
    }

    private static long newest(Connection connection) throws SQLException {
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery(NEWEST)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Map<Long, CorrectionView> page(Connection connection, Filter filter, long after, int size)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(PAGE)) {
            Array indicators = some(connection, filter.indicators());
            Array units = some(connection, filter.units());
            select.setLong(1, after);
            select.setArray(2, indicators);
            select.setArray(3, indicators);
            select.setArray(4, units);
            select.setArray(5, units);
            select.setInt(6, size);
            Map<Long, CorrectionView> page = new LinkedHashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    page.put(row.getLong("position"), view(row));
                }
            }
            return page;
        }
    }

    private static @Nullable Array some(Connection connection, Collection<String> values) throws SQLException {
        return values.isEmpty() ? null : connection.createArrayOf("text", values.toArray());
    }

    private static List<Move> moves(Connection connection, Set<Long> positions) throws SQLException {
        if (positions.isEmpty()) {
            return List.of();
        }
        try (PreparedStatement select = connection.prepareStatement(MOVES)) {
            select.setArray(1, connection.createArrayOf("int8", positions.toArray()));
            Map<String, TreeMap<Integer, Definition>> definitions = definitions(connection, select);
            List<Move> moves = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Definition definition = Objects.requireNonNull(definitions.get(row.getString("indicator")))
                            .get(row.getInt("definition"));
                    moves.add(Move.of(row, Objects.requireNonNull(definition)));
                }
            }
            return moves;
        }
    }

    private static Map<String, TreeMap<Integer, Definition>> definitions(
            Connection connection, PreparedStatement select) throws SQLException {
        Set<String> codes = new TreeSet<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                codes.add(row.getString("indicator"));
            }
        }
        return Definitions.of(connection, codes);
    }

    private static CorrectionView with(CorrectionView view, List<Move> moves) {
        return new CorrectionView(
                view.sequence(),
                view.indicator(),
                view.unit(),
                view.period(),
                view.scope(),
                view.measurement(),
                view.revision(),
                view.recordedAt(),
                view.reason(),
                view.withdrawn(),
                view.old(),
                view.now(),
                moves.stream().map(Move::rollup).filter(Objects::nonNull).toList(),
                moves.stream().map(Move::status).filter(Objects::nonNull).toList(),
                moves.stream().map(Move::ranking).filter(Objects::nonNull).toList());
    }

    private static CorrectionView view(ResultSet row) throws SQLException {
        String code = row.getString("reason_code");
        return new CorrectionView(
                new SequenceToken(SERVICE, row.getLong("position")).toString(),
                row.getString("indicator"),
                row.getString("unit"),
                row.getString("period"),
                Scope.valueOf(row.getString("scope")),
                row.getString("measurement_id"),
                row.getInt("revision"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                code == null ? null : new Reason(code, row.getString("reason_text")),
                row.getBoolean("withdrawn"),
                value(row, "old_", row.getInt("old_revision")),
                value(row, "", null),
                List.of(),
                List.of(),
                List.of());
    }

    private static Value value(ResultSet row, String prefix, @Nullable Integer revision) throws SQLException {
        return new Value(
                revision,
                row.getBigDecimal(prefix + "numerator"),
                row.getBigDecimal(prefix + "denominator"),
                row.getBigDecimal(prefix + "value"),
                Marks.of(row.getInt(prefix + "qualifiers")),
                row.getString(prefix + "absence"));
    }
}
