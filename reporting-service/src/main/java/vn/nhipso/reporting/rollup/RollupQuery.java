package vn.nhipso.reporting.rollup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.period.Period;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemError;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.reporting.catalogue.Level;

/**
 * What a caller wants to know.
 *
 * @param units by name; or those of {@code level} at or below {@code within}
 * @param validAt the day on whose hierarchy, where it is not the closing day
 * @param asOf the moment of knowledge, where it is not now
 */
record RollupQuery(
        List<String> indicators,
        List<Period> periods,
        List<String> units,
        @Nullable Level level,
        @Nullable String within,
        Scope scope,
        @Nullable LocalDate validAt,
        @Nullable Instant asOf) {

    /** The unit at or below which those of {@code level} lie. */
    String top() {
        return within == null ? "VN" : within;
    }

    /** Fails with INVALID_PARAMETER for what makes no question. */
    static RollupQuery of(SelectionQuery asked, @Nullable LocalDate validAt, @Nullable Instant asOf) {
        require(
                !asked.indicators.isEmpty(),
                "indicator",
                "Cần ít nhất một indicator.",
                "At least one indicator is needed.");
        require(!asked.periods.isEmpty(), "period", "Cần ít nhất một period.", "At least one period is needed.");
        require(
                asked.units.isEmpty() == (asked.level != null),
                "unit",
                "Cần hoặc unit, hoặc level (cùng within).",
                "Either unit or level (with within) is needed.");
        require(
                asked.level != null || asked.within == null,
                "within",
                "within chỉ đi cùng level.",
                "within needs level.");
        ValidAt.require(validAt);
        return new RollupQuery(
                asked.indicators.stream().distinct().toList(),
                asked.periods.stream().distinct().sorted().toList(),
                asked.units,
                asked.level,
                asked.within,
                asked.scope,
                validAt,
                asOf);
    }

    private static void require(boolean met, String parameter, String vi, String en) {
        if (!met) {
            Text detail = new Text(vi, en);
            throw new ProblemException(KitProblem.INVALID_PARAMETER, detail)
                    .withErrors(List.of(ProblemError.at(parameter, KitProblem.INVALID_PARAMETER.name(), detail)));
        }
    }
}
