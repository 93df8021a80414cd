package vn.nhipso.indicator.check;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.IndicatorProblem;
import vn.nhipso.kit.problem.Text;

/** The code was borne by a unit on the closing day of the period: codes are used again, so that a code means something only with a date. */
final class UnitWasAlive implements Check {

    @Override
    public @Nullable Rejection reject(Candidate candidate) {
        if (candidate.unit() != null || !candidate.history().isKnown()) {
            return null;
        }
        LocalDate day = candidate.definition().calendar().closingDay(candidate.period());
        return new Rejection(
                IndicatorProblem.UNIT_NOT_ALIVE,
                "unit",
                Text.of(
                        "Vào ngày %2$s không có đơn vị mang mã %1$s.",
                        "No unit bore the code %1$s on %2$s.",
                        candidate.history().code(),
                        day));
    }
}
