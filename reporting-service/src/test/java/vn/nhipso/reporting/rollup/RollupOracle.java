package vn.nhipso.reporting.rollup;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import vn.nhipso.kit.period.Period;
import vn.nhipso.kit.period.PeriodKind;
import vn.nhipso.kit.period.ReportingCalendar;
import vn.nhipso.reporting.rollup.RollupRow.Counted;
import vn.nhipso.reporting.rollup.RollupRow.Estimate;
import vn.nhipso.reporting.rollup.RollupRow.LevelSum;
import vn.nhipso.reporting.rollup.RollupRow.Part;
import vn.nhipso.reporting.rollup.RollupRow.Stated;
import vn.nhipso.reporting.rollup.RollupRow.Sum;

/** The rules of DESIGN 6 in plain Java, slow and plain: what the SQL is held against. One hierarchy, as on every day; {@link HistoryOracle} has a history. */
final class RollupOracle {

    record Unit(String code, int level, String parent) {}

    record Definition(
            String code, String kind, String nature, Set<Integer> levels, String weight, ReportingCalendar calendar) {
        Definition(String code, String kind, String nature, Set<Integer> levels, String weight) {
            this(code, kind, nature, levels, weight, ReportingCalendar.CALENDAR);
        }

        int lowest() {
            return levels.stream().max(Comparator.naturalOrder()).orElseThrow();
        }
    }

    record Fact(
            String indicator,
            String unit,
            Period period,
            String scope,
            BigDecimal n,
            BigDecimal d,
            BigDecimal v,
            int marks,
            String absence,
            boolean carried) {
        Fact(
                String indicator,
                String unit,
                Period period,
                String scope,
                BigDecimal n,
                BigDecimal d,
                BigDecimal v,
                int marks,
                String absence) {
            this(indicator, unit, period, scope, n, d, v, marks, absence, false);
        }

        boolean number() {
            return n != null || v != null;
        }
    }

    /** A figure that counts for a period, with what of it can be added up. */
    private record Figure(
            BigDecimal n,
            BigDecimal d,
            BigDecimal v,
            int marks,
            String absence,
            String from,
            BigDecimal cn,
            BigDecimal cd,
            Integer there,
            boolean carried) {
        static final Figure NONE = new Figure(null, null, null, 0, null, null, null, null, null, false);

        boolean number() {
            return n != null || v != null;
        }

        boolean counts() {
            return cn != null;
        }

        boolean completes() {
            return counts() && there == null;
        }

        /** What is stated of some months only is never chosen. */
        boolean toBeChosen() {
            return (v != null || counts()) && there == null;
        }

        Stated stated() {
            return new Stated(n, d, v, marks, absence, from, there, carried);
        }
    }

    /** What a unit hands to the one above. */
    private record Up(
            RollupRow row, BigDecimal n, BigDecimal d, int marks, int counted, int notApplicable, Estimate estimate) {}

    private final Map<String, Unit> units = new HashMap<>();
    private final Map<String, Definition> definitions = new HashMap<>();
    private final List<Fact> facts;

    RollupOracle(Collection<Unit> units, Collection<Definition> definitions, Collection<Fact> facts) {
        units.forEach(unit -> this.units.put(unit.code(), unit));
        definitions.forEach(definition -> this.definitions.put(definition.code(), definition));
        this.facts = List.copyOf(facts);
    }

    RollupRow rollup(String indicator, Period period, String unit) {
        return up(definitions.get(indicator), period, units.get(unit)).row();
    }

    private Up up(Definition rule, Period period, Unit unit) {
        List<Up> below = units.values().stream()
                .filter(child -> unit.code().equals(child.parent()) && child.level() <= 3)
                .map(child -> up(rule, period, child))
                .toList();
        boolean listed = rule.levels().contains(unit.level());
        boolean alone = unit.level() == rule.lowest();
        boolean reports = unit.level() <= rule.lowest();
        Figure own = reports ? figure(rule, period, unit, "OWN") : Figure.NONE;
        Figure children = reports ? figure(rule, period, unit, "CHILDREN") : Figure.NONE;
        Figure stated = reports ? figure(rule, period, unit, "WHOLE") : Figure.NONE;
        boolean excused = listed
                && ("NOT_APPLICABLE".equals(own.absence())
                        || ("NOT_APPLICABLE".equals(stated.absence()) && !own.number()));
        if (alone && !stated.number() && stated.absence() == null) {
            stated = own;
        }
        boolean answers = own.number() || children.number() || stated.number();
        Figure ownPart = listed ? own : Figure.NONE;

        // Children.
        int excusedBelow = total(below, Up::notApplicable);
        int expectedBelow = (int) below.stream()
                .mapToLong(up -> up.row().whole().coverage().expected())
                .sum();
        int reportingBelow = total(below, up -> up.row().whole().coverage().reporting());
        Sum sumBelow = new Sum(sum(below, Up::n), sum(below, Up::d), marksOfSum(or(below, Up::marks)));
        int countedBelow = total(below, Up::counted);
        Estimate estimateBelow = new Estimate(
                sum(below, up -> up.estimate().n()),
                sum(below, up -> up.estimate().w()),
                marksOfSum(or(below, up -> up.estimate().marks())),
                total(below, up -> up.estimate().units()));
        Basis childrenBasis = choose(countedBelow, expectedBelow, children, sumBelow, estimateBelow);
        boolean take = childrenBasis == Basis.STATED && children.counts();
        Sum part = take ? new Sum(children.cn(), children.cd(), children.marks()) : sumBelow;
        int partCounted = take ? expectedBelow : countedBelow;
        Weights weights = weights(rule, period, unit);
        Estimate partEstimate = childrenBasis == Basis.STATED && children.v() != null && weights.children() != null
                ? new Estimate(children.v().multiply(weights.children()), weights.children(), children.marks(), 1)
                : estimateBelow;

        // Whole.
        int expected = expectedBelow + (listed && !excused ? 1 : 0);
        int reporting = reportingBelow + (listed && !excused && answers ? 1 : 0);
        int counted = partCounted + (ownPart.completes() ? 1 : 0);
        int marks = (ownPart.counts() ? own.marks() : 0) | (part.n() != null ? part.marks() : 0);
        Sum sum = new Sum(
                plus(ownPart.cn(), part.n()),
                plus(ownPart.cd(), part.d()),
                ownPart.counts() && alone ? own.marks() : marksOfSum(marks));
        BigDecimal ownWeight = alone ? weights.whole() : weights.own();
        boolean weighed = own.v() != null && ownWeight != null;
        Estimate estimate = weighed
                ? new Estimate(
                        plus(own.v().multiply(ownWeight), partEstimate.n()),
                        plus(ownWeight, partEstimate.w()),
                        marksOfSum(own.marks() | partEstimate.marks()),
                        1 + partEstimate.units())
                : new Estimate(
                        partEstimate.n(), partEstimate.w(), marksOfSum(partEstimate.marks()), partEstimate.units());
        Basis basis = choose(counted, expected, stated, sum, estimate);

        RollupRow row = new RollupRow(
                rule.code(),
                period.toString(),
                unit.code(),
                unit.level(),
                own.stated(),
                new Part(
                        childrenBasis,
                        sumBelow,
                        children.stated(),
                        new Counted(reportingBelow, countedBelow, expectedBelow),
                        estimateBelow),
                new Part(basis, sum, stated.stated(), new Counted(reporting, counted, expected), estimate),
                levels(below, unit, listed, excused, own, ownPart));
        boolean statedCounts = basis == Basis.STATED && stated.counts();
        boolean statedWeighed = basis == Basis.STATED && stated.v() != null && weights.whole() != null;
        return new Up(
                row,
                statedCounts ? stated.cn() : sum.n(),
                statedCounts ? stated.cd() : sum.d(),
                statedCounts ? stated.marks() : sum.marks(),
                statedCounts ? expected : counted,
                excusedBelow + (excused ? 1 : 0),
                statedWeighed
                        ? new Estimate(stated.v().multiply(weights.whole()), weights.whole(), stated.marks(), 1)
                        : estimate);
    }

    private static List<LevelSum> levels(
            List<Up> below, Unit unit, boolean listed, boolean excused, Figure own, Figure ownPart) {
        List<LevelSum> levels = new ArrayList<>();
        for (int level = 1; level <= 3; level++) {
            int index = level - 1;
            if (unit.level() == level) {
                levels.add(new LevelSum(
                        ownPart.cn(),
                        ownPart.cd(),
                        ownPart.counts() ? marksOfSum(own.marks()) : 0,
                        listed && !excused && own.number() ? 1 : 0,
                        ownPart.completes() ? 1 : 0,
                        excused ? 1 : 0));
            } else {
                levels.add(new LevelSum(
                        sum(below, up -> up.row().byLevel().get(index).n()),
                        sum(below, up -> up.row().byLevel().get(index).d()),
                        or(below, up -> up.row().byLevel().get(index).marks()),
                        total(below, up -> up.row().byLevel().get(index).reporting()),
                        total(below, up -> up.row().byLevel().get(index).counted()),
                        total(below, up -> up.row().byLevel().get(index).notApplicable())));
            }
        }
        return levels;
    }

    private static Basis choose(int counted, int expected, Figure stated, Sum sum, Estimate estimate) {
        if (counted == expected && expected > 0) {
            return Basis.COMPUTED;
        }
        if (stated.toBeChosen()) {
            return Basis.STATED;
        }
        if (sum.n() != null) {
            return Basis.PARTIAL;
        }
        return estimate.w() != null && estimate.w().signum() > 0 ? Basis.ESTIMATED : Basis.NONE;
    }

    private record Weights(BigDecimal own, BigDecimal children, BigDecimal whole) {}

    private Weights weights(Definition rule, Period period, Unit unit) {
        if (!rule.kind().equals("SHARE") || rule.weight() == null) {
            return new Weights(null, null, null);
        }
        RollupRow weight = rollup(rule.weight(), period, unit.code());
        return new Weights(weight.own().v(), chosen(weight.children()), chosen(weight.whole()));
    }

    private static BigDecimal chosen(Part part) {
        return part.basis() == Basis.STATED
                ? part.stated().v()
                : part.computed().n();
    }

    /** The figure of a unit and scope that counts for a period (DESIGN 4). */
    private Figure figure(Definition rule, Period period, Unit unit, String scope) {
        ReportingCalendar calendar = rule.calendar();
        List<Fact> inside = facts.stream()
                .filter(f -> f.indicator().equals(rule.code())
                        && f.unit().equals(unit.code())
                        && f.scope().equals(scope)
                        && (rule.nature().equals("STOCK")
                                ? calendar.contains(period, Period.ofDay(calendar.closingDay(f.period())))
                                : calendar.contains(period, f.period())))
                .toList();
        Optional<Fact> exact =
                inside.stream().filter(f -> f.period().equals(period)).findFirst();
        if (exact.isPresent() && speaks(exact.get())) {
            return figure(rule, exact.get(), null);
        }
        if (rule.nature().equals("STOCK")) {
            Comparator<Fact> later = Comparator.<Fact, Boolean>comparing(RollupOracle::speaks)
                    .thenComparing(f -> f.period().equals(period))
                    .thenComparing(f -> calendar.closingDay(f.period()))
                    .thenComparing(f -> calendar.begins(f.period()));
            return inside.stream()
                    .max(later)
                    .map(f -> figure(
                            rule,
                            f,
                            f.period().equals(period) ? null : f.period().toString()))
                    .orElse(Figure.NONE);
        }
        if (rule.kind().equals("RATIO") || rule.kind().equals("COUNT")) {
            Optional<Figure> derived = derived(rule, inside, period).or(() -> partial(rule, inside, period));
            if (derived.isPresent()) {
                return derived.get();
            }
        }
        return exact.map(f -> figure(rule, f, null)).orElse(Figure.NONE);
    }

    private static boolean speaks(Fact fact) {
        return fact.number() || "NOT_APPLICABLE".equals(fact.absence());
    }

    private Optional<Figure> derived(Definition rule, List<Fact> inside, Period period) {
        for (List<Period> parts : period.parts()) {
            List<Figure> figures = new ArrayList<>();
            for (Period part : parts) {
                part(rule, inside, part).ifPresent(figures::add);
            }
            if (figures.size() == parts.size()) {
                return Optional.of(sum(figures, NAMES.get(parts.getFirst().kind()), null));
            }
        }
        return Optional.empty();
    }

    /** The sum of what there is, a half and quarter at a time: as reported, else made of smaller ones; nothing twice. */
    private Optional<Figure> partial(Definition rule, List<Fact> inside, Period period) {
        Map<Period, Figure> used = new TreeMap<>();
        for (int half = 1; half <= 2; half++) {
            Period h = Period.ofHalf(period.year(), half);
            Optional<Figure> reported = period.equals(h) ? Optional.empty() : reported(rule, inside, h);
            if (reported.isPresent()) {
                used.put(h, reported.get());
                continue;
            }
            List<Period> months = h.months();
            boolean all =
                    months.stream().allMatch(m -> reported(rule, inside, m).isPresent());
            for (int quarter = 2 * half - 1; quarter <= 2 * half; quarter++) {
                Period q = Period.ofQuarter(period.year(), quarter);
                Optional<Figure> whole = all || period.equals(q) ? Optional.empty() : reported(rule, inside, q);
                if (whole.isPresent()) {
                    used.put(q, whole.get());
                } else {
                    q.months().forEach(m -> reported(rule, inside, m).ifPresent(f -> used.put(m, f)));
                }
            }
        }
        if (used.isEmpty()) {
            return Optional.empty();
        }
        Set<PeriodKind> kinds = used.keySet().stream().map(Period::kind).collect(Collectors.toSet());
        String name = kinds.size() == 1 ? NAMES.get(kinds.iterator().next()) : "PARTS";
        int there = used.keySet().stream().mapToInt(p -> p.months().size()).sum();
        return Optional.of(sum(List.copyOf(used.values()), name, there));
    }

    private static final Map<PeriodKind, String> NAMES =
            Map.of(PeriodKind.MONTH, "MONTHS", PeriodKind.QUARTER, "QUARTERS", PeriodKind.HALF, "HALVES");

    private static Figure sum(List<Figure> figures, String name, Integer there) {
        BigDecimal n = sum(figures, Figure::cn);
        BigDecimal d = sum(figures, Figure::cd);
        int marks = marksOfSum(or(figures, Figure::marks));
        boolean carried = figures.stream().anyMatch(Figure::carried);
        return d != null
                ? new Figure(n, d, null, marks, null, name, n, d, there, carried)
                : new Figure(null, null, n, marks, null, name, n, null, there, carried);
    }

    private static Optional<Figure> reported(Definition rule, List<Fact> inside, Period part) {
        return inside.stream()
                .filter(f -> f.period().equals(part))
                .map(f -> figure(rule, f, null))
                .filter(Figure::counts)
                .findFirst();
    }

    /** A part of a longer period: reported with counts, or itself the sum of smaller ones. */
    private Optional<Figure> part(Definition rule, List<Fact> inside, Period part) {
        Optional<Figure> reported = reported(rule, inside, part);
        if (reported.isPresent() || part.kind() == PeriodKind.MONTH) {
            return reported;
        }
        return derived(
                rule, inside.stream().filter(f -> part.contains(f.period())).toList(), part);
    }

    private static Figure figure(Definition rule, Fact fact, String from) {
        BigDecimal cn = null;
        BigDecimal cd = null;
        switch (rule.kind()) {
            case "COUNT" -> cn = fact.v();
            case "RATIO", "FLAG" -> {
                if (fact.n() != null && fact.d() != null) {
                    cn = fact.n();
                    cd = fact.d();
                } else if (rule.kind().equals("FLAG") && fact.scope().equals("OWN") && fact.v() != null) {
                    cn = fact.v();
                    cd = BigDecimal.ONE;
                }
            }
            default -> {}
        }
        return new Figure(
                fact.n(), fact.d(), fact.v(), fact.marks(), fact.absence(), from, cn, cd, null, fact.carried());
    }

    static int marksOfSum(int marks) {
        if (marks == 0 || marks == 1) {
            return marks;
        }
        return (marks & 3) == 0 ? 8 : 2;
    }

    private static BigDecimal plus(BigDecimal one, BigDecimal other) {
        return one == null ? other : other == null ? one : one.add(other);
    }

    private static <T> BigDecimal sum(List<T> parts, Function<T, BigDecimal> value) {
        return parts.stream().map(value).reduce(null, RollupOracle::plus);
    }

    private static <T> int total(List<T> parts, ToIntFunction<T> value) {
        return parts.stream().mapToInt(value).sum();
    }

    private static <T> int or(List<T> parts, ToIntFunction<T> value) {
        return parts.stream().mapToInt(value).reduce(0, (one, other) -> one | other);
    }
}
