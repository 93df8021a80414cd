package vn.nhipso.indicator.finding.comparison;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.figure.Content;
import vn.nhipso.indicator.figure.Qualifier;
import vn.nhipso.indicator.figure.Stated;
import vn.nhipso.kit.event.EventJson;

/** Reads figures from rows: numerator, denominator, value and qualifiers side by side. */
final class Figures {

    private Figures() {}

    /** @param stated what the source says, as JSON */
    static Content read(ResultSet row, int first, @Nullable String stated) throws SQLException {
        return new Content(
                row.getBigDecimal(first),
                row.getBigDecimal(first + 1),
                row.getBigDecimal(first + 2),
                qualifiers(row.getString(first + 3)),
                null,
                stated == null ? null : EventJson.read(stated.getBytes(StandardCharsets.UTF_8), Stated.class),
                null,
                null);
    }

    private static List<Qualifier> qualifiers(@Nullable String names) {
        return names == null || names.isEmpty()
                ? List.of()
                : Arrays.stream(names.split(",")).map(Qualifier::valueOf).toList();
    }
}
