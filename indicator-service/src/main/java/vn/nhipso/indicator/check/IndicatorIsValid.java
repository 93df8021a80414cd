package vn.nhipso.indicator.check;

import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.IndicatorProblem;
import vn.nhipso.kit.problem.Text;

/** The definition is in force on the closing day of the period. */
final class IndicatorIsValid implements Check {

    @Override
    public @Nullable Rejection reject(Candidate candidate) {
        return candidate.definition().isValidFor(candidate.period())
                ? null
                : new Rejection(
                        IndicatorProblem.INDICATOR_NOT_VALID,
                        "indicator",
                        Text.of(
                                "Chỉ tiêu %s không có hiệu lực trong kỳ %s.",
                                "Indicator %s is not in force in %s.",
                                candidate.definition().code(),
                                candidate.period()));
    }
}
