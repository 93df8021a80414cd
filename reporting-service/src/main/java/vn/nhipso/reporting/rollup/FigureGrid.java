package vn.nhipso.reporting.rollup;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.nhipso.reporting.rollup.RollupReader.Pair;

/** Figures by unit and by indicator and period, each in its place whatever the order in which they come. */
final class FigureGrid {

    private final List<Pair> pairs;
    private final Map<String, Integer> rows = new HashMap<>();
    private final @Nullable FigureView[] cells;

    FigureGrid(Collection<Pair> pairs, List<String> units) {
        this.pairs = List.copyOf(pairs);
        units.forEach(unit -> rows.put(unit, rows.size()));
        cells = new FigureView[Math.multiplyExact(this.pairs.size(), rows.size())];
    }

    /** The place of an indicator and period in each row. */
    int column(Pair pair) {
        return pairs.indexOf(pair);
    }

    void put(int column, String unit, FigureView figure) {
        cells[place(column, unit)] = figure;
    }

    boolean isEmpty(int column, String unit) {
        return cells[place(column, unit)] == null;
    }

    /** Those that were put in, unit by unit. */
    List<FigureView> told() {
        return Arrays.stream(cells).filter(Objects::nonNull).toList();
    }

    private int place(int column, String unit) {
        return Objects.requireNonNull(rows.get(unit)) * pairs.size() + column;
    }
}
