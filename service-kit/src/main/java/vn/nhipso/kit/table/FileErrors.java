package vn.nhipso.kit.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.problem.ProblemCode;
import vn.nhipso.kit.problem.ProblemError;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;

/** Collects what is wrong with a file: the first {@value ProblemException#LISTED_ERRORS} are listed, all are counted. */
public final class FileErrors {

    private final List<ProblemError> listed = new ArrayList<>();
    private int count;

    /**
     * @param line of the file; the header is line 1
     * @param column name of the column; null where the row as a whole is meant
     */
    public void add(int line, @Nullable String column, ProblemCode code, Text detail) {
        add(line, column, code.name(), detail);
    }

    /** As {@link #add(int, String, ProblemCode, Text)}, with the bare name of a code. */
    public void add(int line, @Nullable String column, String code, Text detail) {
        count++;
        if (listed.size() < ProblemException.LISTED_ERRORS) {
            listed.add(ProblemError.row(line, column == null ? null : "/" + column, code, detail));
        }
    }

    /**
     * Adds the faults of a row.
     *
     * @param header the names of the columns; a cell without one is named by its number, from 1
     * @return whether there were any
     */
    public boolean addFaults(TableRow row, List<String> header) {
        for (CellFault fault : row.faults()) {
            int cell = fault.cell();
            boolean named = cell < header.size() && !header.get(cell).isEmpty();
            add(row.line(), named ? header.get(cell) : String.valueOf(cell + 1), fault.code(), fault.detail());
        }
        return !row.faults().isEmpty();
    }

    public boolean isEmpty() {
        return count == 0;
    }

    /** All of them, the unlisted ones too. */
    public int count() {
        return count;
    }

    /** The listed ones by line. */
    public List<ProblemError> listed() {
        return listed.stream()
                .sorted(Comparator.comparing(ProblemError::row, Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
    }

    /** A problem that lists them and has their number as {@code errorCount}. */
    public ProblemException problem(ProblemCode code, Text detail) {
        return new ProblemException(code, detail).withErrors(listed()).with("errorCount", count);
    }
}
