package vn.nhipso.reporting.rollup;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import vn.nhipso.reporting.restatement.Amount;
import vn.nhipso.reporting.restatement.Handed;
import vn.nhipso.reporting.restatement.Weighed;

/** Reads rows of {@code handed.sql}. */
final class HandedRow {

    private HandedRow() {}

    static Handed of(ResultSet row) throws SQLException {
        return new Handed(
                row.getString("indicator"),
                row.getString("period"),
                row.getString("unit"),
                row.getString("parent"),
                row.getInt("level"),
                amount(row, "own_"),
                amount(row, "up_"),
                Weighed.of(
                        row.getBigDecimal("up_estimate_n"),
                        row.getBigDecimal("up_estimate_w"),
                        row.getInt("up_estimate_q"),
                        row.getInt("up_estimate_units")),
                row.getBigDecimal("stated_v"),
                new Handed.Coverage(
                        row.getInt("own_reporting"), row.getInt("own_counted"), row.getInt("own_not_applicable")),
                new Handed.Coverage(
                        row.getInt("whole_reporting"), row.getInt("up_counted"), row.getInt("not_applicable")),
                row.getBoolean("covers"),
                row.getBoolean("covers_below"));
    }

    private static @Nullable Amount amount(ResultSet row, String prefix) throws SQLException {
        return Amount.of(row.getBigDecimal(prefix + "n"), row.getBigDecimal(prefix + "d"), row.getInt(prefix + "q"));
    }
}
