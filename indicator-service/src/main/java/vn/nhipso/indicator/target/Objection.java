package vn.nhipso.indicator.target;

import java.util.List;
import vn.nhipso.kit.problem.ProblemCode;
import vn.nhipso.kit.problem.ProblemError;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;

/**
 * What speaks against a target.
 *
 * @param place of its wish
 * @param pointer to the field that is to blame
 */
record Objection(int place, String pointer, ProblemCode code, Text detail) {

    ProblemException problem() {
        return new ProblemException(code, detail).withErrors(List.of(ProblemError.at(pointer, code.name(), detail)));
    }
}
