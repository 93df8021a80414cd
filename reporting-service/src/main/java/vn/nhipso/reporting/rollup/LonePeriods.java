package vn.nhipso.reporting.rollup;

import static vn.nhipso.reporting.rollup.RollupReductions.all;
import static vn.nhipso.reporting.rollup.RollupReductions.once;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.nhipso.reporting.sql.SqlText;

/**
 * The one definition for whole periods none of which has another kept one inside, out of the texts themselves as {@link RollupReductions}: there every
 * figure is the reported one, a row a scope, and needs no choice. So figures are read once, a period after the other in the order of their units, and the
 * key of a unit comes with its figures.
 */
final class LonePeriods {

    private static final int ANY = Pattern.MULTILINE | Pattern.DOTALL;

    private static final Pattern INSIDE = Pattern.compile(
            "(JOIN rollup_period s ON s\\.indicator = p\\.indicator)\n    AND .*?(?=\n\\),\nlooked_up)", ANY);
    private static final Pattern LOOKED_UP = Pattern.compile("^looked_up AS .*?^(?=candidate AS )", ANY);
    private static final Pattern EXACT = Pattern.compile("s\\.period = p\\.period AS exact");
    private static final Pattern KEPT = Pattern.compile("source AS MATERIALIZED \\(");
    private static final Pattern FOUND = Pattern.compile(
            "FROM looked_up s\n  JOIN fact f ON (.*?) AND f\\.unit = s\\.unit\n  WHERE NOT f\\.withdrawn\n    AND ");
    private static final Pattern UNIT = Pattern.compile("\\bs\\.unit\\b");
    private static final Pattern SCOPE = Pattern.compile("f\\.scope(?=,)");
    private static final Pattern OF_ANY_SCOPE = Pattern.compile("bool_or\\(number\\)(?=, false\\) AS number)");
    private static final Pattern FROM_INSIDE = Pattern.compile("^begun AS .*?^(?=ranked AS )", ANY);
    private static final Pattern RANKED =
            Pattern.compile("^(ranked AS \\(\n(?:(?!^\\)).)*?)\n  UNION ALL\n.*?(?=\n\\),\neffective)", ANY);
    private static final Pattern FIRST_OF =
            Pattern.compile("SELECT DISTINCT ON \\([^)]*\\) \\*\n  FROM ranked\n  ORDER BY [^\n]*");
    private static final Pattern OF_SCOPE = Pattern.compile("(?<=FILTER \\()WHERE scope = '(\\w+)'");

    /** Of which scope a figure is is asked thirty times. */
    private static final String OF_SCOPES =
            "SELECT *, scope = 'OWN' AS of_own, scope = 'CHILDREN' AS of_children, scope = 'WHOLE' AS of_whole FROM ranked OFFSET 0";

    private static final Pattern OF_UNIT = Pattern.compile("^SELECT indicator, period, (?=unit,)", ANY);
    private static final Pattern BY_UNIT = Pattern.compile("(?<=^GROUP BY )indicator, period, (?=unit\\z)", ANY);
    private static final Pattern OWN = Pattern.compile("(?:max|bool_or)\\((\\w+)\\) FILTER \\(WHERE of_own\\)");
    private static final Pattern OTHER = Pattern.compile("max\\((\\w+)\\) FILTER \\(WHERE of_(?:children|whole)\\)");
    private static final Pattern NUMBER = Pattern.compile("bool_or\\(number\\) FILTER \\(WHERE scope IS NOT NULL\\)");
    private static final Pattern GROUP = Pattern.compile("\nGROUP BY unit\\z");
    private static final Pattern OF_PERIOD = Pattern.compile("\\A(WITH source AS \\(.*?),\n(candidate AS .*)\\z", ANY);

    private static final Pattern GIVEN = Pattern.compile(
            "^    FROM \\(\n(?:(?!\n    \\) g\n).)*\n    \\) g\n    JOIN unit_ancestor a ON ([^\n]*)", ANY);

    private static final Pattern KEY = Pattern.compile("k\\.level, k\\.parent(?=,)");
    private static final Pattern FIGURES = Pattern.compile("\n  LEFT JOIN \\{facts} f ON [^\n]*");
    private static final Pattern FIGURE = Pattern.compile("\\bf\\.(\\w+)");

    /** For the {@code {units}} whose figures are read: of those above the lowest level, however few these are. */
    static final String UNITS_ABOVE =
            " AND f.unit = ANY (ARRAY(SELECT unit FROM unit_ancestor WHERE ancestor = unit AND unit_level < "
                    + RollupSql.LOWEST + "))";

    private LonePeriods() {}

    /**
     * Keys of the units that reported, with their figures: those of {@code effective.sql}. A withdrawn one is of no scope, so that its unit has a key and
     * nothing else of it.
     *
     * @param keys how keys come about, which says who counts as a unit of a period
     * @return with {@code {units}}, to which it may be limited
     */
    static SqlText reported(SqlText figures, SqlText keys) {
        return ofPeriods(figuresByScope(figures), keys, "\n  OFFSET 0");
    }

    /** The same where all figures are OWN ones: each is a row, and nothing is said for its children and the whole. */
    static SqlText reportedAlone(SqlText figures, SqlText keys) {
        String text = all(OWN, figuresByScope(figures), own -> "CASE WHEN of_own THEN " + own.group(1) + " END");
        text = all(OTHER, text, column -> "NULL::" + typeOf(column.group(1)));
        text = once(NUMBER, text, number -> "number AND scope IS NOT NULL");
        return ofPeriods(once(GROUP, text, nothing -> ""), keys, "");
    }

    private static String typeOf(String column) {
        return switch (column) {
            case "q" -> "integer";
            case "there" -> "smallint";
            case "absence", "source" -> "text";
            default -> "numeric";
        };
    }

    private static String figuresByScope(SqlText figures) {
        String text = once(INSIDE, figures.text(), on -> on.group(1) + " AND s.period = p.period");
        text = once(LOOKED_UP, text, nothing -> "");
        // Seen through instead of being kept as a whole, so that what is said of all of them costs nothing.
        text = once(EXACT, text, nothing -> "true AS exact, p.lowest");
        text = once(KEPT, text, nothing -> "source AS (");
        text = once(FOUND, text, on -> "FROM fact f\n  WHERE " + on.group(1) + "{units}\n    AND ");
        text = once(SCOPE, text, scope -> "CASE WHEN NOT f.withdrawn THEN f.scope END AS scope");
        text = all(UNIT, text, unit -> "f.unit");
        text = once(FROM_INSIDE, text, nothing -> "");
        text = once(RANKED, text, reported -> reported.group(1));
        text = once(FIRST_OF, text, nothing -> OF_SCOPES);
        text = once(OF_ANY_SCOPE, text, number -> number.group() + " FILTER (WHERE scope IS NOT NULL)");
        text = all(OF_SCOPE, text, scope -> "WHERE of_" + scope.group(1).toLowerCase(Locale.ROOT));
        text = once(OF_UNIT, text, nothing -> "SELECT ");
        return once(BY_UNIT, text, nothing -> "");
    }

    private static SqlText ofPeriods(String figures, SqlText keys, String fence) {
        Matcher living = GIVEN.matcher(keys.text());
        if (!living.find()) {
            throw new IllegalStateException("not in the definition: " + GIVEN);
        }
        return new SqlText(once(
                OF_PERIOD,
                figures,
                of -> of.group(1) + """

                SELECT a.ancestor_level AS level, a.ancestor_parent AS parent, g.*
                FROM (
                  SELECT s.indicator, s.period, s.whole_closes AS closes, s.lowest, r.*
                  FROM source s
                  CROSS JOIN LATERAL (
                WITH\s""" + of.group(2) + "\n  ) r" + fence + "\n) g\nLEFT JOIN unit_ancestor a ON "
                        + living.group(1)));
    }

    /** Keys above the lowest level: of {@code {reported}} there, of what {@code {sums}} of the lowest are sums for, and of all above. */
    static SqlText keysAbove(SqlText keys) {
        return new SqlText(once(GIVEN, keys.text(), given -> """
                    FROM (
                      SELECT d.*, p.closes, p.lowest
                      FROM (
                        SELECT indicator, period, parent AS unit FROM {sums}
                        UNION
                        SELECT indicator, period, unit FROM {reported} WHERE level < %d
                      ) d
                      JOIN {periods} p ON p.indicator = d.indicator AND p.period = d.period
                    ) g
                    JOIN unit_ancestor a ON\s""".formatted(RollupSql.LOWEST) + given.group(1)));
    }

    /** A step for the lowest level whose keys have their figures with them, and are of nobody who is not expected to report. */
    static String withFigures(String step) {
        Set<String> figures = new LinkedHashSet<>();
        FIGURE.matcher(step).results().forEach(figure -> figures.add("k." + figure.group(1)));
        figures.removeAll(Set.of("k.indicator", "k.period", "k.unit"));
        String text =
                once(KEY, step, key -> key.group() + ", " + figures.stream().collect(Collectors.joining(", ")));
        text = once(FIGURES, text, nothing -> "");
        return FIGURE.matcher(text).replaceAll("k.$1").replace(RollupSql.LOWEST + " = p.lowest", "true");
    }
}
