package vn.nhipso.reporting.rollup;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vn.nhipso.kit.period.Period;
import vn.nhipso.reporting.rollup.RollupOracle.Definition;
import vn.nhipso.reporting.rollup.RollupOracle.Fact;
import vn.nhipso.reporting.rollup.RollupOracle.Unit;

/**
 * Units that come, end, merge and divide, in plain Java: which facts of which of them are a unit's on the closing day of a period. What those come to
 * is asked of the {@link RollupOracle} of that day.
 */
final class HistoryOracle {

    /** A code from a day on, until before another; null is for ever. */
    record Span(Unit unit, LocalDate from, LocalDate to) {
        boolean on(LocalDate day) {
            return !day.isBefore(from) && (to == null || day.isBefore(to));
        }
    }

    record Edge(String from, String to, LocalDate day, String population) {
        boolean people() {
            return !population.equals("NONE");
        }
    }

    private final Collection<Span> spans;
    private final Collection<Edge> edges;
    private final Collection<Definition> definitions;
    private final Collection<Fact> facts;

    HistoryOracle(
            Collection<Span> spans,
            Collection<Edge> edges,
            Collection<Definition> definitions,
            Collection<Fact> facts) {
        this.spans = spans;
        this.edges = edges;
        this.definitions = definitions;
        this.facts = facts;
    }

    List<Unit> units(LocalDate day) {
        return spans.stream().filter(span -> span.on(day)).map(Span::unit).toList();
    }

    RollupRow rollup(Definition rule, Period period, String unit) {
        LocalDate closes = rule.calendar().closingDay(period);
        List<Unit> units = units(closes);
        List<Fact> seen = new ArrayList<>();
        for (Unit one : units) {
            seen.addAll(factsOf(rule, period, one.code(), closes));
        }
        return new RollupOracle(units, definitions, seen).rollup(rule.code(), period, unit);
    }

    private List<Fact> factsOf(Definition rule, Period period, String unit, LocalDate closes) {
        List<Fact> its = new ArrayList<>();
        for (Fact fact : facts) {
            if (fact.indicator().equals(rule.code())
                    && fact.unit().equals(unit)
                    && (fact.period().equals(period) || isSame(unit, closing(rule, fact), closes))) {
                its.add(fact);
            }
        }
        if (rule.nature().equals("STOCK")) {
            boolean speaks = its.stream().anyMatch(f -> inside(rule, period, f) && speaks(f));
            if (!speaks && begins(unit, closes).isAfter(rule.calendar().begins(period))) {
                carriedState(rule, period, unit, closes).ifPresent(its::add);
            }
            return its;
        }
        Set<Period> others = new TreeSet<>();
        facts.forEach(fact -> others.add(fact.period()));
        for (Period other : others) {
            LocalDate day = rule.calendar().closingDay(other);
            if (rule.calendar().contains(period, other) && begins(unit, closes).isAfter(day)) {
                people(unit, closes, day)
                        .flatMap(units -> sum(
                                rule,
                                unit,
                                other,
                                units.stream().map(one -> own(rule, one, other)).toList()))
                        .ifPresent(its::add);
            }
        }
        return its;
    }

    /** The units of an earlier day whose people are all those of the unit, where that is known. */
    private Optional<List<String>> people(String unit, LocalDate day, LocalDate earlier) {
        LocalDate begins = begins(unit, day);
        if (!begins.isAfter(earlier)) {
            return Optional.of(List.of(unit));
        }
        Optional<List<String>> before = predecessors(unit, begins);
        if (before.isEmpty()) {
            return before;
        }
        List<String> all = new ArrayList<>();
        for (String one : before.get()) {
            Optional<List<String>> further = people(one, begins.minusDays(1), earlier);
            if (further.isEmpty()) {
                return further;
            }
            all.addAll(further.get());
        }
        return Optional.of(all);
    }

    /** Who became the unit on the day on which its life begins; nothing where it is not known or where somebody was divided. */
    private Optional<List<String>> predecessors(String unit, LocalDate day) {
        Set<String> before = new TreeSet<>();
        for (Edge edge : edges) {
            if (edge.to().equals(unit) && edge.day().equals(day) && edge.people()) {
                boolean divided = !edge.population().equals("WHOLE")
                        || edges.stream()
                                .anyMatch(e -> e.from().equals(edge.from())
                                        && e.day().equals(day)
                                        && e.people()
                                        && !e.to().equals(unit));
                if (divided || !lives(edge.from(), day.minusDays(1))) {
                    return Optional.empty();
                }
                before.add(edge.from());
            }
        }
        boolean gaveAway =
                edges.stream().anyMatch(e -> e.from().equals(unit) && e.day().equals(day) && e.people());
        if (!gaveAway && lives(unit, day.minusDays(1))) {
            before.add(unit);
        }
        return before.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(before));
    }

    private Optional<Fact> carriedState(Definition rule, Period period, String unit, LocalDate day) {
        LocalDate begins = begins(unit, day);
        if (!begins.isAfter(rule.calendar().begins(period))) {
            return Optional.empty();
        }
        Optional<List<String>> before = predecessors(unit, begins);
        if (before.isEmpty()) {
            return Optional.empty();
        }
        List<Optional<Fact>> states = new ArrayList<>();
        for (String one : before.get()) {
            LocalDate until = begins.minusDays(1);
            Optional<Fact> last = facts.stream()
                    .filter(f -> f.indicator().equals(rule.code())
                            && f.unit().equals(one)
                            && f.scope().equals("OWN")
                            && speaks(f)
                            && inside(rule, period, f)
                            && isSame(one, closing(rule, f), until))
                    .max(Comparator.<Fact, LocalDate>comparing(f -> closing(rule, f))
                            .thenComparing(f -> rule.calendar().begins(f.period())));
            states.add(last.isPresent() ? last : carriedState(rule, period, one, until));
        }
        Optional<Period> latest = states.stream()
                .flatMap(Optional::stream)
                .map(Fact::period)
                .max(Comparator.<Period, LocalDate>comparing(
                                p -> rule.calendar().closingDay(p))
                        .thenComparing(p -> rule.calendar().begins(p)));
        return latest.flatMap(source -> sum(rule, unit, source, states))
                .map(f -> new Fact(
                        f.indicator(),
                        unit,
                        f.period(),
                        "OWN",
                        f.n(),
                        f.d(),
                        f.v(),
                        RollupOracle.marksOfSum(f.marks()),
                        null,
                        true));
    }

    private static Optional<Fact> sum(Definition rule, String unit, Period period, List<Optional<Fact>> parts) {
        boolean count = rule.kind().equals("COUNT");
        BigDecimal n = BigDecimal.ZERO;
        BigDecimal d = BigDecimal.ZERO;
        int marks = 0;
        for (Optional<Fact> part : parts) {
            boolean counts = part.isPresent()
                    && (count
                            ? part.get().v() != null
                            : part.get().n() != null && part.get().d() != null);
            if (!counts) {
                return Optional.empty();
            }
            Fact fact = part.get();
            n = n.add(count ? fact.v() : fact.n());
            d = count ? d : d.add(fact.d());
            marks |= fact.marks();
        }
        return Optional.of(new Fact(
                rule.code(),
                unit,
                period,
                "OWN",
                count ? null : n,
                count ? null : d,
                count ? n : null,
                marks,
                null,
                true));
    }

    private Optional<Fact> own(Definition rule, String unit, Period period) {
        return facts.stream()
                .filter(f -> f.indicator().equals(rule.code())
                        && f.unit().equals(unit)
                        && f.period().equals(period)
                        && f.scope().equals("OWN"))
                .findFirst();
    }

    private static boolean inside(Definition rule, Period period, Fact fact) {
        return rule.calendar().contains(period, Period.ofDay(closing(rule, fact)));
    }

    private static boolean speaks(Fact fact) {
        return fact.number() || "NOT_APPLICABLE".equals(fact.absence());
    }

    private static LocalDate closing(Definition rule, Fact fact) {
        return rule.calendar().closingDay(fact.period());
    }

    private boolean lives(String unit, LocalDate day) {
        return spans.stream().anyMatch(span -> span.unit().code().equals(unit) && span.on(day));
    }

    /** Whether the code meant the same people on both days. */
    private boolean isSame(String unit, LocalDate one, LocalDate other) {
        return !one.isAfter(other)
                && lives(unit, one)
                && lives(unit, other)
                && !begins(unit, other).isAfter(one);
    }

    /** Since when the code means the people that it means on a day. */
    private LocalDate begins(String unit, LocalDate day) {
        LocalDate since = day;
        while (since.getYear() > 2020 && !isCut(unit, since)) {
            since = since.minusDays(1);
        }
        return since;
    }

    private boolean isCut(String unit, LocalDate day) {
        boolean others = edges.stream()
                .anyMatch(e -> e.day().equals(day)
                        && (e.from().equals(unit)
                                        && e.people()
                                        && !(e.to().equals(unit)
                                                && e.population().equals("WHOLE"))
                                || e.to().equals(unit) && !e.from().equals(unit) && e.people()));
        return others || !lives(unit, day.minusDays(1));
    }
}
