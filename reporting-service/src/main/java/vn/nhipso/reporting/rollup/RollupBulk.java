package vn.nhipso.reporting.rollup;

import java.util.Set;
import java.util.stream.Collectors;
import vn.nhipso.reporting.sql.SqlText;

/** The one definition as a single statement for whole periods at once: {@code build.sql}. */
final class RollupBulk {

    /** What is known beforehand of all figures of the periods: the more it is, the less of the definition is left. */
    enum Known {

        /** Any of these may be made of those of other periods. */
        NOTHING,

        /** No period has another one inside: each is the reported one. */
        REPORTED,

        /** And at the lowest level each is a unit's own. */
        OWN_ALONE
    }

    /** What is made and what is served come to: said by one expression. */
    private static final SqlText SUM = SqlText.of(RollupBulk.class, "sums.sql");

    private static final SqlText SERVED =
            SqlText.of(RollupBulk.class, "served.sql").with("sum", SUM);
    private static final SqlText BUILD = SqlText.of(RollupBulk.class, "build.sql");

    private static final String KEYS = "keys AS MATERIALIZED (\n%s\n),\n";
    private static final String FACTS = "facts AS MATERIALIZED (\n%s\n),\n";

    /** Keys, and the figures that count for them. */
    private static final String INPUTS = KEYS.formatted(RollupSql.KEYS_OF_PERIODS.text())
            + FACTS.formatted(RollupSql.EFFECTIVE.with("keys", "keys").text());

    /** Figures of the levels above the lowest, which are keys; further keys above it come of what is made there. */
    private static final String INPUTS_ABOVE = FACTS.formatted(
            RollupSql.REPORTED.with("units", LonePeriods.UNITS_ABOVE).text());

    private static final String KEYS_ABOVE = KEYS.formatted(RollupSql.KEYS_ABOVE
            .with("reported", "facts")
            .with("sums", sums(RollupSql.LOWEST))
            .text());

    private final String relation;
    private final Known known;
    private final String weights;
    private final SqlText checksum;

    private RollupBulk(String relation, Known known, boolean weighed, SqlText checksum) {
        this.relation = relation;
        this.known = known;
        this.weights = weighed ? relation : RollupSql.NOTHING;
        this.checksum = checksum;
    }

    /**
     * @param relation that gets the rows
     * @param weighed whether the periods are of SHAREs, whose weights the relation has
     * @param checksum an expression for that of a {@code {row}}
     */
    static SqlText into(String relation, Known known, boolean weighed, SqlText checksum) {
        StringBuilder levels = new StringBuilder();
        StringBuilder made = new StringBuilder();
        RollupBulk bulk = new RollupBulk(relation, known, weighed, checksum);
        for (int level : RollupSql.BOTTOM_UP) {
            levels.append(made.isEmpty() ? "" : ",\n").append(bulk.level(level, "(" + made + ")"));
            made.append(made.isEmpty() ? "" : " UNION ALL ")
                    .append("SELECT * FROM ")
                    .append(sums(level));
        }
        return BUILD.with("inputs", known == Known.NOTHING ? INPUTS : INPUTS_ABOVE)
                .with("levels", levels.toString())
                .with("sums", made.toString())
                .with("periods", "chunk");
    }

    /** @param checksum an expression for that of a {@code {row}} */
    static SqlText served(SqlText checksum) {
        return SERVED.with("checksum", checksum.with("row", "r"));
    }

    private static String sums(int level) {
        return "sums" + level;
    }

    /**
     * A level as relations of a WITH list: its rows are put into the relation, and added up for the levels above and whoever counts them.
     *
     * @param below the sums of the levels below
     */
    private String level(int level, String below) {
        String sums = RollupReductions.addedUp(level, RollupSql.STEP.text());
        if (weights.equals(RollupSql.NOTHING)) {
            sums = RollupReductions.unweighedSums(sums);
        }
        String read = RollupReductions.readOf(sums).stream()
                .map(column -> ", m." + column)
                .collect(Collectors.joining());
        String keys = known != Known.NOTHING && level == RollupSql.LOWEST - 1 ? KEYS_ABOVE : "";
        return keys + "levels" + level + " AS (\nINSERT INTO " + relation + " AS m\n" + rows(level, below)
                + "\nRETURNING m.indicator, m.period, m.parent" + read + ", "
                + checksum.with("row", "m").text() + " AS checksum\n),\n"
                + sums(level) + " AS (\nSELECT r.indicator, r.period, r.parent, " + sums
                + ",\ncount(*) AS rows, " + SUM.text() + " AS checksum\nFROM levels" + level
                + " r\nGROUP BY r.indicator, r.period, r.parent\n)";
    }

    private String rows(int level, String below) {
        return switch (known) {
            case NOTHING -> rows(level, "facts", below);
            case REPORTED -> level < RollupSql.LOWEST ? rowsAbove(level, below) : rowsOf(RollupSql.REPORTED);
            case OWN_ALONE -> level < RollupSql.LOWEST ? rowsAbove(level, below) : rowsOf(RollupSql.REPORTED_ALONE);
        };
    }

    private String rowsAbove(int level, String below) {
        return rows(level, "(SELECT * FROM facts WHERE level = " + level + ")", below);
    }

    private String rows(int level, String facts, String below) {
        return RollupReductions.pipelined(
                RollupSql.step(level, "chunk", "keys", facts, below, weights).text());
    }

    /** At the lowest level next to nothing of what the stages between figures and choice could say applies. */
    private String rowsOf(SqlText figures) {
        String step = RollupSql.step(RollupSql.LOWEST, "chunk", "{keys}", "{facts}", "{below}", weights)
                .text();
        String rows = RollupReductions.pipelined(LonePeriods.withFigures(step), Set.of("given", "summed", "whole"));
        return rows.replace("{keys}", "(\n" + figures.with("units", "").text() + "\n)");
    }
}
