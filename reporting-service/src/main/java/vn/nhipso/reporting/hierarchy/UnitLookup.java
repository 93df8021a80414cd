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

    /** Units on days, for those who ask for more on the same way: {@link #bindAt} and {@link #at(ResultSet, Collection)}. */
    public static final String AT = SqlText.of(UnitLookup.class, "units-at.sql").text();

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
        return at(codes, List.of(day)).getOrDefault(day, Map.of());
    }

    /** The units that bear the codes on each of the days. */
    public Map<LocalDate, Map<String, UnitAt>> at(Collection<String> codes, Collection<LocalDate> days)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(AT)) {
            bindAt(select, 1, connection, codes, days);
            try (ResultSet row = select.executeQuery()) {
                return at(row, days);
            }
        }
    }

    /** Sets the two parameters of {@link #AT}. */
    public static void bindAt(
            PreparedStatement select,
            int parameter,
            Connection connection,
            Collection<String> codes,
            Collection<LocalDate> days)
            throws SQLException {
        select.setArray(parameter, connection.createArrayOf("date", days.toArray()));
        select.setArray(parameter + 1, connection.createArrayOf("text", codes.toArray()));
    }

    /** Reads what {@link #AT} answers; a day on which nobody bears any of the codes has no units. */
    public static Map<LocalDate, Map<String, UnitAt>> at(ResultSet row, Collection<LocalDate> days)
            throws SQLException {
        Map<LocalDate, Map<String, UnitAt>> living = new LinkedHashMap<>();
        days.forEach(day -> living.put(day, new LinkedHashMap<>()));
        while (row.next()) {
            UnitAt unit = unit(row);
            living.computeIfAbsent(row.getObject(1, LocalDate.class), day -> new LinkedHashMap<>())
                    .put(unit.code(), unit);
        }
        return living;
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
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getInt(5),
                row.getString(6),
                new UnitAt.Sizes(row.getInt(7), row.getInt(8), row.getInt(9)));
    }
}
