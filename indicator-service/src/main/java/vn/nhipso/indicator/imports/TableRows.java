package vn.nhipso.indicator.imports;

import java.util.List;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.kit.table.CellFault;
import vn.nhipso.kit.table.TableRow;

/** What a row of a table must keep, whatever it means. */
public final class TableRows {

    /** How people write "nothing". */
    private static final String NONE = "-";

    private TableRows() {}

    /** Whether its cells can be read and none is a formula; what speaks against it is among the errors. */
    public static boolean isSound(TableRow row, List<String> header, ImportErrors errors) {
        int before = errors.count();
        for (CellFault fault : row.faults()) {
            errors.add(row.line(), place(header, fault.cell()), fault.code(), fault.detail());
        }
        for (int cell = 0; cell < row.cells().size(); cell++) {
            if (row.looksLikeFormula(cell) && !row.cells().get(cell).equals(NONE)) {
                errors.add(
                        row.line(),
                        place(header, cell),
                        KitProblem.CELL_INVALID,
                        new Text("Ô là một công thức.", "The cell is a formula."));
            }
        }
        return errors.count() == before;
    }

    private static String place(List<String> header, int cell) {
        boolean named = cell < header.size() && !header.get(cell).isEmpty();
        return "/" + (named ? header.get(cell) : String.valueOf(cell + 1));
    }
}
