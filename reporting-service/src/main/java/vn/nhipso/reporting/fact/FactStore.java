package vn.nhipso.reporting.fact;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.event.EventJson;
import vn.nhipso.kit.period.Period;
import vn.nhipso.reporting.catalogue.Marks;
import vn.nhipso.reporting.catalogue.Periods;
import vn.nhipso.reporting.sql.Rows;
import vn.nhipso.reporting.sql.SqlText;

/** Puts published measurements into the tables, a batch a statement. */
public final class FactStore {

    private static final SqlText STORE = SqlText.of(FactStore.class, "store.sql");
    private static final SqlText FAMILIES = SqlText.of(FactStore.class, "lock-families.sql");
    /** Whoever holds a family changes its figures: answers that are made of them are others from then on. */
    private static final String LOCK = """
            UPDATE family f SET changes = f.changes + 1
            FROM (
              SELECT indicator, year FROM family WHERE (indicator, year) IN (SELECT * FROM unnest(?::text[], ?::smallint[]))
              ORDER BY indicator, year FOR UPDATE
            ) AS held
            WHERE f.indicator = held.indicator AND f.year = held.year""";

    private final Connection transaction;

    public FactStore(Connection transaction) {
        this.transaction = transaction;
    }

    /** Stores what is new and leaves in {@code work_change} what moved. Holds the families until the end of the transaction. */
    public void store(List<MeasurementPublished> measurements) throws SQLException {
        if (measurements.isEmpty()) {
            return;
        }
        List<Period> periods =
                measurements.stream().map(m -> Period.parse(m.period())).toList();
        lockFamilies(measurements, periods);
        Periods.know(transaction, periods.stream().distinct().toList());
        insert(measurements, periods);
    }

    private void lockFamilies(List<MeasurementPublished> measurements, List<Period> periods) throws SQLException {
        TreeSet<Family> given = new TreeSet<>();
        for (int row = 0; row < measurements.size(); row++) {
            given.add(new Family(
                    measurements.get(row).indicator(), (short) periods.get(row).year()));
        }
        TreeSet<Family> related = new TreeSet<>();
        try (PreparedStatement families = transaction.prepareStatement(FAMILIES.text())) {
            bind(families, given);
            try (var rows = families.executeQuery()) {
                while (rows.next()) {
                    related.add(new Family(rows.getString(1), rows.getShort(2)));
                }
            }
        }
        try (PreparedStatement lock = transaction.prepareStatement(LOCK)) {
            bind(lock, related);
            lock.execute();
        }
    }

    private void bind(PreparedStatement statement, TreeSet<Family> families) throws SQLException {
        statement.setArray(
                1,
                transaction.createArrayOf(
                        "text", families.stream().map(Family::indicator).toArray()));
        statement.setArray(
                2,
                transaction.createArrayOf(
                        "int2", families.stream().map(Family::year).toArray()));
    }

    private void insert(List<MeasurementPublished> measurements, List<Period> periods) throws SQLException {
        try (PreparedStatement store = transaction.prepareStatement(STORE.text())) {
            array(store, 1, "text", measurements, MeasurementPublished::indicator);
            array(store, 2, "text", periods, Period::toString);
            array(store, 3, "text", measurements, MeasurementPublished::unit);
            array(store, 4, "text", measurements, MeasurementPublished::scope);
            array(store, 5, "int4", measurements, MeasurementPublished::revision);
            array(store, 6, "numeric", measurements, MeasurementPublished::numerator);
            array(store, 7, "numeric", measurements, MeasurementPublished::denominator);
            array(store, 8, "numeric", measurements, MeasurementPublished::value);
            array(store, 9, "int2", measurements, FactStore::marks);
            array(store, 10, "text", measurements, MeasurementPublished::absence);
            array(store, 11, "text", measurements, m -> m.stated() == null ? null : EventJson.write(m.stated()));
            array(store, 12, "bool", measurements, MeasurementPublished::withdrawn);
            array(store, 13, "int4", measurements, MeasurementPublished::definitionVersion);
            array(store, 14, "text", measurements, MeasurementPublished::id);
            array(store, 15, "timestamptz", measurements, m -> m.recordedAt().atOffset(ZoneOffset.UTC));
            store.executeUpdate();
        }
    }

    private static short marks(MeasurementPublished measurement) {
        return measurement.qualifiers() == null ? 0 : Marks.bits(measurement.qualifiers());
    }

    private <T> void array(
            PreparedStatement statement, int parameter, String type, List<T> rows, Function<T, @Nullable Object> column)
            throws SQLException {
        statement.setArray(parameter, new Rows<>(transaction, rows).column(type, column));
    }

    private record Family(String indicator, short year) implements Comparable<Family> {
        @Override
        public int compareTo(Family other) {
            int byIndicator = indicator.compareTo(other.indicator);
            return byIndicator != 0 ? byIndicator : Short.compare(year, other.year);
        }
    }
}
