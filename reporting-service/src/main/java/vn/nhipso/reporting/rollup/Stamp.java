package vn.nhipso.reporting.rollup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * How often that has changed of which answers about some indicators are made. What stands in the database under the same stamp gives the same answer.
 *
 * @param upheavals changes of units, definitions, targets and the register, and rebuilds: whatever shapes the rollups of every indicator
 * @param changes batches that changed figures of these indicators, or of those by which they are weighed
 */
record Stamp(long upheavals, long changes) {

    /** Parameters: the indicators, twice. A few hundred rows at most, looked through faster than a look-up of each is planned. */
    static final String SELECT = """
            SELECT u.changes, coalesce((SELECT sum(f.changes)::bigint FROM family f WHERE ?::text[] IS NULL OR f.indicator = ANY (?::text[])), 0)
            FROM upheaval u""";

    /** @param indicators null for all */
    static void bind(PreparedStatement select, Connection connection, @Nullable Collection<String> indicators)
            throws SQLException {
        for (int parameter = 1; parameter <= 2; parameter++) {
            select.setArray(
                    parameter, indicators == null ? null : connection.createArrayOf("text", indicators.toArray()));
        }
    }

    static Stamp of(ResultSet row) throws SQLException {
        row.next();
        return new Stamp(row.getLong(1), row.getLong(2));
    }
}
