package vn.nhipso.reporting.explanation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.nhipso.reporting.explanation.ExplanationView.Contribution;
import vn.nhipso.reporting.explanation.ExplanationView.Excluded;
import vn.nhipso.reporting.restatement.Placement;
import vn.nhipso.reporting.rollup.RestatedAnswers.Placed;
import vn.nhipso.reporting.rollup.RollupItem;
import vn.nhipso.reporting.rollup.Scope;

/**
 * The published figures of units that are placed at or below a unit of another day and are not in its number. Why is known from the provinces of the
 * closing day, followed down as ever; a figure that a stated one stands for there enters here by itself, and is none of these.
 */
final class RestatedExclusions {

    private RestatedExclusions() {}

    static List<Excluded> of(
            Connection connection, RollupItem item, List<Placed> placed, RestatedTrace entered, LocalDate today)
            throws SQLException {
        Set<String> units = placed.stream().map(one -> one.placement().unit()).collect(Collectors.toSet());
        List<Excluded> excluded = new ArrayList<>();
        for (String province : provinces(placed)) {
            Trace trace = Trace.of(connection, item.definition().code(), item.period(), province, Scope.WHOLE, today);
            trace.contributions().stream()
                    .filter(one -> !entered.hasWeighed(one))
                    .map(RestatedExclusions::addsNothing)
                    .forEach(excluded::add);
            excluded.addAll(trace.excluded());
        }
        return excluded.stream()
                .filter(one -> units.contains(one.unit()) && !entered.has(one))
                .sorted(Comparator.comparing(Excluded::unit).thenComparing(Excluded::scope))
                .toList();
    }

    private static List<String> provinces(List<Placed> placed) {
        return placed.stream()
                .map(Placed::placement)
                .filter(placement -> placement.way().size() > 1)
                .map(RestatedExclusions::province)
                .distinct()
                .sorted()
                .toList();
    }

    private static String province(Placement placement) {
        return placement.way().get(placement.way().size() - 2);
    }

    /** A stated figure that was chosen there, and says no more than those below it, which are here by themselves. */
    private static Excluded addsNothing(Contribution stated) {
        return new Excluded(
                stated.unit(),
                stated.name(),
                stated.level(),
                stated.scope(),
                stated.numerator(),
                stated.denominator(),
                stated.value(),
                stated.period(),
                stated.measurement(),
                stated.revision(),
                stated.recordedAt(),
                Exclusion.NOT_CHOSEN,
                null);
    }
}
