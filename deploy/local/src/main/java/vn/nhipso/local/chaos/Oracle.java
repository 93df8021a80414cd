package vn.nhipso.local.chaos;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rules of rollups in plain Java, slow and plain: what is served is held against it. */
final class Oracle {

    private static final String EXCUSED = "NOT_APPLICABLE";

    private final Country country;
    private final OracleFigures figures;
    private final Map<String, Measure> measures;
    private final Map<String, Up> known = new HashMap<>();

    Oracle(Country country, Collection<Measure> measures, Map<FigureKey, Content> facts) {
        this.country = country;
        this.measures = measures.stream().collect(Collectors.toMap(Measure::code, Function.identity()));
        this.figures = new OracleFigures(country, facts);
    }

    /**
     * One side or one chosen figure.
     *
     * @param v of a COUNT or a SHARE its number, of a stated RATIO the percentage
     */
    record Side(
            @Nullable BigDecimal n,
            @Nullable BigDecimal d,
            @Nullable BigDecimal v,
            Set<Marks> marks) {
        static final Side NONE = new Side(null, null, null, Set.of());
    }

    /** A sum of values times their weights, and of the weights. */
    record Estimate(@Nullable BigDecimal n, @Nullable BigDecimal w, Set<Marks> marks, int units) {
        static final Estimate NONE = new Estimate(null, null, Set.of(), 0);

        static Estimate of(BigDecimal value, BigDecimal weight, Set<Marks> marks) {
            return new Estimate(value.multiply(weight), weight, marks, 1);
        }

        static Estimate sum(List<Estimate> parts) {
            return new Estimate(
                    Oracle.sum(parts, Estimate::n),
                    Oracle.sum(parts, Estimate::w),
                    Marks.ofSum(parts.stream().map(Estimate::marks).toList()),
                    total(parts, Estimate::units));
        }

        boolean isMean() {
            return w != null && w.signum() > 0;
        }
    }

    record Coverage(int reporting, int counted, int expected) {}

    record Part(String basis, Side computed, Side stated, Coverage coverage, Estimate estimate) {}

    /** @param spread of a SHARE: the figures below, ascending */
    record Rollup(Side own, Part children, Part whole, List<BigDecimal> spread) {}

    /** What a unit hands to the one above. */
    record Up(
            Rollup rollup,
            @Nullable BigDecimal n,
            @Nullable BigDecimal d,
            Set<Marks> marks,
            int counted,
            Estimate estimate,
            OracleFigure own) {}

    Rollup rollup(Measure rule, Term period, Country.Place place) {
        return up(rule, period, place).rollup();
    }

    Up up(Measure rule, Term period, Country.Place place) {
        String key = rule.code() + " " + period + " " + place.code();
        Up up = known.get(key);
        if (up == null) {
            up = reckon(rule, period, place);
            known.put(key, up);
        }
        return up;
    }

    private Up reckon(Measure rule, Term period, Country.Place place) {
        List<Up> below = new ArrayList<>();
        for (Country.Place child : country.below(place, period.closes())) {
            below.add(up(rule, period, child));
        }
        boolean listed = rule.levels().contains(place.level());
        boolean alone = place.level() == rule.lowest();
        OracleFigure own = figures.of(rule, period, place, FigureKey.Scope.OWN);
        OracleFigure children = figures.of(rule, period, place, FigureKey.Scope.CHILDREN);
        OracleFigure stated = figures.of(rule, period, place, FigureKey.Scope.WHOLE);
        if (alone && !stated.isNumber() && stated.absence() == null) {
            stated = own;
        }
        boolean excused =
                listed && (EXCUSED.equals(own.absence()) || (EXCUSED.equals(stated.absence()) && !own.isNumber()));
        int there = listed && !excused ? 1 : 0;
        boolean answers = own.isNumber() || children.isNumber() || stated.isNumber();
        OracleFigure ownPart = listed ? own : OracleFigure.NONE;
        Weights weights = weights(rule, period, place);

        Coverage coverageBelow = new Coverage(
                total(below, up -> up.rollup().whole().coverage().reporting()),
                total(below, Up::counted),
                total(below, up -> up.rollup().whole().coverage().expected()));
        OracleFigure sumBelow = OracleFigure.sum(
                rule,
                sum(below, Up::n),
                sum(below, Up::d),
                Marks.ofSum(below.stream().map(Up::marks).toList()));
        Estimate estimateBelow = Estimate.sum(below.stream().map(Up::estimate).toList());
        String childrenBasis = choose(coverageBelow, children, sumBelow, estimateBelow);
        boolean chosen = childrenBasis.equals("STATED");
        boolean take = chosen && children.cn() != null;
        OracleFigure part = take ? children : sumBelow;
        Estimate partEstimate = chosen ? weighed(children, weights.children(), estimateBelow) : estimateBelow;

        Coverage coverage = new Coverage(
                coverageBelow.reporting() + (answers ? there : 0),
                (take ? coverageBelow.expected() : coverageBelow.counted()) + (ownPart.completes() ? 1 : 0),
                coverageBelow.expected() + there);
        Set<Marks> marks = alone && ownPart.cn() != null
                ? own.side().marks()
                : Marks.ofSum(Stream.of(ownPart, part)
                        .filter(one -> one.cn() != null)
                        .map(one -> one.side().marks())
                        .toList());
        OracleFigure sum = OracleFigure.sum(rule, plus(ownPart.cn(), part.cn()), plus(ownPart.cd(), part.cd()), marks);
        Estimate ownEstimate = weighed(own, alone ? weights.whole() : weights.own(), Estimate.NONE);
        Estimate estimate = Estimate.sum(List.of(ownEstimate, partEstimate));
        String basis = choose(coverage, stated, sum, estimate);
        Rollup rollup = new Rollup(
                own.side(),
                new Part(childrenBasis, sumBelow.side(), children.side(), coverageBelow, estimateBelow),
                new Part(basis, sum.side(), stated.side(), coverage, estimate),
                spread(below));
        boolean statedCounts = basis.equals("STATED") && stated.cn() != null;
        return new Up(
                rollup,
                statedCounts ? stated.cn() : sum.cn(),
                statedCounts ? stated.cd() : sum.cd(),
                statedCounts ? stated.side().marks() : sum.side().marks(),
                statedCounts ? coverage.expected() : coverage.counted(),
                basis.equals("STATED") ? weighed(stated, weights.whole(), estimate) : estimate,
                ownPart);
    }

    private static String choose(Coverage coverage, OracleFigure stated, OracleFigure sum, Estimate estimate) {
        if (coverage.counted() == coverage.expected() && coverage.expected() > 0) {
            return "COMPUTED";
        }
        if (stated.isChoosable()) {
            return "STATED";
        }
        if (sum.cn() != null) {
            return "PARTIAL";
        }
        return estimate.isMean() ? "ESTIMATED" : "NONE";
    }

    private static Estimate weighed(OracleFigure figure, @Nullable BigDecimal weight, Estimate otherwise) {
        BigDecimal value = figure.side().v();
        return value == null || weight == null
                ? otherwise
                : Estimate.of(value, weight, figure.side().marks());
    }

    /** Of each below what it states, else what those below it state. */
    private static List<BigDecimal> spread(List<Up> below) {
        return below.stream()
                .map(Up::rollup)
                .flatMap(one -> one.whole().basis().equals("STATED")
                                && one.whole().stated().v() != null
                        ? Stream.of(one.whole().stated().v())
                        : one.spread().stream())
                .sorted()
                .toList();
    }

    private record Weights(
            @Nullable BigDecimal own,
            @Nullable BigDecimal children,
            @Nullable BigDecimal whole) {
        static final Weights NONE = new Weights(null, null, null);
    }

    private Weights weights(Measure rule, Term period, Country.Place place) {
        Measure weight = rule.weight() == null ? null : measures.get(rule.weight());
        if (weight == null) {
            return Weights.NONE;
        }
        Rollup weighing = rollup(weight, period, place);
        return new Weights(weighing.own().v(), number(weighing.children()), number(weighing.whole()));
    }

    private static @Nullable BigDecimal number(Part part) {
        return part.basis().equals("STATED")
                ? part.stated().v()
                : part.computed().v();
    }

    static @Nullable BigDecimal plus(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null ? other : other == null ? one : one.add(other);
    }

    static <T> @Nullable BigDecimal sum(List<T> parts, Function<T, @Nullable BigDecimal> value) {
        return parts.stream()
                .map(value)
                .filter(Objects::nonNull)
                .reduce(BigDecimal::add)
                .orElse(null);
    }

    private static <T> int total(List<T> parts, ToIntFunction<T> value) {
        return parts.stream().mapToInt(value).sum();
    }
}
