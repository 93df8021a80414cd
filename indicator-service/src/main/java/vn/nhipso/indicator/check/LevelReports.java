package vn.nhipso.indicator.check;

import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.IndicatorProblem;
import vn.nhipso.indicator.unit.Level;
import vn.nhipso.indicator.unit.UnitVersion;
import vn.nhipso.kit.problem.Text;

/** Nothing is reported from below the lowest level that reports. */
final class LevelReports implements Check {

    @Override
    public @Nullable Rejection reject(Candidate candidate) {
        UnitVersion unit = candidate.unit();
        Level lowest = candidate.definition().lowestLevel();
        return unit == null || !lowest.isAbove(unit.level())
                ? null
                : new Rejection(
                        IndicatorProblem.LEVEL_DOES_NOT_REPORT,
                        "unit",
                        Text.of(
                                "%s được báo cáo từ cấp %s trở lên; %s thuộc cấp %s.",
                                "%s is reported from %s upwards; %s is a %s.",
                                candidate.definition().code(),
                                lowest,
                                unit.code(),
                                unit.level()));
    }
}
