package vn.nhipso.reporting.series;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.event.EventJson;
import vn.nhipso.reporting.sql.Rows;
import vn.nhipso.reporting.sql.SqlText;

/** Where units became others between two days, from the changes themselves. */
final class SeriesBreaks {

    private static final String BREAKS =
            SqlText.of(SeriesBreaks.class, "breaks.sql").text();

    private SeriesBreaks() {}

    /** From the closing day of a point to that of the next. */
    record Step(String unit, LocalDate since, LocalDate until) {}

    /** The breaks of those of the steps that have one. */
    static Map<Step, SeriesBreak> of(Connection connection, Collection<Step> steps) throws SQLException {
        Map<Step, SeriesBreak> breaks = new HashMap<>();
        if (steps.isEmpty()) {
            return breaks;
        }
        try (PreparedStatement select = connection.prepareStatement(BREAKS)) {
            Rows<Step> rows = new Rows<>(connection, List.copyOf(steps));
            select.setArray(1, rows.column("text", Step::unit));
            select.setArray(2, rows.column("date", Step::since));
            select.setArray(3, rows.column("date", Step::until));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    breaks.put(
                            new Step(
                                    row.getString(1),
                                    row.getObject(2, LocalDate.class),
                                    row.getObject(3, LocalDate.class)),
                            found(row));
                }
            }
        }
        return breaks;
    }

    private static SeriesBreak found(ResultSet row) throws SQLException {
        byte @Nullable [] act = row.getBytes(6);
        return new SeriesBreak(
                row.getBoolean(4) ? SeriesBreak.Reason.UNIT : SeriesBreak.Reason.BELOW,
                new SeriesBreak.Change(
                        row.getString(5),
                        act == null ? null : EventJson.read(act, JsonNode.class),
                        row.getObject(7, LocalDate.class)),
                null);
    }
}
