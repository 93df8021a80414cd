package vn.nhipso.kit.table;

import java.util.List;
import java.util.Map;

/**
 * A row of a table.
 *
 * @param line where it begins: the line of a CSV file, the row of a sheet; the first of the file is 1
 * @param cells as many as the header has; outer blanks taken off, otherwise as sent (no Unicode normalisation); "" where nothing was sent
 * @param faults what is wrong with its cells; a row with faults is not to be used
 * @param numbers by column, the cells of a workbook that hold numbers; their cells have them as text, too
 */
public record TableRow(int line, List<String> cells, List<CellFault> faults, Map<Integer, NumberCell> numbers) {

    /** A row of texts alone. */
    public TableRow(int line, List<String> cells, List<CellFault> faults) {
        this(line, cells, faults, Map.of());
    }

    /**
     * Whether a spreadsheet that opens this text from a CSV would run it: it begins with {@code =}, {@code +}, {@code -} or {@code @}. Numbers
     * with a sign are none.
     */
    public boolean looksLikeFormula(int cell) {
        String text = cells.get(cell);
        return !text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0 && !text.matches("[+-]?[0-9.,]+");
    }
}
