package vn.nhipso.reporting.rollup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import vn.nhipso.kit.period.Period;
import vn.nhipso.reporting.registry.RegistrySql;
import vn.nhipso.reporting.rollup.RollupReader.Pair;
import vn.nhipso.reporting.rollup.RollupReader.Standing;
import vn.nhipso.reporting.sql.Hashed;
import vn.nhipso.reporting.sql.SqlText;

/**
 * All that a figure is made of, for statements that follow it down: the rows of the rollup at or below a unit ({@code found}), the figures that
 * count for the period ({@code facts}) and what the definition says ({@code periods}), as {@code tree.sql} gives them.
 */
public final class RollupTree {

    /** Names the rules of step.sql and effective.sql: raised whenever the same facts come to another figure by them. */
    public static final String RULE_VERSION = "rollup-1";

    private static final int PORTION = 1_000;

    /** A statement over trees, for whatever way the rows come about. */
    public record Statements(Planned kept, Planned made, Planned registry) {

        /**
         * @param reported says {@code {tree}} where the relations stand in its WITH list, and {@code {missing}} for all units that gave nothing
         * @param registered the same for the figures that the register makes
         */
        public static Statements of(SqlText reported, SqlText registered) {
            return new Statements(
                    Planned.of(reported, RollupSql.kept()),
                    Planned.of(reported, RollupSql.made(RollupSql.KEYS_WITHIN, RollupSql.TRACED)),
                    Planned.of(registered, RollupSql.made(RegistrySql.KEYS, RegistrySql.FACTS)));
        }
    }

    /** A statement planned for a handful of rows, and for many. */
    public record Planned(String few, String many) {

        static Planned of(SqlText statement, SqlText tree) {
            SqlText whole = statement.with("tree", tree).with("missing", RollupSql.allMissing("found"));
            return new Planned(
                    whole.with("expected", "(SELECT 1) AS e").text(),
                    whole.with("expected", "many() AS e").text());
        }
    }

    private final Connection connection;
    private final RollupReader reader;
    private final Pair pair;
    private final Standing standing;

    /** Who is missing of {@code items} (indicator, period, unit, level, closes, reported_by), 20 at most, from rows like those of the rollup. */
    public static SqlText missing(String rows) {
        return RollupSql.missing(rows);
    }

    /** The indicator must be defined. */
    public RollupTree(Connection connection, String indicator, Period period) throws SQLException {
        this.connection = connection;
        this.reader = new RollupReader(connection);
        this.pair = new Pair(indicator, period);
        this.standing = Objects.requireNonNull(reader.standings(List.of(pair)).get(pair));
    }

    /** The day on whose hierarchy the period is read. */
    public LocalDate closes() {
        return standing.closes();
    }

    /** The version of the definition that holds. */
    public int definitionVersion() {
        return standing.version();
    }

    /** Reads a row. */
    public interface Reader {
        void read(ResultSet row) throws SQLException;
    }

    /**
     * Reads the statement's rows for everything at or below the unit, one after the other; each is counted ({@link Holding}). For many units relations
     * are joined by hashing.
     *
     * @param own the statement's own parameter
     */
    public void read(Statements statements, String unit, String own, Reader reader) throws SQLException {
        List<Pair> pairs = List.of(pair);
        List<String> units = List.of(unit);
        boolean much = this.reader.isMuch(pairs, units);
        Planned planned = RegistrySql.INDICATORS.contains(pair.indicator())
                ? statements.registry()
                : standing.kept() ? statements.kept() : statements.made();
        try (Hashed _ = new Hashed(connection, much);
                PreparedStatement select = connection.prepareStatement(much ? planned.many() : planned.few())) {
            this.reader.bind(select, pairs);
            select.setArray(8, connection.createArrayOf("text", units.toArray()));
            select.setString(9, own);
            select.setFetchSize(PORTION);
            read(select, reader);
        }
    }

    private static void read(PreparedStatement select, Reader reader) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                Holding.addRollups(1);
                reader.read(row);
            }
        }
    }
}
