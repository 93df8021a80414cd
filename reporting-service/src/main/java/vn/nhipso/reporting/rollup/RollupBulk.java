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
    private static final SqlText BUILD = SqlText.of(RollupBulk.class, "build.sql")
            .with("keys", RollupSql.KEYS_OF_PERIODS.with("periods", "chunk"))
            .with("sums", SUMS.with("rows", "levels"));
    private static final SqlText FIGURES =
            RollupSql.EFFECTIVE.with("periods", "chunk").with("keys", "keys");
    private static final SqlText REPORTED = RollupSql.REPORTED.with("periods", "chunk");

    private RollupBulk() {}

    /**
     * @param relation that gets the rows
     * @param lone whether none of the periods has another one inside
     * @param weighed whether they are of SHAREs, whose weights the relation has
     * @param checksum an expression for that of a {@code {row}}
     */
    static SqlText into(String relation, boolean lone, boolean weighed, SqlText checksum) {
        String weights = weighed ? relation : RollupSql.NOTHING;
        return BUILD.with("facts", lone ? REPORTED : FIGURES).with("levels", levelsInto(relation, weights, checksum));
    }

    /** @param checksum an expression for that of a {@code {row}} */
    static SqlText served(SqlText checksum) {
        return SUMS.with("rows", SERVED.with("checksum", checksum.with("row", "r")));
    }

    /**
     * All levels as relations of a WITH list that put their rows into one and say what the next level and whoever counts them needs: {@code levels} is
     * all of them, with the checksum of each.
     */
    private static String levelsInto(String relation, String weights, SqlText checksum) {
        Set<String> read = new LinkedHashSet<>(List.of("indicator", "period", "unit"));
        read.addAll(RollupReductions.readBelow(RollupSql.STEP));
        String columns = read.stream().map(column -> "m." + column).collect(Collectors.joining(", "));
        StringBuilder list = new StringBuilder();
        StringBuilder all = new StringBuilder();
        for (int level : RollupSql.BOTTOM_UP) {
            String step = RollupSql.step(level, "chunk", "keys", "facts", rowsBelow(level, all.toString()), weights)
                    .text();
            list.append("levels").append(level).append(" AS (\n");
            list.append("INSERT INTO ").append(relation).append(" AS m\n");
            list.append(RollupReductions.pipelined(step)).append("\nRETURNING ").append(columns);
            list.append(", ").append(checksum.with("row", "m").text()).append(" AS checksum\n),\n");
            all.append(all.isEmpty() ? "" : " UNION ALL ")
                    .append("SELECT * FROM levels")
                    .append(level);
        }
        return list + "levels AS (" + all + ")";
    }

    /** Of all rows of the levels below only those that a level is made of; and so that the planner expects many of them. */
    private static String rowsBelow(int level, String all) {
        return level == RollupSql.LOWEST - 1
                ? "(SELECT b.* FROM many() e CROSS JOIN (" + all + ") b)"
                : "(SELECT * FROM (" + all + ") b WHERE b.parent IN (SELECT unit FROM keys WHERE level = " + level
                        + "))";
    }
}
