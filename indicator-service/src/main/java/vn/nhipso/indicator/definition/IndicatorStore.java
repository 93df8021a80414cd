package vn.nhipso.indicator.definition;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.SqlResource;
import vn.nhipso.indicator.unit.Level;
import vn.nhipso.kit.event.EventJson;

/** The catalogue as writers need it: what stands, and a way to write many states at once. */
@ApplicationScoped
class IndicatorStore {

    /** Definitions refer to one another, so they are written by one writer at a time. Held to the end of the transaction. */
    private static final String LOCK = "SELECT pg_advisory_xact_lock(7303, 0)";

    private static final String PRESENT = """
            SELECT i.code, i.version, i.revision, r.body::text, i.recorded_at
            FROM indicator i JOIN indicator_revision r ON r.code = i.code AND r.revision = i.revision
            WHERE i.code = ANY (?)
            """;

    private static final String SPANS = """
            SELECT v.code, v.version, r.body ->> 'validFrom', r.body ->> 'validTo'
            FROM indicator_version v JOIN indicator_revision r ON r.code = v.code AND r.revision = v.revision
            WHERE v.code = ANY (?) AND NOT isempty(v.valid)
            ORDER BY v.code, v.version DESC
            """;

    private static final String NODES =
            "SELECT code, kind, reported_by, weight, denominator_indicator, replaced_by FROM indicator";

    private static final String WRITE = SqlResource.load(IndicatorStore.class, "write.sql");
    private static final String FORGET_SPANS = "DELETE FROM indicator_version WHERE code = ANY (?)";
    private static final String RECKON_SPANS = SqlResource.load(IndicatorStore.class, "spans.sql");

    private final DataSource dataSource;

    IndicatorStore(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    void lock() {
        run(LOCK, statement -> {}, row -> null);
    }

    /** What stands of these codes; unknown ones are missing. */
    Map<String, Indicator> present(Collection<String> codes) {
        Map<String, Indicator> present = new HashMap<>();
        run(PRESENT, statement -> setCodes(statement, codes), row -> present.put(row.getString(1), indicator(row)));
        return present;
    }

    /** The versions that count on some day, newest first. */
    Map<String, List<Span>> spans(Collection<String> codes) {
        Map<String, List<Span>> spans = new HashMap<>();
        run(SPANS, statement -> setCodes(statement, codes), row -> spans.computeIfAbsent(
                        row.getString(1), code -> new ArrayList<>())
                .add(new Span(row.getInt(2), day(row.getString(3)), day(row.getString(4)))));
        return spans;
    }

    /** Every indicator as others refer to it. */
    Map<String, CatalogueNode> nodes() {
        Map<String, CatalogueNode> nodes = new HashMap<>();
        run(NODES, statement -> {}, row -> nodes.put(row.getString(1), node(row)));
        return nodes;
    }

    /** Writes these states, the log and the days of their versions. */
    void write(List<Indicator> states, String author, @Nullable String reason) {
        List<String> codes = states.stream().map(Indicator::code).toList();
        OffsetDateTime moment = states.getFirst().recordedAt().atOffset(ZoneOffset.UTC);
        update(WRITE, statement -> {
            statement.setArray(1, array(statement, "text", states, Indicator::code));
            statement.setArray(2, array(statement, "int4", states, Indicator::version));
            statement.setArray(3, array(statement, "int4", states, Indicator::revision));
            statement.setArray(4, array(statement, "text", states, state -> EventJson.write(state.body())));
            statement.setString(5, author);
            statement.setObject(6, moment);
            statement.setString(7, reason);
        });
        update(FORGET_SPANS, statement -> setCodes(statement, codes));
        update(RECKON_SPANS, statement -> setCodes(statement, codes));
    }

    /** A row of code, version, revision, body and moment. */
    static Indicator indicator(ResultSet row) throws SQLException {
        return new Indicator(
                row.getString(1),
                row.getInt(2),
                row.getInt(3),
                EventJson.read(row.getString(4).getBytes(StandardCharsets.UTF_8), DefineIndicator.class),
                row.getObject(5, OffsetDateTime.class).toInstant());
    }

    private static CatalogueNode node(ResultSet row) throws SQLException {
        List<Level> levels = new ArrayList<>();
        for (String level : (String[]) row.getArray(3).getArray()) {
            levels.add(Level.valueOf(level));
        }
        return new CatalogueNode(
                row.getString(1),
                Kind.valueOf(row.getString(2)),
                Collections.max(levels),
                row.getString(4),
                row.getString(5),
                row.getString(6));
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    private static <T> Array array(PreparedStatement statement, String type, List<T> rows, Function<T, Object> column)
            throws SQLException {
        return statement
                .getConnection()
                .createArrayOf(type, rows.stream().map(column).toArray());
    }

    private static void setCodes(PreparedStatement statement, Collection<String> codes) throws SQLException {
        statement.setArray(1, statement.getConnection().createArrayOf("text", codes.toArray()));
    }

    private interface Binding {
        void on(PreparedStatement statement) throws SQLException;
    }

    private interface Reading {
        @Nullable Object of(ResultSet row) throws SQLException;
    }

    private void run(String sql, Binding parameters, Reading reading) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            parameters.on(select);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    reading.of(row);
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("catalogue not read", failed);
        }
    }

    private void update(String sql, Binding parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            parameters.on(update);
            update.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException("catalogue not written", failed);
        }
    }
}
