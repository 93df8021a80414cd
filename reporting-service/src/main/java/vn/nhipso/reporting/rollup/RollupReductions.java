package vn.nhipso.reporting.rollup;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The texts of the one definition without what cannot matter where they are used: each says the same rows there, with less to plan and to do. What is
 * left out is found in the text itself and must be there, so that a definition that changes is never reduced by half.
 */
final class RollupReductions {

    private static final int ANY = Pattern.MULTILINE | Pattern.DOTALL;

    private static final Pattern BELOW = Pattern.compile("^WITH below AS \\(\n(.*?)\n\\),\n", ANY);
    private static final Pattern CHILDREN =
            Pattern.compile("  LEFT JOIN \\{below} r ON [^\n]*\n([^\n]*)\n  GROUP BY [^\n]*$");
    private static final Pattern SUM = Pattern.compile("(?:sum|bit_or)\\(r\\.(\\w+)\\)(?:::integer)?");
    private static final Pattern WEIGHT =
            Pattern.compile("CASE WHEN p\\.kind = 'SHARE' THEN [^\n]* END AS (\\w+_weight)");
    private static final Pattern WEIGHING = Pattern.compile(
            "\n  LEFT JOIN \\{weights} w [^\n]*(.*?)\n  CROSS JOIN LATERAL \\(\n    SELECT CASE w\\..*?\n  \\) y(?=\n)",
            ANY);
    private static final Pattern STAGE = Pattern.compile("^(?!levels)(\\w+) AS MATERIALIZED \\(\n(.*?)\n\\)", ANY);

    private RollupReductions() {}

    /** A step for the lowest level, which has nothing below: sums over children are sums of nothing. */
    static String ofLowest(String step) {
        return once(
                BELOW,
                step,
                below -> "WITH below AS (\n"
                        + nothing(once(CHILDREN, below.group(1), children -> children.group(1)), "\\w+") + "\n),\n");
    }

    /** A step where nothing is weighed: there is neither weight nor estimate. */
    static String unweighed(String step) {
        String weightless = all(WEIGHT, step, weight -> "NULL::numeric AS " + weight.group(1));
        return unweighedSums(once(WEIGHING, weightless, joins -> joins.group(1)));
    }

    /** A step for a level: what own offices of it and of those above it gave is nowhere below. */
    static String ofLevel(int level, String step) {
        String text = step;
        if (level >= 1) {
            text = nothing(text, "province_\\w+");
        }
        return level >= 2 ? nothing(text, "district_\\w+") : text;
    }

    private static String nothing(String text, String columns) {
        return text.replaceAll("sum\\(r\\." + columns + "\\)::integer", "NULL::integer")
                .replaceAll("sum\\(r\\." + columns + "\\)", "NULL::numeric")
                .replaceAll("bit_or\\(r\\." + columns + "\\)", "NULL::smallint");
    }

    /**
     * What a step adds up of the rows below, for those of a level: sums are the same of sums. What own offices of the levels above it gave is not in
     * them.
     */
    static String addedUp(int level, String step) {
        Matcher below = BELOW.matcher(step);
        if (!below.find()) {
            throw new IllegalStateException("no rows below");
        }
        String sums = SUM.matcher(below.group(1))
                .results()
                .map(sum -> sum.group() + " AS " + sum.group(1))
                .collect(Collectors.joining(", "));
        return ofLevel(level - 1, sums);
    }

    /** The same where nothing is weighed. */
    static String unweighedSums(String sums) {
        return nothing(sums, "up_estimate_\\w+");
    }

    /** What sums are made of. */
    static Set<String> readOf(String sums) {
        Set<String> columns = new LinkedHashSet<>();
        SUM.matcher(sums).results().forEach(sum -> columns.add(sum.group(1)));
        return columns;
    }

    /**
     * For many rows at once: stages are handed through instead of being kept as wholes. That halves the time of a row and doubles that of planning, so
     * it is nothing for small statements.
     */
    static String pipelined(String stages) {
        return pipelined(stages, Set.of());
    }

    /** @param dissolved stages that become part of the next one: worth it where most of what they say is known beforehand */
    static String pipelined(String stages, Set<String> dissolved) {
        return STAGE.matcher(stages)
                .replaceAll(stage -> Matcher.quoteReplacement(stage.group(1) + " AS (\n" + stage.group(2)
                        + (dissolved.contains(stage.group(1)) ? "\n)" : "\n  OFFSET 0\n)")));
    }

    /** The text with all that is found there replaced, which must be something. */
    static String all(Pattern pattern, String text, Function<MatchResult, String> replacement) {
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            throw new IllegalStateException("not in the definition: " + pattern);
        }
        return found.replaceAll(match -> Matcher.quoteReplacement(replacement.apply(match)));
    }

    /** The text with what is found there once replaced. */
    static String once(Pattern pattern, String text, Function<MatchResult, String> replacement) {
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            throw new IllegalStateException("not in the definition: " + pattern);
        }
        MatchResult first = found.toMatchResult();
        return text.substring(0, first.start()) + replacement.apply(first) + text.substring(first.end());
    }
}
