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
import java.util.TreeMap;
import java.util.function.Predicate;
import vn.nhipso.kit.period.Period;
import vn.nhipso.reporting.catalogue.Definition;
import vn.nhipso.reporting.catalogue.Definitions;
import vn.nhipso.reporting.catalogue.Periods;
import vn.nhipso.reporting.registry.RegistrySql;
import vn.nhipso.reporting.restatement.Handed;
import vn.nhipso.reporting.sql.Hashed;
import vn.nhipso.reporting.sql.Pipeline;
import vn.nhipso.reporting.sql.Rows;
import vn.nhipso.reporting.sql.SqlText;

/** Reads rollups: those that are kept, and any others as they would be kept. */
final class RollupReader {

    private static final Ways WHOLE = Ways.of(RollupSql.missing("found"), RollupSql.distribution("found"));
    private static final Ways LEAN = Ways.of(RollupSql.NO_MISSING, RollupSql.NO_DISTRIBUTION);
    private static final SqlText HAND = SqlText.of(RollupReader.class, "handed.sql");
    private static final Ways HANDED = new Ways(
                    all(RollupSql.KEYS_WITHIN, RollupSql.EFFECTIVE), all(RegistrySql.KEYS, RegistrySql.FACTS))
            .within(HAND);
    private static final String HANDED_KEPT = HAND.with("rows", FirstLook.KEPT).text();
    private static final String STANDING = SqlText.of(RollupReader.class, "standing.sql")
            .with("defined", RollupSql.DEFINED.with("spelled", "spelled"))
            .text();
    private static final String NOTHING_MISSING =
            SqlText.of(RollupReader.class, "nothing-missing.sql").text();
    /** What stands to answer and how: definitions, then {@link #STANDING}. */
    private static final String ASK = Pipeline.of(Definitions.SELECT, STANDING);

    /** From how many rollups of communes on a plan for a handful is a bad one. */
    private static final int MUCH = 300;

    /** From how many on all is joined by hashing; a statement of its own, because its plan is kept. */
    private static final int HUGE = 5_000;

    private static final String BY_HASHING = "/* hashed */ ";

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

    /** The statements for the two kinds of rollups that are made; those for many units are planned as such. */
    private record Ways(Made onDemand, Made registry) {

        /** A statement about the rows of each. */
        Ways within(SqlText text) {
            return new Ways(onDemand.within(text), registry.within(text));
        }

        static Ways of(SqlText missing, SqlText distribution) {
            return new Ways(
                    Made.of(RollupSql.onDemand(RollupSql.KEYS_WITHIN, RollupSql.EFFECTIVE)
                            .with("missing", missing)
                            .with("distribution", distribution)),
                    Made.of(RollupSql.onDemand(RegistrySql.KEYS, RegistrySql.FACTS)
                            .with("missing", missing)
                            .with("distribution", distribution)));
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
        /**
         * Codes and periods of a list differ in their last characters only, and in them alike: the sums that a record makes of their hashes are the same
         * for thousands, and looking for one among these took a third of the time of a large answer.
         */
        @Override
        public int hashCode() {
            return (indicator.hashCode() * 0x9E3779B1 + period.hashCode()) * 0x85EBCA6B + unit.hashCode();
        }

        static Key of(RollupRow row) {
            return new Key(row.indicator(), row.period(), row.unit());
        }
    }

    /** A key of which nothing is known, with what is needed to say who should have reported. */
    record Silent(Key key, LocalDate closes, int reportedBy) {}

    Map<Pair, Standing> standings(List<Pair> pairs) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(STANDING)) {
            bind(select, 1, pairs);
            try (ResultSet row = select.executeQuery()) {
                return standings(row);
            }
        }
    }

    private static Map<Pair, Standing> standings(ResultSet row) throws SQLException {
        Map<Pair, Standing> standings = new HashMap<>();
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
        return standings;
    }

    /** Definitions by code and version, and how each pair can be answered. */
    record Terms(Map<String, TreeMap<Integer, Definition>> definitions, Map<Pair, Standing> standings) {}

    Terms terms(Collection<String> indicators, List<Pair> pairs) throws SQLException {
        try (Pipeline pipeline = new Pipeline(connection, ASK)) {
            pipeline.parameters().setArray(1, connection.createArrayOf("text", indicators.toArray()));
            bind(pipeline.parameters(), 2, pairs);
            return new Terms(Definitions.of(pipeline.next()), standings(pipeline.next()));
        }
    }

    /** Everything that needs no other answer first. */
    FirstLook look(FirstLook.Asked asked) throws SQLException {
        return FirstLook.at(connection, asked, !isLean());
    }

    /** Whether it reads the figures alone. */
    private boolean isLean() {
        return ways.equals(LEAN);
    }

    List<Found> kept(List<Pair> pairs, Collection<String> units) throws SQLException {
        if (pairs.isEmpty() || units.isEmpty()) {
            return List.of();
        }
        try (PreparedStatement select = connection.prepareStatement(FirstLook.KEPT)) {
            FirstLook.bind(select, 1, connection, pairs, units);
            try (ResultSet row = select.executeQuery()) {
                return detailed(FirstLook.rows(row), any -> true);
            }
        }
    }

    /** @param spread whether it may be a SHARE */
    List<Found> detailed(List<RollupRow> kept, Predicate<RollupRow> spread) throws SQLException {
        return isLean()
                ? kept.stream().map(row -> new Found(row, List.of(), null)).toList()
                : new KeptDetails(connection).of(kept, spread);
    }

    /**
     * What units hand up, of pairs that are kept, made on demand and made from the register.
     *
     * @param tops units at or below which all the others lie
     */
    List<Handed> handed(
            List<Pair> kept, List<Pair> made, List<Pair> registered, Collection<String> units, Collection<String> tops)
            throws SQLException {
        long rows = (long) (kept.size() + made.size() + registered.size()) * units.size();
        Workload.require(rows);
        List<Handed> handed = new ArrayList<>(handed(kept, units));
        handed.addAll(make(HANDED.onDemand(), made, tops, HandedRow::of));
        handed.addAll(make(HANDED.registry(), registered, tops, HandedRow::of));
        return handed;
    }

    /** Reads one row. */
    private interface RowOf<T> {
        T of(ResultSet row) throws SQLException;
    }

    private List<Handed> handed(List<Pair> pairs, Collection<String> units) throws SQLException {
        if (pairs.isEmpty() || units.isEmpty()) {
            return List.of();
        }
        try (PreparedStatement select = connection.prepareStatement(HANDED_KEPT)) {
            FirstLook.bind(select, 1, connection, pairs, units);
            return read(select, HandedRow::of);
        }
    }

    List<Found> onDemand(List<Pair> pairs, Collection<String> units) throws SQLException {
        return make(ways.onDemand(), pairs, units, Found::of);
    }

    List<Found> registry(List<Pair> pairs, Collection<String> units) throws SQLException {
        boolean silent = pairs.isEmpty() || units.isEmpty() || !RegistrySql.speaks(connection, units);
        return silent ? List.of() : make(ways.registry(), pairs, units, Found::of);
    }

    /** Who should report at or below units of which nothing is known. */
    Map<Key, List<String>> missing(List<Silent> silent) throws SQLException {
        Map<Key, List<String>> missing = new HashMap<>();
        if (silent.isEmpty() || isLean()) {
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
        return isLean() ? Map.of() : DerivedFigures.of(connection, keys);
    }

    private <T> List<T> make(Made sql, List<Pair> pairs, Collection<String> units, RowOf<T> rowOf) throws SQLException {
        if (pairs.isEmpty() || units.isEmpty()) {
            return List.of();
        }
        long work = work(pairs, units);
        boolean huge = work >= HUGE;
        String text = work >= MUCH ? sql.many() : sql.few();
        try (Hashed _ = new Hashed(connection, huge);
                PreparedStatement select = connection.prepareStatement(huge ? BY_HASHING + text : text)) {
            bind(select, pairs);
            select.setArray(8, connection.createArrayOf("text", units.toArray()));
            return read(select, rowOf);
        }
    }

    /** Whether a plan for a handful is a bad one; refuses what is too much. */
    boolean isMuch(List<Pair> pairs, Collection<String> units) throws SQLException {
        return work(pairs, units) >= MUCH;
    }

    /** About how many rollups are to be made; refuses what is too much. */
    private long work(List<Pair> pairs, Collection<String> units) throws SQLException {
        long rollups = below(units) * pairs.size();
        Workload.require(rollups);
        return rollups;
    }

    /** About of how many communes the rollups of units are made. */
    long below(Collection<String> units) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(MOST_BELOW)) {
            select.setArray(1, connection.createArrayOf("text", units.toArray()));
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    void bind(PreparedStatement select, List<Pair> pairs) throws SQLException {
        bind(select, 1, pairs);
    }

    private void bind(PreparedStatement select, int parameter, List<Pair> pairs) throws SQLException {
        Rows<Pair> rows = new Rows<>(connection, pairs);
        select.setArray(parameter, rows.column("text", Pair::indicator));
        select.setArray(parameter + 1, rows.column("text", pair -> pair.period().toString()));
        Periods.bind(
                select,
                parameter + 2,
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
