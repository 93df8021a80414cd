package vn.nhipso.indicator;

import java.util.List;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemError;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;

/** Parameters that are true or false. */
public final class Flags {

    private Flags() {}

    /** Strictly: whoever writes dryRun=yes must not find it stored. */
    public static boolean isTrue(String name, String given) {
        return switch (given) {
            case "true" -> true;
            case "false" -> false;
            default -> {
                Text detail = Text.of("%s là true hoặc false.", "%s is true or false.", name);
                throw new ProblemException(KitProblem.INVALID_PARAMETER, detail)
                        .withErrors(List.of(ProblemError.at(name, KitProblem.INVALID_PARAMETER.name(), detail)));
            }
        };
    }
}
