package vn.nhipso.reporting.rollup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.nhipso.reporting.hierarchy.UnitAt;
import vn.nhipso.reporting.hierarchy.UnitLookup;
import vn.nhipso.reporting.rollup.RollupAnswers.Asked;
import vn.nhipso.reporting.rollup.RollupReader.Pair;
import vn.nhipso.reporting.sql.Pipeline;

/** The chosen figures of a scope alone, tens of thousands at once: of what is kept, each row becomes what is told of it while it is read. */
final class FigureAnswers {

    private final Connection connection;
    private final RollupAnswers answers;
    private final LocalDate today;
    private final RollupQuery query;

    /** @param answers without who is missing, distributions and words */
    FigureAnswers(Connection connection, RollupAnswers answers, LocalDate today, RollupQuery query) {
        this.connection = connection;
        this.answers = answers;
        this.today = today;
        this.query = query;
    }

    /** Unit by unit. Fails as {@link RollupAnswers#of}. */
    List<FigureView> of(List<String> codes) throws SQLException {
        Map<Pair, Asked> asked = answers.ask(query.indicators(), query.periods());
        FigureGrid grid = new FigureGrid(asked.keySet(), codes);
        List<Pair> kept = asked.keySet().stream()
                .filter(pair -> ChosenRow.isRead(query.scope())
                        && how(asked, pair).standing().kept())
                .toList();
        Map<LocalDate, Map<String, UnitAt>> living = kept(asked, kept, codes, grid);
        Map<Pair, Asked> others = RollupAnswers.without(asked, kept);
        for (RollupItem item : others.isEmpty() ? List.<RollupItem>of() : answers.items(others, codes)) {
            if (on(living, item.closes()).containsKey(item.unit().code())) {
                int column = grid.column(new Pair(item.definition().code(), item.period()));
                grid.put(column, item.unit().code(), told(item));
            }
        }
        for (Pair pair : kept) {
            Asked how = how(asked, pair);
            int column = grid.column(pair);
            for (UnitAt unit : on(living, how.closes()).values()) {
                if (grid.isEmpty(column, unit.code())) {
                    grid.put(column, unit.code(), told(RollupAnswers.nothing(pair, how, unit)));
                }
            }
        }
        return grid.told();
    }

    /** Fills in what is kept; gives the units that are asked about, by day. */
    private Map<LocalDate, Map<String, UnitAt>> kept(
            Map<Pair, Asked> asked, List<Pair> kept, List<String> codes, FigureGrid grid) throws SQLException {
        List<LocalDate> days =
                asked.values().stream().map(Asked::closes).distinct().toList();
        try (Pipeline pipeline = new Pipeline(connection, Pipeline.of(UnitLookup.AT, ChosenRow.sql(query.scope())))) {
            UnitLookup.bindAt(pipeline.parameters(), 1, connection, codes, days);
            FirstLook.bind(pipeline.parameters(), 3, connection, kept, codes);
            Map<LocalDate, Map<String, UnitAt>> living = UnitLookup.at(pipeline.next(), days);
            requireOrRetain(living, codes);
            List<ChosenRow.Of> of = kept.stream()
                    .map(pair -> new ChosenRow.Of(pair, how(asked, pair), grid.column(pair)))
                    .toList();
            ResultSet row = pipeline.next();
            while (row.next()) {
                ChosenRow.Of pair = of.get(ChosenRow.pair(row));
                UnitAt unit = on(living, pair.how().closes()).get(ChosenRow.unit(row));
                if (unit != null) {
                    grid.put(pair.column(), unit.code(), told(ChosenRow.item(row, query.scope(), pair, unit)));
                }
            }
            return living;
        }
    }

    private void requireOrRetain(Map<LocalDate, Map<String, UnitAt>> living, List<String> codes) throws SQLException {
        if (query.level() == null) {
            living.forEach((day, units) -> RollupAnswers.requireAll(codes, units.keySet(), day));
        } else {
            answers.retainListed(living, codes, query.level().depth(), query.top());
        }
    }

    private FigureView told(RollupItem item) {
        return FigureView.of(item, query.scope(), today);
    }

    private static Asked how(Map<Pair, Asked> asked, Pair pair) {
        return Objects.requireNonNull(asked.get(pair));
    }

    private static Map<String, UnitAt> on(Map<LocalDate, Map<String, UnitAt>> living, LocalDate day) {
        return living.getOrDefault(day, Map.of());
    }
}
