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

    private final Map<Pair, Integer> columns = new HashMap<>();
    private final Map<String, Integer> rows = new HashMap<>();
    private final @Nullable FigureView[] cells;

    FigureGrid(Collection<Pair> pairs, List<String> units) {
        pairs.forEach(pair -> columns.put(pair, columns.size()));
        units.forEach(unit -> rows.put(unit, rows.size()));
        cells = new FigureView[Math.multiplyExact(columns.size(), rows.size())];
    }

    void put(Pair pair, String unit, FigureView figure) {
        cells[place(pair, unit)] = figure;
    }

    boolean isEmpty(Pair pair, String unit) {
        return cells[place(pair, unit)] == null;
    }

    /** Those that were put in, unit by unit. */
    List<FigureView> told() {
        return Arrays.stream(cells).filter(Objects::nonNull).toList();
    }

    private int place(Pair pair, String unit) {
        return Objects.requireNonNull(rows.get(unit)) * columns.size() + Objects.requireNonNull(columns.get(pair));
    }
}
