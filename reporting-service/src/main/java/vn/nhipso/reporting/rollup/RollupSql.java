package vn.nhipso.reporting.rollup;

import java.util.List;
import vn.nhipso.reporting.sql.SqlText;

/** Composes the one definition of a rollup for whoever needs it: level by level into the kept table, or as one query. */
final class RollupSql {

    /** Communes first, the country last. */
    static final List<Integer> BOTTOM_UP = List.of(3, 2, 1, 0);

    static final int LOWEST = 3;

    private static final SqlText PREDECESSORS = SqlText.of(RollupSql.class, "predecessors.sql");
    private static final SqlText SUCCESSORS = SqlText.of(RollupSql.class, "successors.sql");

    private static final SqlText INSIDE = SqlText.of(RollupSql.class, "inside.sql");

    /** Facts of earlier days than those on which longer periods close. */
    private static final SqlText FACTS_OF_PERIODS = new SqlText("""
            (SELECT DISTINCT f.unit, i.source_closes AS since, i.closes
             FROM (SELECT * FROM ({inside}) i WHERE i.carries AND i.source_closes < i.closes) i
             JOIN fact f ON f.indicator = i.indicator AND f.period = i.source)""");

    private static final String BEGUN_KEYS = """
            (SELECT DISTINCT k.unit, p.starts, p.closes
             FROM work_key k
             JOIN rollup_period p ON p.indicator = k.indicator AND p.period = k.period AND p.kind IN ('RATIO', 'COUNT')
             JOIN unit_life l ON l.unit = k.unit AND l.valid_from > p.starts AND l.valid_from <= p.closes AND l.valid_to > p.closes)""";

    private static final SqlText FIGURES =
            SqlText.of(RollupSql.class, "effective.sql").with("before", PREDECESSORS.with("begun", "begun"));

    static final SqlText EFFECTIVE =
            FIGURES.with("which", "true").with("trail", "NULL::text").with("traced", "");

    /** What the periods inside come to, whatever is reported of the whole: of a state only one of the same day. */
    static final SqlText DERIVED = FIGURES.with(
                    "which", "s.period <> p.period AND (p.nature = 'FLOW' OR s.closes = p.closes)")
            .with("trail", "NULL::text")
            .with("traced", "");

    /** The same, and of which facts the figures are. */
    static final SqlText TRACED = FIGURES.with("which", "true")
            .with("trail", "f.unit || '@' || s.source")
            .with("traced", """
            ,
            max(trail) FILTER (WHERE scope = 'OWN') AS own_trail, max(trail) FILTER (WHERE scope = 'CHILDREN') AS children_trail,
            max(trail) FILTER (WHERE scope = 'WHOLE') AS whole_trail""");

    static final SqlText DEFINED = SqlText.of(RollupSql.class, "defined.sql");
    static final SqlText KEYS_OF_CHANGES =
            SqlText.of(RollupSql.class, "keys-of-changes.sql").with("successors", SUCCESSORS.with("given", "given"));
    static final SqlText KEYS_OF_PERIODS = SqlText.of(RollupSql.class, "keys-of-periods.sql")
            .with("successors", SUCCESSORS.with("given", FACTS_OF_PERIODS))
            .with("inside", INSIDE);
    /** The same for whole periods that have no other inside: with their figures, and of those above. */
    static final SqlText REPORTED = LonePeriods.reported(EFFECTIVE, KEYS_OF_PERIODS);

    static final SqlText REPORTED_ALONE = LonePeriods.reportedAlone(EFFECTIVE, KEYS_OF_PERIODS);

    static final SqlText KEYS_ABOVE = LonePeriods.keysAbove(KEYS_OF_PERIODS);
    static final SqlText KEYS_WITHIN = SqlText.of(RollupSql.class, "keys-within.sql");
    static final SqlText KEEP_PERIODS =
            SqlText.of(RollupSql.class, "keep-periods.sql").with("defined", DEFINED.with("spelled", "period"));
    static final SqlText KEYS_OF_MOVES =
            SqlText.of(RollupSql.class, "keys-of-moves.sql").with("before", PREDECESSORS.with("begun", "begun"));
    static final SqlText KEYS_OF_TOUCHED = SqlText.of(RollupSql.class, "keys-of-touched.sql");
    static final SqlText KEYS_OF_WEIGHED = SqlText.of(RollupSql.class, "keys-of-weighed.sql");
    static final SqlText GIVEN =
            SqlText.of(RollupSql.class, "given.sql").with("before", PREDECESSORS.with("begun", BEGUN_KEYS));

    static final SqlText NO_MISSING = new SqlText(
            "SELECT NULL::text AS indicator, NULL::text AS period, NULL::text AS unit, NULL::text[] AS codes WHERE false");
    static final SqlText NO_DISTRIBUTION = new SqlText(
            "SELECT NULL::text, NULL::text, NULL::text, 0, NULL::numeric, NULL::numeric, NULL::numeric WHERE false");

    private static final SqlText PRUNE = SqlText.of(RollupSql.class, "prune.sql");
    static final SqlText STEP = SqlText.of(RollupSql.class, "step.sql");
    static final String NOTHING = "(SELECT * FROM rollup WHERE false)";

    private static final String EXPECTED = "{expected}";

    private RollupSql() {}

    static SqlText missing(String rows) {
        return missing(rows, "[1:20]");
    }

    private static SqlText missing(String rows, String most) {
        return SqlText.of(RollupSql.class, "missing.sql")
                .with("items", "items")
                .with("rows", rows)
                .with("most", most);
    }

    /** All that are missing, however many. */
    static SqlText allMissing(String rows) {
        return missing(rows, "");
    }

    static SqlText distribution(String rows) {
        return SqlText.of(RollupSql.class, "distribution.sql")
                .with("items", "(SELECT * FROM items WHERE kind = 'SHARE')")
                .with("rows", rows);
    }

    /** Rollups from the facts themselves, for periods that nobody reported. */
    static SqlText onDemand(SqlText keys, SqlText facts) {
        return SqlText.of(RollupSql.class, "on-demand.sql").with("tree", made(keys, facts));
    }

    /** The rows of a tree made from the facts, as a WITH list. */
    static SqlText made(SqlText keys, SqlText facts) {
        return tree(
                keys,
                facts,
                levels("plain", "(SELECT * FROM periods WHERE kind <> 'SHARE')", "keys", "facts", NOTHING, EXPECTED)
                        + ",\n"
                        + levels(
                                "weighed",
                                "(SELECT * FROM periods WHERE kind = 'SHARE')",
                                "keys",
                                "facts",
                                "plain",
                                EXPECTED)
                        + ",\nfound AS MATERIALIZED (SELECT * FROM plain UNION ALL SELECT * FROM weighed)");
    }

    /** The rows of a tree that are kept, as a WITH list. */
    static SqlText kept() {
        return tree(KEYS_WITHIN, TRACED, """
                found AS MATERIALIZED (
                  SELECT q.* FROM {expected} CROSS JOIN (
                    SELECT r.* FROM keys k JOIN rollup r ON r.indicator = k.indicator AND r.period = k.period AND r.unit = k.unit
                  ) q
                )""");
    }

    private static SqlText tree(SqlText keys, SqlText facts, String rows) {
        return SqlText.of(RollupSql.class, "tree.sql")
                .with("rows", rows)
                .with("defined", DEFINED.with("spelled", "spelled"))
                .with("keys", keys.with("periods", "periods"))
                .with("facts", facts.with("periods", "periods").with("keys", "keys"));
    }

    /** The rows of one level from relations of these names. */
    static SqlText step(int level, String periods, String keys, String facts, String below, String weights) {
        String text = level == LOWEST ? RollupReductions.ofLowest(STEP.text()) : STEP.text();
        text = RollupReductions.ofLevel(level, text);
        text = weights.equals(NOTHING) ? RollupReductions.unweighed(text) : text;
        return new SqlText(text)
                .with("level", Integer.toString(level))
                .with("periods", periods)
                .with("keys", keys)
                .with("facts", facts)
                .with("below", below)
                .with("weights", weights);
    }

    /** Takes keys of one level away of which nothing is known. */
    static SqlText prune(int level, String periods) {
        return PRUNE.with("level", Integer.toString(level)).with("periods", periods);
    }

    /**
     * All levels as common table expressions {@code <name>3} to {@code <name>0} and {@code <name>}, which is all of them, for a WITH list.
     */
    static String levels(String name, String periods, String keys, String facts, String weights) {
        return levels(name, periods, keys, facts, weights, "(SELECT 1) AS e");
    }

    /** @param expected a row by which the planner knows whether it will be much */
    private static String levels(
            String name, String periods, String keys, String facts, String weights, String expected) {
        StringBuilder list = new StringBuilder();
        StringBuilder all = new StringBuilder();
        for (int level : BOTTOM_UP) {
            // Nor can the planner tell how many rows there are below.
            String below = "(SELECT b.* FROM " + expected + " CROSS JOIN (" + all + ") b)";
            list.append(name).append(level).append(" AS MATERIALIZED (\n");
            list.append(step(level, periods, keys, facts, below, weights).text())
                    .append("\n),\n");
            all.append(all.isEmpty() ? "" : " UNION ALL ")
                    .append("SELECT * FROM ")
                    .append(name)
                    .append(level);
        }
        return list + name + " AS (" + all + ")";
    }
}
