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
import vn.nhipso.kit.period.Period;
import vn.nhipso.reporting.catalogue.Periods;
import vn.nhipso.reporting.registry.RegistrySql;
import vn.nhipso.reporting.restatement.Handed;
import vn.nhipso.reporting.sql.Rows;
import vn.nhipso.reporting.sql.SqlText;

/** Reads rollups: those that are kept, and any others as they would be kept. */
final class RollupReader {

    private static final Ways WHOLE = Ways.of(
            RollupSql.missing("rollup"),
            RollupSql.distribution("rollup"),
            RollupSql.missing("found"),
            RollupSql.distribution("found"));
    private static final Ways LEAN =
            Ways.of(RollupSql.NO_MISSING, RollupSql.NO_DISTRIBUTION, RollupSql.NO_MISSING, RollupSql.NO_DISTRIBUTION);
    private static final Ways HANDED = new Ways(
                    LEAN.kept(),
                    all(RollupSql.KEYS_WITHIN, RollupSql.EFFECTIVE),
                    all(RegistrySql.KEYS, RegistrySql.FACTS))
            .within(SqlText.of(RollupReader.class, "handed.sql"));
    private static final String STANDING = SqlText.of(RollupReader.class, "standing.sql")
            .with("defined", RollupSql.DEFINED.with("spelled", "spelled"))
            .text();
    private static final String NOTHING_MISSING =
            SqlText.of(RollupReader.class, "nothing-missing.sql").text();
    private static final String WORDS =
            SqlText.of(RollupReader.class, "words.sql").text();

    /** From how many rollups of communes on a plan for a handful is a bad one. */
    private static final int MUCH = 300;

    private static final String MOST_BELOW = """
            SELECT coalesce(sum(s.communes), 0)
            FROM (SELECT max(communes) AS communes FROM unit_size WHERE unit = ANY (?) GROUP BY unit) s""";

    private final Connection connection;
    private final Ways ways;

    private RollupReader(Connection connection, Ways ways) {
        this.connection = connection;
        this.ways = ways;
    }

    /** Reads rollups with who is missing and the distributions. */
    RollupReader(Connection connection) {
        this(connection, WHOLE);
    }

    /** Reads the figures alone. */
    static RollupReader figures(Connection connection) {
        return new RollupReader(connection, LEAN);
    }

    /** All rows that are made at or below what is asked for. */
    private static Made all(SqlText keys, SqlText facts) {
        return Made.of(new SqlText("WITH " + RollupSql.made(keys, facts).text()
                + " SELECT f.* FROM found f WHERE (f.indicator, f.period) IN (SELECT * FROM pair)"));
    }

    /** The statements for the three kinds of rollups; those that are made for many units are planned as such. */
    private record Ways(String kept, Made onDemand, Made registry) {

        /** A statement about the rows of each. */
        Ways within(SqlText text) {
            return new Ways(text.with("rows", kept).text(), onDemand.within(text), registry.within(text));
        }

        static Ways of(SqlText missing, SqlText distribution, SqlText missingOfFound, SqlText distributionOfFound) {
            return new Ways(
                    SqlText.of(RollupReader.class, "kept.sql")
                            .with("missing", missing)
                            .with("distribution", distribution)
                            .text(),
                    Made.of(RollupSql.onDemand(RollupSql.KEYS_WITHIN, RollupSql.EFFECTIVE)
                            .with("missing", missingOfFound)
                            .with("distribution", distributionOfFound)),
                    Made.of(RollupSql.onDemand(RegistrySql.KEYS, RegistrySql.FACTS)
                            .with("missing", missingOfFound)
                            .with("distribution", distributionOfFound)));
        }
    }

    private record Made(String few, String many) {

        Made within(SqlText text) {
            return new Made(
                    text.with("rows", few).text(), text.with("rows", many).text());
        }

        static Made of(SqlText text) {
            return new Made(
                    text.with("expected", "(SELECT 1) AS e").text(),
                    text.with("expected", "many() AS e").text());
        }
    }

    /** An indicator and a period of which rollups are wanted. */
    record Pair(String indicator, Period period) {}

    /**
     * How a pair can be answered.
     *
     * @param version of the definition that holds
     * @param kept whether its rollups are kept
     * @param made whether there is something to make them of
     * @param derivable whether periods were reported of which it could be derived beside its own figures
     */
    record Standing(LocalDate closes, int version, boolean kept, boolean made, boolean derivable) {}

    /** An indicator, period and unit. */
    record Key(String indicator, String period, String unit) {
        static Key of(RollupRow row) {
            return new Key(row.indicator(), row.period(), row.unit());
        }
    }

    /** A key of which nothing is known, with what is needed to say who should have reported. */
    record Silent(Key key, LocalDate closes, int reportedBy) {}

    Map<Pair, Standing> standings(List<Pair> pairs) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(STANDING)) {
            bind(select, pairs);
            Map<Pair, Standing> standings = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    standings.put(
                            new Pair(row.getString(1), Period.parse(row.getString(2))),
                            new Standing(
                                    row.getObject(3, LocalDate.class),
                                    row.getInt(4),
                                    row.getBoolean(5),
                                    row.getBoolean(6),
                                    row.getBoolean(7)));
                }
            }
            return standings;
        }
    }

    List<Found> kept(List<Pair> pairs, Collection<String> units) throws SQLException {
        return kept(ways.kept(), pairs, units, Found::of);
    }

    /**
     * What units hand up, of pairs that are kept, made on demand and made from the register.
     *
     * @param tops units at or below which all the others lie
     */
    List<Handed> handed(
            List<Pair> kept, List<Pair> made, List<Pair> registered, Collection<String> units, Collection<String> tops)
            throws SQLException {
        Workload.require((long) (kept.size() + made.size() + registered.size()) * units.size());
        List<Handed> handed = new ArrayList<>(kept(HANDED.kept(), kept, units, HandedRow::of));
        handed.addAll(make(HANDED.onDemand(), made, tops, HandedRow::of));
        handed.addAll(make(HANDED.registry(), registered, tops, HandedRow::of));
        return handed;
    }

    /** Reads one row. */
    private interface RowOf<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> List<T> kept(String sql, List<Pair> pairs, Collection<String> units, RowOf<T> rowOf)
            throws SQLException {
        if (pairs.isEmpty() || units.isEmpty()) {
            return List.of();
        }
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            Rows<Pair> rows = new Rows<>(connection, pairs);
            select.setArray(1, rows.column("text", Pair::indicator));
            select.setArray(2, rows.column("text", pair -> pair.period().toString()));
            select.setArray(3, connection.createArrayOf("text", units.toArray()));
            return read(select, rowOf);
        }
    }

    List<Found> onDemand(List<Pair> pairs, Collection<String> units) throws SQLException {
        return make(ways.onDemand(), pairs, units, Found::of);
    }

    List<Found> registry(List<Pair> pairs, Collection<String> units) throws SQLException {
        return make(ways.registry(), pairs, units, Found::of);
    }

    /** Who should report at or below units of which nothing is known. */
    Map<Key, List<String>> missing(List<Silent> silent) throws SQLException {
        Map<Key, List<String>> missing = new HashMap<>();
        if (silent.isEmpty() || ways.equals(LEAN)) {
            return missing;
        }
        try (PreparedStatement select = connection.prepareStatement(NOTHING_MISSING)) {
            Rows<Silent> rows = new Rows<>(connection, silent);
            select.setArray(1, rows.column("text", s -> s.key().indicator()));
            select.setArray(2, rows.column("text", s -> s.key().period()));
            select.setArray(3, rows.column("text", s -> s.key().unit()));
            select.setArray(4, rows.column("date", Silent::closes));
            select.setArray(5, rows.column("int4", Silent::reportedBy));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    missing.put(new Key(row.getString(1), row.getString(2), row.getString(3)), List.of((String[])
                            row.getArray(4).getArray()));
                }
            }
        }
        return missing;
    }

    /** What the periods inside come to. */
    Map<Key, Map<Scope, RollupRow.Stated>> derived(Collection<Key> keys) throws SQLException {
        return ways.equals(LEAN) ? Map.of() : DerivedFigures.of(connection, keys);
    }

    /** What sources say in words of exactly these. */
    Map<Key, Map<Scope, SourceWords>> words(List<Pair> pairs, Collection<String> units) throws SQLException {
        if (ways.equals(LEAN)) {
            return Map.of();
        }
        try (PreparedStatement select = connection.prepareStatement(WORDS)) {
            Rows<Pair> rows = new Rows<>(connection, pairs);
            select.setArray(1, rows.column("text", Pair::indicator));
            select.setArray(2, rows.column("text", pair -> pair.period().toString()));
            select.setArray(3, connection.createArrayOf("text", units.toArray()));
            Map<Key, Map<Scope, SourceWords>> words = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    words.computeIfAbsent(
                                    new Key(row.getString(1), row.getString(2), row.getString(3)),
                                    key -> new HashMap<>())
                            .put(Scope.valueOf(row.getString(4)), EventJson.read(row.getBytes(5), SourceWords.class));
                }
            }
            return words;
        }
    }

    private <T> List<T> make(Made sql, List<Pair> pairs, Collection<String> units, RowOf<T> rowOf) throws SQLException {
        if (pairs.isEmpty() || units.isEmpty()) {
            return List.of();
        }
        try (PreparedStatement select = connection.prepareStatement(isMuch(pairs, units) ? sql.many() : sql.few())) {
            bind(select, pairs);
            select.setArray(8, connection.createArrayOf("text", units.toArray()));
            return read(select, rowOf);
        }
    }

    /** Refuses what is too much. */
    boolean isMuch(List<Pair> pairs, Collection<String> units) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(MOST_BELOW)) {
            select.setArray(1, connection.createArrayOf("text", units.toArray()));
            try (ResultSet row = select.executeQuery()) {
                long rollups = row.next() ? row.getLong(1) * pairs.size() : 0;
                Workload.require(rollups);
                return rollups >= MUCH;
            }
        }
    }

    void bind(PreparedStatement select, List<Pair> pairs) throws SQLException {
        Rows<Pair> rows = new Rows<>(connection, pairs);
        select.setArray(1, rows.column("text", Pair::indicator));
        select.setArray(2, rows.column("text", pair -> pair.period().toString()));
        Periods.bind(
                select,
                3,
                connection,
                pairs.stream().map(Pair::period).distinct().toList());
    }

    private static <T> List<T> read(PreparedStatement select, RowOf<T> rowOf) throws SQLException {
        try (ResultSet rows = select.executeQuery()) {
            List<T> read = new ArrayList<>();
            while (rows.next()) {
                read.add(rowOf.of(rows));
            }
            return read;
        }
    }
}
