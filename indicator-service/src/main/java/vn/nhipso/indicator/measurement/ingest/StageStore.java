package vn.nhipso.indicator.measurement.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.SqlResource;
import vn.nhipso.indicator.figure.Content;
import vn.nhipso.indicator.finding.Place;
import vn.nhipso.indicator.measurement.Key;
import vn.nhipso.kit.event.EventJson;

/** The tables of long deliveries, a chunk at a time. */
@ApplicationScoped
class StageStore {

    private static final String ADD = SqlResource.load(StageStore.class, "stage-add.sql");
    private static final String SETTLE = SqlResource.load(StageStore.class, "stage-settle.sql");
    private static final String CHUNK = SqlResource.load(StageStore.class, "stage-chunk.sql");
    private static final String UNREADABLE = SqlResource.load(StageStore.class, "stage-unreadable.sql");
    private static final String PAGE = SqlResource.load(StageStore.class, "stage-page.sql");

    /**
     * A row as it was put down.
     *
     * @param item null where it repeats another
     * @param leader the first of those that say the same
     * @param conflict the first rows that say different things of its key
     */
    record Kept(
            int line,
            @Nullable BatchItem item,
            @Nullable Integer leader,
            List<Integer> conflict,
            String unit,
            String period) {}

    /** Begins anew, whatever an earlier run of the job left. */
    void begin(Connection tx, UUID stage, @Nullable UUID job) throws SQLException {
        if (job != null) {
            update(tx, "DELETE FROM measurement_stage WHERE job = ?", job);
            update(tx, "DELETE FROM measurement_report WHERE job = ?", job);
        }
        update(tx, "INSERT INTO measurement_stage (id, job) VALUES (?, ?)", stage, job);
    }

    void add(Connection tx, UUID stage, List<Row> rows) throws SQLException {
        try (PreparedStatement add = tx.prepareStatement(ADD)) {
            new Columns<>(add, rows)
                    .add("int4", row -> row.item().row())
                    .add("text", row -> of(row, Key::unit))
                    .add("text", row -> of(row, Key::period))
                    .add("text", row -> of(row, Key::indicator))
                    .add("text", row -> of(row, key -> key.scope().name()))
                    .add("text", row -> said(row.item()))
                    .add("text", row -> EventJson.write(row.item().withErrors(row.errors())))
                    .set(stage)
                    .set(stage);
            requireOne(add.executeUpdate(), stage);
        }
    }

    void settle(Connection tx, UUID stage) throws SQLException {
        requireOne(update(tx, SETTLE, stage, stage, stage), stage);
    }

    /** The next rows in the order of the delivery. */
    List<Kept> chunk(Connection tx, UUID stage, int most) throws SQLException {
        try (PreparedStatement select = tx.prepareStatement(CHUNK)) {
            select.setObject(1, stage);
            select.setInt(2, most);
            select.setObject(3, stage);
            return read(select, false);
        }
    }

    /** The next rows that were refused when they were put down, behind a line. */
    List<Kept> unreadable(Connection tx, UUID stage, int line, int most) throws SQLException {
        try (PreparedStatement select = tx.prepareStatement(UNREADABLE)) {
            select.setObject(1, stage);
            select.setInt(2, line);
            select.setInt(3, most);
            return read(select, true);
        }
    }

    /** The next rows in the order of their keys, from a unit and period on, or of that place alone. */
    List<Kept> page(Connection tx, UUID stage, Place from, boolean alone, int most) throws SQLException {
        try (PreparedStatement select = tx.prepareStatement(PAGE)) {
            select.setObject(1, stage);
            select.setString(2, from.unit());
            select.setString(3, from.period());
            select.setString(4, alone ? from.unit() : null);
            select.setString(5, from.unit());
            select.setString(6, from.period());
            select.setInt(7, most);
            return read(select, true);
        }
    }

    /** False where another run has taken them already. */
    boolean remove(Connection tx, UUID stage, List<Row> rows) throws SQLException {
        try (PreparedStatement delete =
                tx.prepareStatement("DELETE FROM measurement_stage_row WHERE stage = ? AND line = ANY (?)")) {
            delete.setObject(1, stage);
            delete.setArray(
                    2,
                    tx.createArrayOf(
                            "int4", rows.stream().map(row -> row.item().row()).toArray()));
            return delete.executeUpdate() == rows.size();
        }
    }

    static int update(Connection tx, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement update = tx.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                update.setObject(i + 1, values[i]);
            }
            return update.executeUpdate();
        }
    }

    /** Of a row that was refused already nothing is settled or planned. */
    private static @Nullable String of(Row row, Function<Key, String> part) {
        Key key = row.key();
        return key == null || !row.isReadable() ? null : part.apply(key);
    }

    private static void requireOne(int count, UUID stage) {
        if (count != 1) {
            throw new StageLostException("stage " + stage + " is worked on by another, or gone");
        }
    }

    private static List<Kept> read(PreparedStatement select, boolean places) throws SQLException {
        List<Kept> rows = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                String item = row.getString(2);
                rows.add(new Kept(
                        row.getInt(1),
                        item == null ? null : EventJson.read(item.getBytes(StandardCharsets.UTF_8), BatchItem.class),
                        row.getObject(3, Integer.class),
                        integers(row.getArray(4)),
                        places ? row.getString(5) : "",
                        places ? row.getString(6) : ""));
            }
        }
        return rows;
    }

    private static List<Integer> integers(@Nullable Array array) throws SQLException {
        return array == null ? List.of() : List.of((Integer[]) array.getArray());
    }

    /** Equal for two items where {@link Content#sameAs} finds no difference. */
    private static String said(BatchItem item) {
        Content content = item.content();
        return (item.withdrawn() ? "-" : "+")
                + EventJson.write(new Content(
                        bare(content.numerator()),
                        bare(content.denominator()),
                        content.value(),
                        content.exactness(),
                        content.absence(),
                        content.stated(),
                        content.source(),
                        content.note()));
    }

    private static @Nullable BigDecimal bare(@Nullable BigDecimal number) {
        return number == null ? null : number.stripTrailingZeros();
    }
}
