package vn.nhipso.indicator.definition;

import vn.nhipso.kit.problem.ProblemCode;
import vn.nhipso.kit.problem.ProblemError;
import vn.nhipso.kit.problem.Text;

/**
 * Why a definition is refused.
 *
 * @param field of the body that is to blame
 */
record Violation(ProblemCode code, String field, Text detail) {

    ProblemError error() {
        return ProblemError.at("/" + field, code.name(), detail);
    }
}
