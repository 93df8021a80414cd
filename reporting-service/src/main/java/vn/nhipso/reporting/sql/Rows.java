package vn.nhipso.reporting.sql;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rows on their way into the database: an array a column, for {@code unnest}. */
public record Rows<T>(Connection connection, List<T> rows) {

    /** One column of all rows. */
    public Array column(String type, Function<T, @Nullable Object> value) throws SQLException {
        @Nullable Object[] values = new @Nullable Object[rows.size()];
        for (int row = 0; row < values.length; row++) {
            values[row] = value.apply(rows.get(row));
        }
        return connection.createArrayOf(type, values);
    }
}
