package vn.nhipso.indicator.definition;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import vn.nhipso.indicator.unit.Level;
import vn.nhipso.kit.period.ReportingCalendar;

/** The definitions that a batch names, read at once. */
@ApplicationScoped
public class Definitions {

    private static final String FIND = """
            SELECT code, version, kind, nature, unit_of_measure, reported_by, frequency, calendar, above100, valid_from, valid_to,
              direction, weight, denominator_indicator, replaced_by
            FROM indicator WHERE code = ANY (?)
            """;

    /** Each version that counts on some day, on these days and in its last words, newest first. */
    private static final String VERSIONS = """
            SELECT v.code, v.version, body ->> 'kind', body ->> 'nature', body ->> 'unitOfMeasure',
              ARRAY(SELECT jsonb_array_elements_text(body -> 'reportedBy')), body ->> 'frequency', body ->> 'calendar',
              (body ->> 'above100')::boolean, lower(v.valid), upper(v.valid),
              body ->> 'direction', body ->> 'weight', body ->> 'denominatorIndicator', body ->> 'replacedBy'
            FROM indicator_version v JOIN indicator_revision r ON r.code = v.code AND r.revision = v.revision
            WHERE v.code = ANY (?) AND NOT isempty(v.valid)
            ORDER BY v.code, v.version DESC
            """;

    private final DataSource dataSource;

    Definitions(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The present definitions of the codes; unknown ones are missing. What is of a period asks {@link #versions}. */
    public Map<String, Definition> find(Collection<String> codes) {
        Map<String, Definition> definitions = new HashMap<>();
        read(FIND, codes).forEach(definition -> definitions.put(definition.code(), definition));
        return definitions;
    }

    /** All versions of the codes that count on some day; unknown codes are missing. */
    public Map<String, DefinitionVersions> versions(Collection<String> codes) {
        return byCode(read(VERSIONS, codes));
    }

    /** All versions of all indicators, read on that connection. */
    public Map<String, DefinitionVersions> all(Connection connection) throws SQLException {
        List<String> codes = new ArrayList<>();
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery("SELECT code FROM indicator")) {
            while (row.next()) {
                codes.add(row.getString(1));
            }
        }
        return byCode(read(connection, VERSIONS, codes));
    }

    private static Map<String, DefinitionVersions> byCode(List<Definition> found) {
        Map<String, List<Definition>> versions = new HashMap<>();
        found.forEach(definition -> versions.computeIfAbsent(definition.code(), code -> new ArrayList<>())
                .add(definition));
        Map<String, DefinitionVersions> byCode = new HashMap<>();
        versions.forEach((code, all) -> byCode.put(code, new DefinitionVersions(List.copyOf(all))));
        return byCode;
    }

    private List<Definition> read(String statement, Collection<String> codes) {
        try (Connection connection = dataSource.getConnection()) {
            return read(connection, statement, codes);
        } catch (SQLException failed) {
            throw new IllegalStateException("definitions not read", failed);
        }
    }

    private static List<Definition> read(Connection connection, String statement, Collection<String> codes)
            throws SQLException {
        List<Definition> definitions = new ArrayList<>();
        try (PreparedStatement find = connection.prepareStatement(statement)) {
            find.setArray(1, connection.createArrayOf("text", codes.toArray()));
            try (ResultSet found = find.executeQuery()) {
                while (found.next()) {
                    definitions.add(definition(found));
                }
            }
        }
        return definitions;
    }

    private static Definition definition(ResultSet row) throws SQLException {
        return new Definition(
                row.getString(1),
                row.getInt(2),
                Kind.valueOf(row.getString(3)),
                Nature.valueOf(row.getString(4)),
                row.getString(5),
                levels(row.getArray(6)),
                Frequency.valueOf(row.getString(7)),
                ReportingCalendar.valueOf(row.getString(8)),
                row.getBoolean(9),
                row.getObject(10, LocalDate.class),
                row.getObject(11, LocalDate.class),
                Direction.valueOf(row.getString(12)),
                row.getString(13),
                row.getString(14),
                row.getString(15));
    }

    private static Set<Level> levels(Array names) throws SQLException {
        Set<Level> levels = EnumSet.noneOf(Level.class);
        for (String name : (String[]) names.getArray()) {
            levels.add(Level.valueOf(name));
        }
        return levels;
    }
}
