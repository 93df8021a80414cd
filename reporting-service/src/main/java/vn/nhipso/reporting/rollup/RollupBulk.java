package vn.nhipso.reporting.rollup;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.nhipso.reporting.sql.SqlText;

/** The one definition as a single statement for whole periods at once: {@code build.sql}. */
final class RollupBulk {

    /** What is made and what is served come to: said by one expression. */
    private static final SqlText SUMS = SqlText.of(RollupBulk.class, "sums.sql");

    private static final SqlText SERVED = SqlText.of(RollupBulk.class, "served.sql");
    private static final SqlText BUILD =
            SqlText.of(RollupBulk.class, "build.sql").with("sums", SUMS.with("rows", "levels"));

    /** Keys, and the figures that count for them. */
    private static final SqlText OF_ALL = BUILD.with("inputs", """
            keys AS MATERIALIZED (
              {keys}
            ),
            facts AS MATERIALIZED (
              {figures}
            ),""")
            .with("keys", RollupSql.KEYS_OF_PERIODS)
            .with("figures", RollupSql.EFFECTIVE.with("keys", "keys"));

    /** Figures that are keys, and the keys above them. */
    private static final SqlText OF_LONE = BUILD.with("inputs", """
            facts AS MATERIALIZED (
              {figures}
            ),
            keys AS MATERIALIZED (
              {keys}
            ),""")
            .with("figures", RollupSql.REPORTED)
            .with("keys", RollupSql.KEYS_ABOVE.with("reported", "facts"));

    private RollupBulk() {}

    /**
     * @param relation that gets the rows
     * @param lone whether none of the periods has another one inside
     * @param weighed whether they are of SHAREs, whose weights the relation has
     * @param checksum an expression for that of a {@code {row}}
     */
    static SqlText into(String relation, boolean lone, boolean weighed, SqlText checksum) {
        String weights = weighed ? relation : RollupSql.NOTHING;
        return (lone ? OF_LONE : OF_ALL)
                .with("periods", "chunk")
                .with("levels", levelsInto(relation, lone, weights, checksum));
    }

    /** @param checksum an expression for that of a {@code {row}} */
    static SqlText served(SqlText checksum) {
        return SUMS.with("rows", SERVED.with("checksum", checksum.with("row", "r")));
    }

    /**
     * All levels as relations of a WITH list that put their rows into one and say what the next level and whoever counts them needs: {@code levels} is
     * all of them, with the checksum of each.
     */
    private static String levelsInto(String relation, boolean lone, String weights, SqlText checksum) {
        Set<String> read = new LinkedHashSet<>(List.of("indicator", "period", "unit"));
        read.addAll(RollupReductions.readBelow(RollupSql.STEP));
        String columns = read.stream().map(column -> "m." + column).collect(Collectors.joining(", "));
        StringBuilder list = new StringBuilder();
        StringBuilder all = new StringBuilder();
        for (int level : RollupSql.BOTTOM_UP) {
            String below = rowsBelow(level, all.toString());
            list.append("levels").append(level).append(" AS (\n");
            list.append("INSERT INTO ").append(relation).append(" AS m\n");
            list.append(lone ? rowsOfLone(level, below, weights) : rows(level, "facts", below, weights));
            list.append("\nRETURNING ").append(columns);
            list.append(", ").append(checksum.with("row", "m").text()).append(" AS checksum\n),\n");
            all.append(all.isEmpty() ? "" : " UNION ALL ")
                    .append("SELECT * FROM levels")
                    .append(level);
        }
        return list + "levels AS (" + all + ")";
    }

    private static String rows(int level, String facts, String below, String weights) {
        return RollupReductions.pipelined(
                RollupSql.step(level, "chunk", "keys", facts, below, weights).text());
    }

    /** At the lowest level nine of ten rows are made, and next to nothing of what the stages between figures and choice could say applies. */
    private static String rowsOfLone(int level, String below, String weights) {
        if (level < RollupSql.LOWEST) {
            return rows(level, "(SELECT * FROM facts WHERE level = " + level + ")", below, weights);
        }
        String step = RollupSql.step(level, "chunk", "facts", "{facts}", below, weights)
                .text();
        return RollupReductions.pipelined(LonePeriods.withFigures(step), Set.of("children", "summed", "whole"));
    }

    /** Of all rows of the levels below only those that a level is made of; and so that the planner expects many of them. */
    private static String rowsBelow(int level, String all) {
        return level == RollupSql.LOWEST - 1
                ? "(SELECT b.* FROM many() e CROSS JOIN (" + all + ") b)"
                : "(SELECT * FROM (" + all + ") b WHERE b.parent IN (SELECT unit FROM keys WHERE level = " + level
                        + "))";
    }
}
