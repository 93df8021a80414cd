package vn.nhipso.reporting.rollup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.nhipso.reporting.rollup.RollupReader.Key;
import vn.nhipso.reporting.sql.Rows;
import vn.nhipso.reporting.sql.SqlText;

/** What is told of kept rollups and does not stand in them: who is missing where not all have reported, the distribution of a SHARE. */
final class KeptDetails {

    private static final SqlText ITEMS = SqlText.of(KeptDetails.class, "kept-items.sql");
    private static final String MISSING = "WITH items AS (" + ITEMS.text() + ")\n"
            + RollupSql.missing("rollup").text();
    private static final String DISTRIBUTION = "WITH items AS (" + ITEMS.text()
            + "), distribution (indicator, period, unit, number, lowest, median, highest) AS ("
            + RollupSql.distribution("rollup").text() + ") SELECT * FROM distribution";

    private final Connection connection;

    KeptDetails(Connection connection) {
        this.connection = connection;
    }

    /** @param spread whether it may be a SHARE */
    List<Found> of(List<RollupRow> rows, Predicate<RollupRow> spread) throws SQLException {
        Map<Key, List<String>> missing = missing(rows.stream()
                .filter(row -> row.whole().coverage().reporting()
                        < row.whole().coverage().expected())
                .toList());
        Map<Key, Distribution> spreads =
                distributions(rows.stream().filter(spread).toList());
        return rows.stream()
                .map(row -> new Found(row, missing.getOrDefault(Key.of(row), List.of()), spreads.get(Key.of(row))))
                .toList();
    }

    private Map<Key, List<String>> missing(List<RollupRow> rows) throws SQLException {
        return details(
                MISSING, rows, row -> List.of((String[]) row.getArray("codes").getArray()));
    }

    private Map<Key, Distribution> distributions(List<RollupRow> rows) throws SQLException {
        return details(DISTRIBUTION, rows, Found::distribution);
    }

    /** Reads one row. */
    private interface Detail<T> {
        @Nullable T of(ResultSet row) throws SQLException;
    }

    private <T> Map<Key, T> details(String sql, Collection<RollupRow> of, Detail<T> detail) throws SQLException {
        if (of.isEmpty()) {
            return Map.of();
        }
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            Rows<RollupRow> rows = new Rows<>(connection, List.copyOf(of));
            select.setArray(1, rows.column("text", RollupRow::indicator));
            select.setArray(2, rows.column("text", RollupRow::period));
            select.setArray(3, rows.column("text", RollupRow::unit));
            select.setArray(4, rows.column("int4", RollupRow::level));
            Map<Key, T> details = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    T its = detail.of(row);
                    if (its != null) {
                        details.put(
                                new Key(row.getString("indicator"), row.getString("period"), row.getString("unit")),
                                its);
                    }
                }
            }
            return details;
        }
    }
}
