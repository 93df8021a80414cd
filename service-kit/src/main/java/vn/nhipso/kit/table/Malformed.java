package vn.nhipso.kit.table;

import org.jboss.logging.Logger;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;

/** Files that cannot be read at all. */
final class Malformed {

    private static final Logger LOG = Logger.getLogger(Malformed.class);

    private Malformed() {}

    /** What a library said of it is for the log only. */
    static ProblemException file(Exception cause) {
        LOG.debugf(cause, "A file cannot be read");
        return file(
                "Tệp hỏng hoặc không phải bảng tính XLSX hay CSV.",
                "The file is damaged, or neither a workbook (XLSX) nor CSV.");
    }

    static ProblemException file(String vi, String en) {
        return new ProblemException(KitProblem.FILE_MALFORMED, new Text(vi, en));
    }

    static ProblemException bomb() {
        return new ProblemException(
                KitProblem.PAYLOAD_TOO_LARGE,
                new Text(
                        "Tệp XLSX giải nén ra quá lớn; hãy chia nhỏ hoặc gửi CSV.",
                        "The workbook is too large once unzipped; split it or send CSV."));
    }
}
