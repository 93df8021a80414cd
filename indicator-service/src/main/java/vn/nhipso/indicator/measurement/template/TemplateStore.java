package vn.nhipso.indicator.measurement.template;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;
import vn.nhipso.indicator.figure.Content;
import vn.nhipso.indicator.figure.Scope;
import vn.nhipso.indicator.measurement.ContentRows;
import vn.nhipso.indicator.measurement.Key;

/** What a form shows: the names of indicators, and what stands. */
@ApplicationScoped
class TemplateStore {

    private static final String NAMES =
            "SELECT code, name_vi, name_en FROM indicator WHERE ? OR code = ANY (?) ORDER BY code";

    private static final String PRESENT = """
            SELECT indicator, scope, numerator, denominator, value, qualifiers, absence, stated, source, note, draft, withdrawn, published
            FROM measurement WHERE unit = ? AND period = ? AND indicator = ANY (?)
            """;

    private final DataSource dataSource;

    TemplateStore(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The name of an indicator in both languages. */
    record Name(String vi, String en) {}

    /** Of the given indicators, or of all where none is given. */
    Map<String, Name> names(Collection<String> codes) {
        Map<String, Name> names = new LinkedHashMap<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(NAMES)) {
            select.setBoolean(1, codes.isEmpty());
            select.setArray(2, connection.createArrayOf("text", codes.toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    names.put(row.getString(1), new Name(row.getString(2), row.getString(3)));
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("indicators not read", failed);
        }
        return names;
    }

    /**
     * What a further value would be said over.
     *
     * @param newest also what is not published yet; whoever may publish must not make that public by sending a form back untouched
     */
    Map<Key, Content> present(String unit, String period, Collection<String> indicators, boolean newest) {
        Map<Key, Content> present = new HashMap<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(PRESENT)) {
            select.setString(1, unit);
            select.setString(2, period);
            select.setArray(3, connection.createArrayOf("text", indicators.toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String draft = row.getString(11);
                    boolean drafted = newest && draft != null;
                    if (drafted || !row.getBoolean(12) && (newest || row.getBoolean(13))) {
                        present.put(
                                new Key(unit, period, row.getString(1), Scope.valueOf(row.getString(2))),
                                drafted ? ContentRows.fromJson(draft, Content.class) : ContentRows.content(row, 3));
                    }
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("measurements not read", failed);
        }
        return present;
    }
}
