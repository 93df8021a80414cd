package vn.nhipso.reporting.catalogue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import vn.nhipso.kit.period.ReportingCalendar;
import vn.nhipso.reporting.sql.SqlText;

/** Reads definitions. */
public final class Definitions {

    /** For those who ask for more on the same way: in are the codes, {@link #of(ResultSet)} reads the rows. */
    public static final String SELECT =
            SqlText.of(Definitions.class, "definitions.sql").text();

    private Definitions() {}

    /** All versions of these indicators, by code and version; codes that nobody defined are left out. */
    public static Map<String, TreeMap<Integer, Definition>> of(Connection connection, Collection<String> codes)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setArray(1, connection.createArrayOf("text", codes.toArray()));
            try (ResultSet row = select.executeQuery()) {
                return of(row);
            }
        }
    }

    public static Map<String, TreeMap<Integer, Definition>> of(ResultSet row) throws SQLException {
        Map<String, TreeMap<Integer, Definition>> found = new HashMap<>();
        while (row.next()) {
            Definition definition = definition(row);
            found.computeIfAbsent(definition.code(), code -> new TreeMap<>()).put(definition.version(), definition);
        }
        return found;
    }

    private static Definition definition(ResultSet row) throws SQLException {
        return new Definition(
                row.getString(1),
                row.getInt(2),
                new Definition.Names(row.getString(3), row.getString(4)),
                row.getString(5),
                Definition.Kind.valueOf(row.getString(6)),
                row.getString(7),
                row.getString(8),
                row.getInt(9),
                row.getString(10),
                row.getInt(11),
                row.getInt(12),
                ReportingCalendar.valueOf(row.getString(13)),
                row.getString(14));
    }
}
