package vn.nhipso.directory.change;

import vn.nhipso.directory.DirectoryProblem;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.kit.table.FileErrors;

/** The answer to a list with bad rows. */
public final class ImportRefusal {

    private ImportRefusal() {}

    /** With every error, and its own words where there is only one. */
    public static ProblemException of(FileErrors errors) {
        Text detail = errors.count() == 1
                ? errors.listed().getFirst().detail()
                : Text.of(
                        "Có %d lỗi, xem errors; không có gì được ghi.",
                        "There are %d errors, see errors; nothing was recorded.", errors.count());
        return errors.problem(DirectoryProblem.IMPORT_REFUSED, detail);
    }
}
