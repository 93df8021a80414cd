package vn.nhipso.local.chaos;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which figure of a unit and scope counts for a period: the reported one, of a STOCK the last state, of a FLOW the sum of its months. What was before
 * a merger is that of all who went into the unit.
 */
final class OracleFigures {

    private final Country country;
    private final Map<FigureKey, Content> facts;

    OracleFigures(Country country, Map<FigureKey, Content> facts) {
        this.country = country;
        this.facts = facts;
    }

    OracleFigure of(Measure rule, Term period, Country.Place place, FigureKey.Scope scope) {
        OracleFigure exact = reported(rule, period, place, scope);
        if (speaks(exact)) {
            return exact;
        }
        Optional<Map.Entry<Country.Merger, LocalDate>> origin = country.origin(place.code(), period.closes());
        LocalDate begins = origin.map(Map.Entry::getValue).orElse(Country.BEGIN);
        boolean added = rule.kind().isAddedOverTime();
        List<Country.Place> before = added && scope == FigureKey.Scope.OWN
                ? origin.map(country::predecessors).orElse(List.of())
                : List.of();
        if (rule.flow()) {
            return added
                    ? sumOfMonths(rule, period, place, scope, begins, before).orElse(exact)
                    : exact;
        }
        OracleFigure state = lastState(rule, period, place, scope, begins);
        return speaks(state)
                ? state
                : carriedState(rule, period, begins, before).orElse(state);
    }

    private Optional<OracleFigure> sumOfMonths(
            Measure rule,
            Term period,
            Country.Place place,
            FigureKey.Scope scope,
            LocalDate begins,
            List<Country.Place> before) {
        List<OracleFigure> months = period.months().stream()
                .map(month -> month.closes().isBefore(begins)
                        ? sum(
                                rule,
                                before.stream()
                                        .map(one -> reported(rule, month, one, scope))
                                        .toList())
                        : Optional.of(reported(rule, month, place, scope)))
                .flatMap(Optional::stream)
                .filter(figure -> figure.cn() != null)
                .toList();
        return months.isEmpty()
                ? Optional.empty()
                : Optional.of(OracleFigure.sum(
                                rule,
                                Oracle.sum(months, OracleFigure::cn),
                                Oracle.sum(months, OracleFigure::cd),
                                Marks.ofSum(marks(months)))
                        .ofSomeMonths(months.size() < period.length()));
    }

    /** Only where each has counts. */
    private static Optional<OracleFigure> sum(Measure rule, List<OracleFigure> parts) {
        if (parts.isEmpty() || parts.stream().anyMatch(part -> part.cn() == null)) {
            return Optional.empty();
        }
        Set<Marks> all = EnumSet.noneOf(Marks.class);
        marks(parts).forEach(all::addAll);
        return Optional.of(
                OracleFigure.sum(rule, Oracle.sum(parts, OracleFigure::cn), Oracle.sum(parts, OracleFigure::cd), all));
    }

    private static List<Set<Marks>> marks(List<OracleFigure> figures) {
        return figures.stream().map(figure -> figure.side().marks()).toList();
    }

    private Optional<OracleFigure> carriedState(
            Measure rule, Term period, LocalDate begins, List<Country.Place> before) {
        List<Term> terms = period.months().stream()
                .filter(month -> month.closes().isBefore(begins))
                .toList()
                .reversed();
        List<OracleFigure> states = before.stream()
                .map(one -> terms.stream()
                        .map(term -> reported(rule, term, one, FigureKey.Scope.OWN))
                        .filter(OracleFigures::speaks)
                        .findFirst()
                        .orElse(OracleFigure.NONE))
                .toList();
        return sum(rule, states)
                .map(sum -> OracleFigure.sum(
                        rule, sum.cn(), sum.cd(), Marks.ofSum(List.of(sum.side().marks()))));
    }

    /** A quarter speaks for its last month too. A number goes before words, the period itself before others, the later before the earlier. */
    private OracleFigure lastState(
            Measure rule, Term period, Country.Place place, FigureKey.Scope scope, LocalDate begins) {
        return Stream.concat(period.months().stream(), Stream.of(period, period.endedWith()))
                .distinct()
                .filter(term -> !term.closes().isBefore(begins))
                .map(term -> Map.entry(term, reported(rule, term, place, scope)))
                .filter(entry -> !entry.getValue().equals(OracleFigure.NONE))
                .max(Comparator.<Map.Entry<Term, OracleFigure>, Boolean>comparing(entry -> speaks(entry.getValue()))
                        .thenComparing(entry -> entry.getKey().equals(period))
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getValue)
                .orElse(OracleFigure.NONE);
    }

    private static boolean speaks(OracleFigure figure) {
        return figure.isNumber() || "NOT_APPLICABLE".equals(figure.absence());
    }

    private OracleFigure reported(Measure rule, Term period, Country.Place place, FigureKey.Scope scope) {
        Content content = facts.get(new FigureKey(rule.code(), place.code(), period, scope));
        return content == null ? OracleFigure.NONE : OracleFigure.of(rule, scope, content);
    }
}
