package vn.nhipso.indicator.check;

import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.IndicatorProblem;
import vn.nhipso.kit.problem.Text;

/** A period that has not begun is in the future; one that runs may be reported and is provisional. */
final class PeriodHasBegun implements Check {

    @Override
    public @Nullable Rejection reject(Candidate candidate) {
        return candidate.definition().calendar().hasBegun(candidate.period(), candidate.today())
                ? null
                : new Rejection(
                        IndicatorProblem.PERIOD_IN_FUTURE,
                        "period",
                        Text.of("Kỳ %s chưa bắt đầu.", "The period %s has not begun.", candidate.period()));
    }
}
