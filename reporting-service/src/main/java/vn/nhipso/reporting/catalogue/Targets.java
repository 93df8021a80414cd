package vn.nhipso.reporting.catalogue;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import vn.nhipso.kit.event.EventJson;
import vn.nhipso.kit.period.Period;
import vn.nhipso.reporting.sql.SqlText;

/** Reads targets. */
public final class Targets {

    private static final String OF_UNIT =
            SqlText.of(Targets.class, "targets-of-unit.sql").text();

    private Targets() {}

    /** The targets that hold for a unit and period, by indicator. */
    public static Map<String, Target> of(Connection connection, String unit, Period period, LocalDate day)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(OF_UNIT)) {
            select.setString(1, unit);
            select.setObject(2, day);
            select.setObject(3, day);
            select.setObject(4, period.start());
            select.setObject(5, period.end());
            Map<String, Target> targets = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    targets.put(row.getString(1), target(row));
                }
            }
            return targets;
        }
    }

    private static Target target(ResultSet row) throws SQLException {
        String document = row.getString(8);
        return new Target(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                Period.parse(row.getString(4)),
                Target.Comparator.of(row.getString(5)),
                row.getBigDecimal(6),
                row.getInt(7),
                document == null ? null : EventJson.tree(document.getBytes(StandardCharsets.UTF_8)),
                row.getString(9));
    }
}
