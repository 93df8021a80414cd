package vn.nhipso.local.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holds one served rollup against what it must be. */
final class RollupCheck {

    private static final int DECIMALS = 4;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final List<String> differences = new ArrayList<>();
    private final Measure.Kind kind;
    private final boolean lowest;

    private RollupCheck(Measure.Kind kind, boolean lowest) {
        this.kind = kind;
        this.lowest = lowest;
    }

    /** A figure as it is shown. */
    private record Shown(
            @Nullable BigDecimal n,
            @Nullable BigDecimal d,
            @Nullable BigDecimal percent,
            @Nullable BigDecimal v,
            Set<Marks> marks) {
        static final Shown NOTHING = new Shown(null, null, null, null, Set.of());
    }

    /** What differs, in words; empty when nothing does. */
    static String differences(Measure measure, Country.Place place, Oracle.Rollup expected, JsonNode served) {
        RollupCheck check = new RollupCheck(measure.kind(), place.level() == measure.lowest());
        check.side("own", check.stated(expected.own(), true), served.path("own"), true);
        check.part("children", expected.children(), false, served.path("children"));
        check.part("whole", expected.whole(), check.lowest, served);
        if (measure.kind().isShare()) {
            check.spread(expected.spread(), served.path("distribution"));
        }
        return String.join(", ", check.differences);
    }

    /** @param answer whether its stated figure can be the yes or no of one */
    private void part(String name, Oracle.Part expected, boolean answer, JsonNode served) {
        text(name + " basis", expected.basis(), served.path("basis").asText());
        Shown computed = kind.isShare() ? mean(expected.estimate()) : computed(expected.computed());
        Shown stated = stated(expected.stated(), answer);
        Shown chosen =
                switch (expected.basis()) {
                    case "STATED" -> stated;
                    case "NONE" -> Shown.NOTHING;
                    default -> computed;
                };
        side(name, chosen, served, !kind.isInPercent());
        side(name + " computed", computed, served.path("computed"), true);
        side(name + " stated", stated, served.path("stated"), true);
        JsonNode coverage = served.path("coverage");
        text(
                name + " reporting/counted/expected",
                expected.coverage().reporting() + "/" + expected.coverage().counted() + "/"
                        + expected.coverage().expected(),
                coverage.path("reporting").asText() + "/"
                        + coverage.path("counted").asText() + "/"
                        + coverage.path("expected").asText());
    }

    private Shown computed(Oracle.Side sum) {
        if (kind == Measure.Kind.COUNT) {
            return sum.v() == null ? Shown.NOTHING : new Shown(null, null, null, sum.v(), sum.marks());
        }
        return sum.n() == null ? Shown.NOTHING : counts(sum.n(), sum.d(), null, sum.marks());
    }

    private Shown mean(Oracle.Estimate estimate) {
        BigDecimal n = estimate.n();
        BigDecimal w = estimate.w();
        if (n == null || w == null || w.signum() <= 0) {
            return Shown.NOTHING;
        }
        BigDecimal mean = n.divide(w, DECIMALS, RoundingMode.HALF_UP);
        return kind.isInPercent()
                ? new Shown(null, null, mean, null, estimate.marks())
                : new Shown(null, null, null, mean, estimate.marks());
    }

    private Shown stated(Oracle.Side side, boolean answer) {
        BigDecimal v = side.v();
        if (!kind.isInPercent()) {
            return new Shown(side.n(), side.d(), null, v, side.marks());
        }
        if (side.n() != null && side.d() != null) {
            return counts(side.n(), side.d(), v, side.marks());
        }
        return kind == Measure.Kind.FLAG && answer && v != null
                ? counts(v, BigDecimal.ONE, v, side.marks())
                : new Shown(side.n(), side.d(), v, v, side.marks());
    }

    private static Shown counts(BigDecimal n, @Nullable BigDecimal d, @Nullable BigDecimal v, Set<Marks> marks) {
        BigDecimal percent =
                d == null || d.signum() == 0 ? null : n.multiply(HUNDRED).divide(d, DECIMALS, RoundingMode.HALF_UP);
        return new Shown(n, d, percent, v, marks);
    }

    private void side(String name, Shown expected, JsonNode served, boolean values) {
        number(name + " numerator", expected.n(), served.path("numerator"));
        number(name + " denominator", expected.d(), served.path("denominator"));
        number(name + " percent", expected.percent(), served.path("percent"));
        if (values) {
            number(name + " value", expected.v(), served.path("value"));
        }
        text(
                name + " qualifiers",
                expected.marks().stream().sorted().toList().toString(),
                Marks.of(served.path("qualifiers")).stream().sorted().toList().toString());
    }

    private void spread(List<BigDecimal> figures, JsonNode served) {
        text(
                "figures below",
                Integer.toString(figures.size()),
                served.path("count").asText("0"));
        if (!figures.isEmpty()) {
            number("lowest", figures.getFirst(), served.path("lowest"));
            number("highest", figures.getLast(), served.path("highest"));
            BigDecimal two = figures.get((figures.size() - 1) / 2).add(figures.get(figures.size() / 2));
            number("median", two.multiply(new BigDecimal("0.5")), served.path("median"));
        }
    }

    private void number(String name, @Nullable BigDecimal expected, JsonNode served) {
        boolean same = expected == null
                ? !served.isNumber()
                : served.isNumber() && served.decimalValue().compareTo(expected) == 0;
        if (!same) {
            differences.add(name + " " + expected + " but " + served);
        }
    }

    private void text(String name, String expected, String served) {
        if (!expected.equals(served)) {
            differences.add(name + " " + expected + " but " + served);
        }
    }
}
