package vn.nhipso.local.chaos;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rules of rollups for RATIO and COUNT in plain Java, slow and plain: what is served is held against it. */
final class Oracle {

    private static final String EXCUSED = "NOT_APPLICABLE";

    private final Country country;
    private final Map<FigureKey, Content> facts;

    Oracle(Country country, Map<FigureKey, Content> facts) {
        this.country = country;
        this.facts = facts;
    }

    /**
     * One side or one chosen figure.
     *
     * @param v of a COUNT its number, of a stated RATIO the percentage
     */
    record Side(
            @Nullable BigDecimal n,
            @Nullable BigDecimal d,
            @Nullable BigDecimal v) {
        static final Side NONE = new Side(null, null, null);
    }

    record Coverage(int reporting, int counted, int expected) {}

    record Part(String basis, Side computed, Side stated, Coverage coverage) {
        Side chosen() {
            return switch (basis) {
                case "STATED" -> stated;
                case "NONE" -> Side.NONE;
                default -> computed;
            };
        }
    }

    record Rollup(Side own, Part children, Part whole) {}

    /**
     * A figure that counts for a period.
     *
     * @param cn what of it enters a sum
     * @param partial whether only some months are in it: then it completes nothing and is never chosen
     */
    private record Figure(
            Side side,
            @Nullable String absence,
            @Nullable BigDecimal cn,
            @Nullable BigDecimal cd,
            boolean partial) {
        static final Figure NONE = new Figure(Side.NONE, null, null, null, false);

        boolean isNumber() {
            return side.n() != null || side.v() != null;
        }

        boolean completes() {
            return cn != null && !partial;
        }

        boolean isChoosable() {
            return (side.v() != null || cn != null) && !partial;
        }
    }

    /** What a unit hands to the one above. */
    private record Up(
            Rollup rollup, @Nullable BigDecimal n, @Nullable BigDecimal d, int counted) {}

    Rollup rollup(Measure rule, Term period, Country.Place place) {
        return up(rule, period, place).rollup();
    }

    private Up up(Measure rule, Term period, Country.Place place) {
        List<Up> below = new ArrayList<>();
        for (Country.Place child : country.below(place, period.closes())) {
            below.add(up(rule, period, child));
        }
        boolean listed = rule.levels().contains(place.level());
        boolean alone = place.level() == rule.lowest();
        Figure own = figure(rule, period, place, FigureKey.Scope.OWN);
        Figure children = figure(rule, period, place, FigureKey.Scope.CHILDREN);
        Figure stated = figure(rule, period, place, FigureKey.Scope.WHOLE);
        if (alone && !stated.isNumber() && stated.absence() == null) {
            stated = own;
        }
        boolean excused =
                listed && (EXCUSED.equals(own.absence()) || (EXCUSED.equals(stated.absence()) && !own.isNumber()));
        int there = listed && !excused ? 1 : 0;
        boolean answers = own.isNumber() || children.isNumber() || stated.isNumber();
        Figure ownPart = listed ? own : Figure.NONE;

        Coverage coverageBelow = new Coverage(
                total(below, up -> up.rollup().whole().coverage().reporting()),
                total(below, Up::counted),
                total(below, up -> up.rollup().whole().coverage().expected()));
        Figure sumBelow = counts(rule, sum(below, Up::n), sum(below, Up::d));
        String childrenBasis = choose(coverageBelow, children, sumBelow);
        boolean take = childrenBasis.equals("STATED") && children.cn() != null;
        Figure part = take ? children : sumBelow;

        Coverage coverage = new Coverage(
                coverageBelow.reporting() + (answers ? there : 0),
                (take ? coverageBelow.expected() : coverageBelow.counted()) + (ownPart.completes() ? 1 : 0),
                coverageBelow.expected() + there);
        Figure sum = counts(rule, plus(ownPart.cn(), part.cn()), plus(ownPart.cd(), part.cd()));
        String basis = choose(coverage, stated, sum);
        Rollup rollup = new Rollup(
                own.side(),
                new Part(childrenBasis, sumBelow.side(), children.side(), coverageBelow),
                new Part(basis, sum.side(), stated.side(), coverage));
        boolean statedCounts = basis.equals("STATED") && stated.cn() != null;
        return new Up(
                rollup,
                statedCounts ? stated.cn() : sum.cn(),
                statedCounts ? stated.cd() : sum.cd(),
                statedCounts ? coverage.expected() : coverage.counted());
    }

    private static String choose(Coverage coverage, Figure stated, Figure sum) {
        if (coverage.counted() == coverage.expected() && coverage.expected() > 0) {
            return "COMPUTED";
        }
        if (stated.isChoosable()) {
            return "STATED";
        }
        return sum.cn() == null ? "NONE" : "PARTIAL";
    }

    /** The figure of a unit and scope that counts for a period: of a STOCK the last state, of a FLOW the reported one or the sum of its months. */
    private Figure figure(Measure rule, Term period, Country.Place place, FigureKey.Scope scope) {
        Figure exact = reported(rule, period, place, scope);
        if (speaks(exact)) {
            return exact;
        }
        return rule.flow()
                ? sumOfMonths(rule, period, place, scope).orElse(exact)
                : lastState(rule, period, place, scope);
    }

    private Optional<Figure> sumOfMonths(Measure rule, Term period, Country.Place place, FigureKey.Scope scope) {
        List<Figure> months = period.months().stream()
                .map(month -> reported(rule, month, place, scope))
                .filter(figure -> figure.cn() != null)
                .toList();
        if (months.isEmpty()) {
            return Optional.empty();
        }
        Figure sum = counts(rule, sum(months, Figure::cn), sum(months, Figure::cd));
        boolean partial = months.size() < period.length();
        return Optional.of(new Figure(sum.side(), null, sum.cn(), sum.cd(), partial));
    }

    /** A quarter speaks for its last month too. A number goes before words, the period itself before others, the later before the earlier. */
    private Figure lastState(Measure rule, Term period, Country.Place place, FigureKey.Scope scope) {
        return Stream.concat(period.months().stream(), Stream.of(period, period.endedWith()))
                .distinct()
                .map(term -> Map.entry(term, reported(rule, term, place, scope)))
                .filter(entry -> !entry.getValue().equals(Figure.NONE))
                .max(Comparator.<Map.Entry<Term, Figure>, Boolean>comparing(entry -> speaks(entry.getValue()))
                        .thenComparing(entry -> entry.getKey().equals(period))
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getValue)
                .orElse(Figure.NONE);
    }

    private static boolean speaks(Figure figure) {
        return figure.isNumber() || EXCUSED.equals(figure.absence());
    }

    private Figure reported(Measure rule, Term period, Country.Place place, FigureKey.Scope scope) {
        Content content = facts.get(new FigureKey(rule.code(), place.code(), period, scope));
        if (content == null) {
            return Figure.NONE;
        }
        boolean counts = rule.ratio() ? content.n() != null && content.d() != null : content.v() != null;
        return new Figure(
                new Side(content.n(), content.d(), content.v()),
                content.absence(),
                !counts ? null : rule.ratio() ? content.n() : content.v(),
                counts && rule.ratio() ? content.d() : null,
                false);
    }

    /** A sum, seen as a figure. */
    private static Figure counts(Measure rule, @Nullable BigDecimal n, @Nullable BigDecimal d) {
        Side side = rule.ratio() ? new Side(n, d, null) : new Side(null, null, n);
        return new Figure(side, null, n, d, false);
    }

    private static @Nullable BigDecimal plus(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null ? other : other == null ? one : one.add(other);
    }

    private static <T> @Nullable BigDecimal sum(List<T> parts, Function<T, @Nullable BigDecimal> value) {
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
