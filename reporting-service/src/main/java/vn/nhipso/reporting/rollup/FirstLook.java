package vn.nhipso.reporting.rollup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.nhipso.kit.event.EventJson;
import vn.nhipso.reporting.hierarchy.UnitAt;
import vn.nhipso.reporting.hierarchy.UnitLookup;
import vn.nhipso.reporting.rollup.RollupReader.Key;
import vn.nhipso.reporting.rollup.RollupReader.Pair;
import vn.nhipso.reporting.sql.Pipeline;
import vn.nhipso.reporting.sql.Rows;
import vn.nhipso.reporting.sql.SqlText;

/**
 * What needs no other answer first, read on one way to the database and back.
 *
 * @param living the units that bear the codes, by day
 * @param kept the rollups that are kept
 * @param words what sources say in words of exactly these
 */
record FirstLook(
        Map<LocalDate, Map<String, UnitAt>> living, List<RollupRow> kept, Map<Key, Map<Scope, SourceWords>> words) {

    static final String KEPT = SqlText.of(FirstLook.class, "kept.sql").text();
    private static final String WORDS = SqlText.of(FirstLook.class, "words.sql").text();
    private static final String ROWS = Pipeline.of(UnitLookup.AT, KEPT);
    private static final String ALL = Pipeline.of(UnitLookup.AT, KEPT, WORDS);

    /**
     * What is looked for.
     *
     * @param days on which the codes are read
     * @param kept those of the pairs whose rollups are kept
     */
    record Asked(Collection<LocalDate> days, List<Pair> kept, List<Pair> pairs, Collection<String> codes) {}

    static FirstLook at(Connection connection, Asked asked, boolean words) throws SQLException {
        try (Pipeline pipeline = new Pipeline(connection, words ? ALL : ROWS)) {
            PreparedStatement parameters = pipeline.parameters();
            UnitLookup.bindAt(parameters, 1, connection, asked.codes(), asked.days());
            bind(parameters, 3, connection, asked.kept(), asked.codes());
            if (words) {
                bind(parameters, 6, connection, asked.pairs(), asked.codes());
            }
            return new FirstLook(
                    UnitLookup.at(pipeline.next(), asked.days()),
                    rows(pipeline.next()),
                    words ? words(pipeline.next()) : Map.of());
        }
    }

    /** Indicators and periods side by side, and units. */
    static void bind(
            PreparedStatement select, int parameter, Connection connection, List<Pair> pairs, Collection<String> units)
            throws SQLException {
        Rows<Pair> rows = new Rows<>(connection, pairs);
        select.setArray(parameter, rows.column("text", Pair::indicator));
        select.setArray(parameter + 1, rows.column("text", pair -> pair.period().toString()));
        select.setArray(parameter + 2, connection.createArrayOf("text", units.toArray()));
    }

    static List<RollupRow> rows(ResultSet row) throws SQLException {
        List<RollupRow> rows = new ArrayList<>();
        while (row.next()) {
            rows.add(RollupRow.of(row));
        }
        return rows;
    }

    private static Map<Key, Map<Scope, SourceWords>> words(ResultSet row) throws SQLException {
        Map<Key, Map<Scope, SourceWords>> words = new HashMap<>();
        while (row.next()) {
            words.computeIfAbsent(new Key(row.getString(1), row.getString(2), row.getString(3)), key -> new HashMap<>())
                    .put(Scope.valueOf(row.getString(4)), EventJson.read(row.getBytes(5), SourceWords.class));
        }
        return words;
    }
}
