package vn.nhipso.directory.catalogue;

import vn.nhipso.directory.CleanText;
import vn.nhipso.directory.DirectoryProblem;
import vn.nhipso.directory.Refusals;
import vn.nhipso.kit.problem.ProblemError;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.kit.table.FileErrors;

/** Names what is wrong with the cells of a file, and reads texts so that only clean ones come in. */
final class RowErrors {

    private static final Text FORMULA = new Text(
            "Ô bắt đầu như một công thức bảng tính (=, +, -, @).",
            "The cell begins like a spreadsheet formula (=, +, -, @).");

    private final FileErrors errors;
    private final String prefix;

    /** @param prefix of the column in errors where several files came together; else "" */
    RowErrors(FileErrors errors, String prefix) {
        this.errors = errors;
        this.prefix = prefix;
    }

    void add(int line, String column, DirectoryProblem problem, Text detail) {
        errors.add(line, prefix + column, problem, detail);
    }

    void missing(int line, String column) {
        add(
                line,
                column,
                DirectoryProblem.FIELD_MISSING,
                Text.of("Ô “%s” để trống.", "The cell \"%s\" is empty.", column));
    }

    /** A text of one line; "" where there is none or it is not fit, which is named. */
    String text(int line, String column, String cell, boolean required) {
        if (cell.isEmpty()) {
            if (required) {
                missing(line, column);
            }
            return "";
        }
        if ("=+-@".indexOf(cell.charAt(0)) >= 0) {
            add(line, column, DirectoryProblem.TEXT_INVALID, FORMULA);
            return "";
        }
        Refusals refusals = new Refusals();
        String clean = CleanText.optional(cell, CleanText.NAME, column, refusals);
        for (ProblemError error : refusals.errors()) {
            add(line, column, DirectoryProblem.valueOf(error.code()), error.detail());
        }
        return clean == null || !refusals.isEmpty() ? "" : clean;
    }
}
