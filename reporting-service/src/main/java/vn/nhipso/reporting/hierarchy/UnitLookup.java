package vn.nhipso.reporting.hierarchy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.nhipso.reporting.sql.SqlText;

/** Finds units on a day. */
public final class UnitLookup {

    private static final String UNITS_AT =
            SqlText.of(UnitLookup.class, "units-at.sql").text();
    private static final String CODES_BELOW =
            SqlText.of(UnitLookup.class, "codes-below.sql").text();
    private static final String WITHIN = """
            SELECT unit FROM unit_ancestor
            WHERE unit = ANY (?) AND ancestor = ? AND unit_level = ? AND valid_from <= ? AND valid_to > ?""";
    private static final String SIBLINGS = """
            SELECT s.code FROM unit_version u
            JOIN unit_version s ON s.parent_code = u.parent_code AND s.level = u.level AND s.valid @> ?::date
            WHERE u.code = ? AND u.valid @> ?::date ORDER BY s.code""";

    private final Connection connection;

    public UnitLookup(Connection connection) {
        this.connection = connection;
    }

    /** The units that bear the codes on that day; codes that nobody bears are left out. */
    public Map<String, UnitAt> at(Collection<String> codes, LocalDate day) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(UNITS_AT)) {
            select.setObject(1, day);
            select.setObject(2, day);
            select.setArray(3, connection.createArrayOf("text", codes.toArray()));
            select.setObject(4, day);
            try (ResultSet row = select.executeQuery()) {
                Map<String, UnitAt> units = new LinkedHashMap<>();
                while (row.next()) {
                    units.put(row.getString(1), unit(row));
                }
                return units;
            }
        }
    }

    /** Codes of one level at or below a unit on any of the days, in order, behind {@code after}. */
    public List<String> below(String unit, int level, Collection<LocalDate> days, String after, int limit)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(CODES_BELOW)) {
            select.setArray(1, connection.createArrayOf("date", days.toArray()));
            select.setString(2, unit);
            select.setInt(3, level);
            select.setString(4, after);
            select.setInt(5, limit);
            return codes(select);
        }
    }

    /** Those of the codes that are of a level and lie at or below a unit on a day. */
    public Set<String> within(Collection<String> codes, String unit, int level, LocalDate day) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(WITHIN)) {
            select.setArray(1, connection.createArrayOf("text", codes.toArray()));
            select.setString(2, unit);
            select.setInt(3, level);
            select.setObject(4, day);
            select.setObject(5, day);
            return Set.copyOf(codes(select));
        }
    }

    /** The unit and those of its level under the same parent. */
    public List<String> siblings(String unit, LocalDate day) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SIBLINGS)) {
            select.setObject(1, day);
            select.setString(2, unit);
            select.setObject(3, day);
            return codes(select);
        }
    }

    private static List<String> codes(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            List<String> codes = new ArrayList<>();
            while (row.next()) {
                codes.add(row.getString(1));
            }
            return codes;
        }
    }

    private static UnitAt unit(ResultSet row) throws SQLException {
        return new UnitAt(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getInt(4),
                row.getString(5),
                new UnitAt.Sizes(row.getInt(6), row.getInt(7), row.getInt(8)));
    }
}
