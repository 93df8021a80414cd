package vn.nhipso.kit.table;

import java.io.IOException;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;

/** Holds the rows of a file against its header and the limits. */
final class CheckedTable implements TableReader {

    /** A sheet that was formatted to its last row has a million of them. */
    private static final int MOST_BLANK_ROWS = 2_000_000;

    private final RowSource source;
    private final TableLimits limits;
    private final CellChecks checks;
    private final List<String> header;
    private @Nullable TableRow following;
    private int rows;
    private int blankRows;

    CheckedTable(RowSource source, TableLimits limits) throws IOException {
        this.source = source;
        this.limits = limits;
        this.checks = new CellChecks(limits);
        try {
            this.header = readHeader();
            this.following = read();
            if (following == null) {
                throw empty("Tệp chỉ có dòng tiêu đề.", "The file has a header and no rows.");
            }
        } catch (IOException | RuntimeException failed) {
            source.close();
            throw failed;
        }
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public boolean hasNext() {
        return following != null;
    }

    @Override
    public TableRow next() {
        TableRow row = following;
        if (row == null) {
            throw new NoSuchElementException();
        }
        try {
            following = read();
        } catch (IOException unreadable) {
            throw Malformed.file(unreadable);
        }
        return row;
    }

    @Override
    public void close() {
        try {
            source.close();
        } catch (IOException failed) {
            throw Malformed.file(failed);
        }
    }

    private List<String> readHeader() throws IOException {
        RowBuilder first = nextNotBlank();
        if (first == null) {
            throw empty("Tệp không có nội dung.", "There is nothing in the file.");
        }
        int width = width(first);
        if (width > limits.columns()) {
            throw Malformed.file(
                    "Tệp có nhiều hơn " + limits.columns() + " cột.",
                    "The file has more than " + limits.columns() + " columns.");
        }
        TableRow checked = checks.row(first, width);
        if (!checked.faults().isEmpty()) {
            FileErrors errors = new FileErrors();
            errors.addFaults(checked, List.of());
            CellFault fault = checked.faults().getFirst();
            throw errors.problem(fault.code(), fault.detail());
        }
        return checked.cells();
    }

    private @Nullable TableRow read() throws IOException {
        RowBuilder row = nextNotBlank();
        if (row == null) {
            return null;
        }
        if (++rows > limits.rows()) {
            throw tooManyRows();
        }
        return checks.row(row, header.size());
    }

    private @Nullable RowBuilder nextNotBlank() throws IOException {
        RowBuilder row = source.next();
        while (row != null && width(row) == 0 && row.faults().isEmpty()) {
            if (++blankRows > MOST_BLANK_ROWS) {
                throw tooManyRows();
            }
            row = source.next();
        }
        return row;
    }

    private ProblemException tooManyRows() {
        return new ProblemException(
                KitProblem.TOO_MANY_ROWS,
                Text.of(
                        "Tệp có nhiều hơn %d dòng; hãy chia nhỏ.",
                        "The file has more than %d rows; split it.", limits.rows()));
    }

    /** Cells up to the last one that is not blank. */
    private static int width(RowBuilder row) {
        int width = row.size();
        while (width > 0 && CellChecks.strip(row.text(width - 1)).isEmpty()) {
            width--;
        }
        return width;
    }

    private static ProblemException empty(String vi, String en) {
        return new ProblemException(KitProblem.FILE_EMPTY, new Text(vi, en));
    }
}
