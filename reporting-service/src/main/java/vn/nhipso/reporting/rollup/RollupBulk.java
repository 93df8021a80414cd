package vn.nhipso.reporting.rollup;

import java.util.Set;
import java.util.stream.Collectors;
import vn.nhipso.reporting.sql.SqlText;

/** The one definition as a single statement for whole periods at once: {@code build.sql}. */
final class RollupBulk {

    /** What is made and what is served come to: said by one expression. */
    private static final SqlText SUM = SqlText.of(RollupBulk.class, "sums.sql");

    private static final SqlText SERVED =
            SqlText.of(RollupBulk.class, "served.sql").with("sum", SUM);
    private static final SqlText BUILD = SqlText.of(RollupBulk.class, "build.sql");

    private static final String KEYS = "keys AS MATERIALIZED (\n%s\n),\n";
    private static final String FACTS = "facts AS MATERIALIZED (\n%s\n),\n";

    private static final SqlText OF_ALL = BUILD.with(
            "inputs",
            KEYS.formatted(RollupSql.KEYS_OF_PERIODS.text())
                    + FACTS.formatted(RollupSql.EFFECTIVE.with("keys", "keys").text()));

    /** Figures are keys at once; those above come of what is made at the lowest level. */
    private static final SqlText OF_LONE = BUILD.with("inputs", FACTS.formatted(RollupSql.REPORTED.text()));

    private static final String KEYS_ABOVE = KEYS.formatted(RollupSql.KEYS_ABOVE
            .with("reported", "facts")
            .with("sums", sums(RollupSql.LOWEST))
            .text());

    private final String relation;
    private final boolean lone;
    private final String weights;
    private final SqlText checksum;

    private RollupBulk(String relation, boolean lone, boolean weighed, SqlText checksum) {
        this.relation = relation;
        this.lone = lone;
        this.weights = weighed ? relation : RollupSql.NOTHING;
        this.checksum = checksum;
    }

    /**
     * @param relation that gets the rows
     * @param lone whether none of the periods has another one inside
     * @param weighed whether they are of SHAREs, whose weights the relation has
     * @param checksum an expression for that of a {@code {row}}
     */
    static SqlText into(String relation, boolean lone, boolean weighed, SqlText checksum) {
        StringBuilder levels = new StringBuilder();
        StringBuilder made = new StringBuilder();
        RollupBulk bulk = new RollupBulk(relation, lone, weighed, checksum);
        for (int level : RollupSql.BOTTOM_UP) {
            levels.append(made.isEmpty() ? "" : ",\n").append(bulk.level(level, "(" + made + ")"));
            made.append(made.isEmpty() ? "" : " UNION ALL ")
                    .append("SELECT * FROM ")
                    .append(sums(level));
        }
        return (lone ? OF_LONE : OF_ALL)
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
        String keys = lone && level == RollupSql.LOWEST - 1 ? KEYS_ABOVE : "";
        return keys + "levels" + level + " AS (\nINSERT INTO " + relation + " AS m\n" + rows(level, below)
                + "\nRETURNING m.indicator, m.period, m.parent" + read + ", "
                + checksum.with("row", "m").text() + " AS checksum\n),\n"
                + sums(level) + " AS (\nSELECT r.indicator, r.period, r.parent, " + sums
                + ",\ncount(*) AS rows, " + SUM.text() + " AS checksum\nFROM levels" + level
                + " r\nGROUP BY r.indicator, r.period, r.parent\n)";
    }

    /** In periods without others next to nothing of what the stages between figures and choice could say applies at the lowest level. */
    private String rows(int level, String below) {
        if (!lone || level < RollupSql.LOWEST) {
            String facts = lone ? "(SELECT * FROM facts WHERE level = " + level + ")" : "facts";
            return RollupReductions.pipelined(
                    RollupSql.step(level, "chunk", "keys", facts, below, weights).text());
        }
        String step = RollupSql.step(level, "chunk", "facts", "{facts}", below, weights).text();
        return RollupReductions.pipelined(LonePeriods.withFigures(step), Set.of("children", "summed", "whole"));
    }
}
