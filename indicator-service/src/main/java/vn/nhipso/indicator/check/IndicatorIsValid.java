package vn.nhipso.indicator.check;

import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.IndicatorProblem;
import vn.nhipso.indicator.definition.Definition;
import vn.nhipso.kit.problem.Text;

/** The definition is in force on the closing day of the period. */
final class IndicatorIsValid implements Check {

    @Override
    public @Nullable Rejection reject(Candidate candidate) {
        return candidate.definition().isValidFor(candidate.period())
                ? null
                : new Rejection(IndicatorProblem.INDICATOR_NOT_VALID, "indicator", detail(candidate));
    }

    /** Names the indicator that took its place, if one did. */
    private static Text detail(Candidate candidate) {
        Definition definition = candidate.definition();
        Text plain = Text.of(
                "Chỉ tiêu %s không có hiệu lực trong kỳ %s.",
                "Indicator %s is not in force in %s.", definition.code(), candidate.period());
        boolean ended = definition.validTo() != null
                && !definition.calendar().closingDay(candidate.period()).isBefore(definition.validTo());
        return !ended || definition.replacedBy() == null
                ? plain
                : new Text(
                        plain.vi() + " Từ " + definition.validTo() + " dùng chỉ tiêu " + definition.replacedBy() + ".",
                        plain.en() + " From " + definition.validTo() + " on it is " + definition.replacedBy() + ".");
    }
}
