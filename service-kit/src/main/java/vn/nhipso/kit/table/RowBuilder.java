package vn.nhipso.kit.table;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.Text;

/** A row while it is read. Of an over-long cell and of too many cells it keeps only what shows that they are. */
final class RowBuilder {

    private final int line;
    private final TableLimits limits;
    private final List<String> cells = new ArrayList<>();
    private final List<CellFault> faults = new ArrayList<>();
    private final Map<Integer, NumberCell> numbers = new HashMap<>(0);
    private final BitSet refused = new BitSet();
    private final StringBuilder cell = new StringBuilder();

    RowBuilder(int line, TableLimits limits) {
        this.line = line;
        this.limits = limits;
    }

    int line() {
        return line;
    }

    /** Faults of the way it was written; the texts themselves are checked later. */
    List<CellFault> faults() {
        return faults;
    }

    int size() {
        return cells.size();
    }

    /** The cell as it was read; "" behind the last one. */
    String text(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }

    /** The numbers in the first columns. */
    Map<Integer, NumberCell> numbers(int width) {
        numbers.keySet().removeIf(column -> column >= width);
        return Map.copyOf(numbers);
    }

    void put(int column, NumberCell number) {
        numbers.put(Math.min(column, limits.columns()), number);
    }

    void append(int character) {
        if (!isTooLong()) {
            cell.append((char) character);
        }
    }

    boolean isTooLong() {
        return cell.length() > limits.cellLength();
    }

    /** What stands behind the first line end belongs to other rows. */
    void forgetLinesBehindTheFirst() {
        int end = cell.indexOf("\n");
        cell.setLength(end < 0 ? cell.length() : end);
    }

    /** Closes the cell that was appended to. */
    void endCell() {
        put(cells.size(), cell.toString());
        cell.setLength(0);
    }

    /** Puts a cell at its column; those before it that were not sent are empty. One column more than allowed is kept, to be refused. */
    void put(int column, String text) {
        int place = Math.min(column, limits.columns());
        while (cells.size() < place) {
            cells.add("");
        }
        if (place == cells.size()) {
            cells.add(text);
        } else if (!text.isBlank()) {
            cells.set(place, text);
        }
    }

    /** Of a column the first fault is kept, and of all columns behind the last allowed one: a row has no more faults than cells. */
    void refuse(int column, KitProblem code, Text detail) {
        int place = Math.min(column, limits.columns());
        if (!refused.get(place)) {
            refused.set(place);
            faults.add(new CellFault(place, code, detail));
        }
    }
}
