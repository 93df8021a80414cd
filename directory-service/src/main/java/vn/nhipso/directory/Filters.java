package vn.nhipso.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemError;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;

/** Query parameters that are free text. */
public final class Filters {

    private static final int LONGEST = 500;

    private Filters() {}

    /** Refuses what no value could be: overlong text and characters that the database does not take. */
    public static @Nullable String text(String name, @Nullable String value) {
        if (value != null && (value.length() > LONGEST || value.indexOf('\0') >= 0)) {
            Text detail = Text.of(
                    "%s dài quá %d ký tự hoặc có ký tự không hợp lệ.",
                    "%s is longer than %d characters or has a character that is not valid.", name, LONGEST);
            throw new ProblemException(KitProblem.INVALID_PARAMETER, detail)
                    .withErrors(List.of(ProblemError.at(name, KitProblem.INVALID_PARAMETER.name(), detail)));
        }
        return value;
    }
}
