package vn.nhipso.directory;

import java.util.ArrayList;
import java.util.List;
import vn.nhipso.kit.problem.ProblemCode;
import vn.nhipso.kit.problem.ProblemError;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;

/** Everything found wrong with a request, so that all of it is said at once. */
public final class Refusals {

    private final List<ProblemError> errors = new ArrayList<>();

    public void add(String pointer, ProblemCode code, Text detail) {
        errors.add(ProblemError.at(pointer, code.name(), detail));
    }

    /** With the code's own title as detail. */
    public void add(String pointer, ProblemCode code) {
        add(pointer, code, code.title());
    }

    public boolean isEmpty() {
        return errors.isEmpty();
    }

    public List<ProblemError> errors() {
        return List.copyOf(errors);
    }

    /** Fails with everything found, under one heading. */
    public void throwIfAny(ProblemCode heading) {
        if (!errors.isEmpty()) {
            throw problem(heading);
        }
    }

    public ProblemException problem(ProblemCode heading) {
        Text detail = errors.size() == 1
                ? errors.getFirst().detail()
                : Text.of("Có %d lỗi, xem errors.", "There are %d errors, see errors.", errors.size());
        return new ProblemException(heading, detail).withErrors(errors());
    }
}
