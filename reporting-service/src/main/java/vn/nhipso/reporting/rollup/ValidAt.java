package vn.nhipso.reporting.rollup;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemError;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;

/** The day on whose hierarchy a caller wants to read. */
public final class ValidAt {

    private static final int EARLIEST = 1900;
    private static final int LATEST = 2100;

    private ValidAt() {}

    /** Refuses days that no calendar of ours reaches. */
    public static void require(@Nullable LocalDate validAt) {
        if (validAt != null && (validAt.getYear() < EARLIEST || validAt.getYear() > LATEST)) {
            Text detail = new Text(
                    "validAt phải nằm trong các năm 1900 đến 2100.", "validAt must lie in the years 1900 to 2100.");
            throw new ProblemException(KitProblem.INVALID_PARAMETER, detail)
                    .withErrors(List.of(ProblemError.at("validAt", KitProblem.INVALID_PARAMETER.name(), detail)));
        }
    }
}
