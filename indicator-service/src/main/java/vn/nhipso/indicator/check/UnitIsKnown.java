package vn.nhipso.indicator.check;

import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.IndicatorProblem;
import vn.nhipso.kit.problem.Text;

/** The directory has told of the unit's code, for whatever time. */
final class UnitIsKnown implements Check {

    @Override
    public @Nullable Rejection reject(Candidate candidate) {
        return candidate.history().isKnown()
                ? null
                : new Rejection(
                        IndicatorProblem.UNIT_UNKNOWN,
                        "unit",
                        Text.of(
                                "Không có đơn vị mang mã %s.",
                                "There is no unit with code %s.",
                                candidate.history().code()));
    }
}
