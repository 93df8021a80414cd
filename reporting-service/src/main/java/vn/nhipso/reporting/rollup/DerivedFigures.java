package vn.nhipso.reporting.rollup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.nhipso.kit.period.Period;
import vn.nhipso.reporting.catalogue.Periods;
import vn.nhipso.reporting.rollup.RollupReader.Key;
import vn.nhipso.reporting.rollup.RollupRow.Stated;
import vn.nhipso.reporting.sql.Rows;
import vn.nhipso.reporting.sql.SqlText;

/** What the periods inside a reported one come to, by the definition itself: to be held against what was reported. */
final class DerivedFigures {

    private static final String DERIVED = SqlText.of(DerivedFigures.class, "derived.sql")
            .with("defined", RollupSql.DEFINED.with("spelled", "spelled"))
            .with("facts", RollupSql.DERIVED.with("periods", "periods").with("keys", "keys"))
            .text();

    private DerivedFigures() {}

    /** Of those of the keys and scopes that have one which is complete. */
    static Map<Key, Map<Scope, Stated>> of(Connection connection, Collection<Key> keys) throws SQLException {
        Map<Key, Map<Scope, Stated>> derived = new HashMap<>();
        if (keys.isEmpty()) {
            return derived;
        }
        try (PreparedStatement select = connection.prepareStatement(DERIVED)) {
            Rows<Key> rows = new Rows<>(connection, List.copyOf(keys));
            select.setArray(1, rows.column("text", Key::indicator));
            select.setArray(2, rows.column("text", Key::period));
            select.setArray(3, rows.column("text", Key::unit));
            Periods.bind(
                    select,
                    4,
                    connection,
                    keys.stream().map(Key::period).distinct().map(Period::parse).toList());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Map<Scope, Stated> figures = figures(row);
                    if (!figures.isEmpty()) {
                        derived.put(
                                new Key(row.getString("indicator"), row.getString("period"), row.getString("unit")),
                                figures);
                    }
                }
            }
        }
        return derived;
    }

    private static Map<Scope, Stated> figures(ResultSet row) throws SQLException {
        Map<Scope, Stated> figures = new EnumMap<>(Scope.class);
        for (Scope scope : Scope.values()) {
            Stated figure = RollupRow.stated(row, scope.name().toLowerCase(Locale.ROOT) + "_");
            if (figure.given() && figure.there() == null) {
                figures.put(scope, figure);
            }
        }
        return figures;
    }
}
