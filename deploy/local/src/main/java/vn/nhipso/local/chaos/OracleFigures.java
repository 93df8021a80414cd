package vn.nhipso.local.chaos;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which figure of a unit and scope counts for a period: the reported one, of a STOCK the last state, of a FLOW the sum of its months. */
final class OracleFigures {

    private final Map<FigureKey, Content> facts;

    OracleFigures(Map<FigureKey, Content> facts) {
        this.facts = facts;
    }

    OracleFigure of(Measure rule, Term period, Country.Place place, FigureKey.Scope scope) {
        OracleFigure exact = reported(rule, period, place, scope);
        if (speaks(exact)) {
            return exact;
        }
        if (!rule.flow()) {
            return lastState(rule, period, place, scope);
        }
        return rule.kind().isAddedOverTime()
                ? sumOfMonths(rule, period, place, scope).orElse(exact)
                : exact;
    }

    private Optional<OracleFigure> sumOfMonths(Measure rule, Term period, Country.Place place, FigureKey.Scope scope) {
        List<OracleFigure> months = period.months().stream()
                .map(month -> reported(rule, month, place, scope))
                .filter(figure -> figure.cn() != null)
                .toList();
        if (months.isEmpty()) {
            return Optional.empty();
        }
        OracleFigure sum = OracleFigure.sum(
                rule,
                Oracle.sum(months, OracleFigure::cn),
                Oracle.sum(months, OracleFigure::cd),
                Marks.ofSum(months.stream().map(month -> month.side().marks()).toList()));
        return Optional.of(sum.ofSomeMonths(months.size() < period.length()));
    }

    /** A quarter speaks for its last month too. A number goes before words, the period itself before others, the later before the earlier. */
    private OracleFigure lastState(Measure rule, Term period, Country.Place place, FigureKey.Scope scope) {
        return Stream.concat(period.months().stream(), Stream.of(period, period.endedWith()))
                .distinct()
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
