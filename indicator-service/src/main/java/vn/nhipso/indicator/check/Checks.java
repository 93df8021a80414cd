package vn.nhipso.indicator.check;

import java.util.ArrayList;
import java.util.List;

/** All rejecting rules of DESIGN 5. */
public final class Checks {

    private static final List<Check> ALL = List.of(
            new UnitIsKnown(),
            new UnitWasAlive(),
            new IndicatorIsValid(),
            new PeriodHasBegun(),
            new FlowIsOfAPeriod(),
            new LevelReports(),
            new ScopeIsOfUse(),
            new NumbersFitTheKind(),
            new NumbersAreInRange(),
            new NumbersAreNotNegative(),
            new NumeratorIsWithinDenominator(),
            new PercentIsWithin100());

    private Checks() {}

    /** Everything that is wrong with it; empty when it is accepted. */
    public static List<Rejection> rejections(Candidate candidate) {
        List<Rejection> rejections = List.of();
        for (Check check : ALL) {
            Rejection rejection = check.reject(candidate);
            if (rejection != null) {
                if (rejections.isEmpty()) {
                    rejections = new ArrayList<>();
                }
                rejections.add(rejection);
            }
        }
        return rejections;
    }
}
