package vn.nhipso.reporting.rollup;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rollup with what is only found out when it is asked for. */
record Found(RollupRow row, List<String> missing, @Nullable Distribution distribution) {

    static Found of(ResultSet row) throws SQLException {
        Array missing = row.getArray("missing");
        return new Found(
                RollupRow.of(row),
                missing == null ? List.of() : List.of((String[]) missing.getArray()),
                distribution(row));
    }

    static @Nullable Distribution distribution(ResultSet row) throws SQLException {
        int number = row.getInt("number");
        return number == 0
                ? null
                : new Distribution(
                        number,
                        row.getBigDecimal("lowest"),
                        Distribution.plain(row.getBigDecimal("median")),
                        row.getBigDecimal("highest"));
    }
}
