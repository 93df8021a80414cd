package vn.nhipso.reporting.rollup;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.nhipso.reporting.rollup.RollupBulk.Known;
import vn.nhipso.reporting.sql.Rows;
import vn.nhipso.reporting.sql.SqlText;

/**
 * Makes the rollups of whole periods in a relation beside the served one, by the one definition, many at once; and says what both come to. All of
 * it within the caller's transaction.
 */
public final class RollupBuild {

    private static final SqlText CHECKSUM = SqlText.of(RollupBuild.class, "checksum.sql");
    private static final SqlText SOURCES = SqlText.of(RollupBuild.class, "build-sources.sql");
    private static final SqlText OWN_ALONE =
            SqlText.of(RollupBuild.class, "own-alone.sql").with("lowest", Integer.toString(RollupSql.LOWEST));
    private static final SqlText UNLIKE = SqlText.of(RollupBuild.class, "unlike.sql");
    private static final SqlText TELL =
            SqlText.of(RollupBuild.class, "tell-unlike.sql").with("unlike", UNLIKE.with("most", ""));
    private static final SqlText UNKEPT =
            SqlText.of(RollupBuild.class, "unkept.sql").with("defined", RollupSql.DEFINED.with("spelled", "period"));
    private static final SqlText ORPHANS = SqlText.of(RollupBuild.class, "orphans.sql");

    /** Whole tables are joined here, and nothing is known of their sizes when that is planned. */
    private static final String IN_BULK =
            "SET LOCAL jit = off; SET LOCAL enable_nestloop = off; SET LOCAL enable_mergejoin = off; SET LOCAL enable_sort = off";

    private static final String BY_KEY =
            "SET LOCAL enable_nestloop = on; SET LOCAL enable_mergejoin = on; SET LOCAL enable_sort = on";

    private final Connection transaction;
    private final String relation;

    /** @param relation with the columns of {@code rollup} */
    public RollupBuild(Connection transaction, String relation) {
        this.transaction = transaction;
        this.relation = relation;
    }

    /** What the rollups of a period come to: rows, and a sum of hashes over all columns. */
    public record Sum(KeptPeriod of, long rows, BigDecimal checksum) {}

    /** How many rows of a period differ, and some of their units. */
    public record Unlike(KeptPeriod of, long rows, List<String> units) {}

    /**
     * Makes the rollups of these periods, of which none may be there.
     *
     * @param weighed whether they are of SHAREs, whose weights have been made; otherwise of all other kinds
     */
    public List<Sum> make(Collection<KeptPeriod> periods, boolean weighed) throws SQLException {
        execute(BY_KEY);
        TreeSet<String> others = sourcesBesideThemselves(periods);
        if (others.isEmpty()) {
            return make(periods, weighed, isOwnAlone(periods) ? Known.OWN_ALONE : Known.REPORTED);
        }
        lookAtFactsOf(periods, others);
        List<Sum> made = make(periods, weighed, Known.NOTHING);
        // The temporary view, not the table: its schema is searched first.
        execute("DROP VIEW pg_temp.fact");
        return made;
    }

    List<Sum> make(Collection<KeptPeriod> periods, boolean weighed, Known known) throws SQLException {
        execute(IN_BULK);
        List<Sum> made = sums(RollupBulk.into(relation, known, weighed, checksum()), periods);
        execute(BY_KEY);
        return made;
    }

    /** What the served rollups of these periods come to; a period without any is left out. */
    public List<Sum> served(Collection<KeptPeriod> periods) throws SQLException {
        return sums(RollupBulk.served(checksum()), periods);
    }

    public void remove(Collection<KeptPeriod> periods) throws SQLException {
        String delete = "DELETE FROM " + relation
                + " m USING unnest(?::text[], ?::text[]) AS w (indicator, period) WHERE m.indicator = w.indicator AND m.period = w.period";
        try (PreparedStatement statement = transaction.prepareStatement(delete)) {
            bind(statement, 1, periods);
            statement.executeUpdate();
        }
    }

    /** Where what was made and what is served differ. */
    public List<Unlike> unlike(Collection<KeptPeriod> periods) throws SQLException {
        try (PreparedStatement statement = transaction.prepareStatement(
                UNLIKE.with("made", relation).with("most", "[1:20]").text())) {
            bind(statement, 1, periods);
            bind(statement, 3, periods);
            List<Unlike> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    String[] units = (String[]) rows.getArray(4).getArray();
                    found.add(new Unlike(period(rows), rows.getLong(3), List.of(units)));
                }
            }
            return found;
        }
    }

    /** Tells those who listen which rollups of these periods are others than the served ones. */
    public void tell(Collection<KeptPeriod> periods) throws SQLException {
        try (PreparedStatement statement =
                transaction.prepareStatement(TELL.with("made", relation).text())) {
            bind(statement, 1, periods);
            bind(statement, 3, periods);
            statement.executeUpdate();
        }
    }

    /** Periods with figures that are not kept as their definitions say. */
    public static List<KeptPeriod> unkept(Connection transaction) throws SQLException {
        return periods(transaction, UNKEPT);
    }

    /** Periods that are not kept, of which rollups are served. */
    public static List<KeptPeriod> orphans(Connection transaction) throws SQLException {
        return periods(transaction, ORPHANS);
    }

    /** The periods whose figures can count for these; none where each can only count for itself. */
    private TreeSet<String> sourcesBesideThemselves(Collection<KeptPeriod> periods) throws SQLException {
        TreeSet<String> sources = new TreeSet<>();
        boolean lone = true;
        try (PreparedStatement statement = transaction.prepareStatement(SOURCES.text())) {
            bind(statement, 1, periods);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    sources.add(rows.getString(1));
                    lone &= rows.getBoolean(2);
                }
            }
        }
        return lone ? new TreeSet<>() : sources;
    }

    private boolean isOwnAlone(Collection<KeptPeriod> periods) throws SQLException {
        try (PreparedStatement statement = transaction.prepareStatement(OWN_ALONE.text())) {
            bind(statement, 1, periods);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    /**
     * For the statement of a build, {@code fact} is a view of those that can count in it: nothing else is read, and nothing is copied. It goes with
     * the transaction.
     */
    private void lookAtFactsOf(Collection<KeptPeriod> periods, Collection<String> sources) throws SQLException {
        TreeSet<String> indicators =
                periods.stream().map(KeptPeriod::indicator).collect(Collectors.toCollection(TreeSet::new));
        execute("CREATE TEMP VIEW fact AS SELECT * FROM fact WHERE indicator = ANY (" + literal(indicators)
                + ") AND period = ANY (" + literal(sources) + ")");
    }

    /** A hash of a row over all columns, and of how many decimals its numbers have, which are no part of their values. */
    private SqlText checksum() throws SQLException {
        try (Statement statement = transaction.createStatement();
                ResultSet row = statement.executeQuery(CHECKSUM.text())) {
            row.next();
            return new SqlText(row.getString(1));
        }
    }

    private static String literal(Collection<String> values) {
        return values.stream()
                .map(value -> "'" + value.replace("'", "''") + "'")
                .collect(Collectors.joining(", ", "ARRAY[", "]::text[]"));
    }

    private List<Sum> sums(SqlText query, Collection<KeptPeriod> periods) throws SQLException {
        try (PreparedStatement statement = transaction.prepareStatement(query.text())) {
            bind(statement, 1, periods);
            List<Sum> sums = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    sums.add(new Sum(period(rows), rows.getLong(3), rows.getBigDecimal(4)));
                }
            }
            return sums;
        }
    }

    private static List<KeptPeriod> periods(Connection transaction, SqlText query) throws SQLException {
        List<KeptPeriod> found = new ArrayList<>();
        try (Statement statement = transaction.createStatement();
                ResultSet rows = statement.executeQuery(query.text())) {
            while (rows.next()) {
                found.add(period(rows));
            }
        }
        return found;
    }

    private static KeptPeriod period(ResultSet row) throws SQLException {
        return new KeptPeriod(row.getString(1), row.getString(2));
    }

    private void bind(PreparedStatement statement, int first, Collection<KeptPeriod> periods) throws SQLException {
        Rows<KeptPeriod> rows = new Rows<>(transaction, List.copyOf(periods));
        statement.setArray(first, rows.column("text", KeptPeriod::indicator));
        statement.setArray(first + 1, rows.column("text", KeptPeriod::period));
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = transaction.createStatement()) {
            statement.execute(sql);
        }
    }
}
