package vn.nhipso.indicator.check;

import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.IndicatorProblem;
import vn.nhipso.indicator.definition.Nature;
import vn.nhipso.kit.period.PeriodKind;
import vn.nhipso.kit.problem.Text;

/** A FLOW happens during a period: its number cannot be of a single day. Words and absences are no numbers and may be dated. */
final class FlowIsOfAPeriod implements Check {

    @Override
    public @Nullable Rejection reject(Candidate candidate) {
        boolean flowOnADay = candidate.definition().nature() == Nature.FLOW
                && candidate.period().kind() == PeriodKind.DAY
                && candidate.content().hasNumbers();
        return !flowOnADay
                ? null
                : new Rejection(
                        IndicatorProblem.FLOW_ON_A_DAY,
                        "period",
                        Text.of(
                                "%s là số phát sinh trong kỳ; hãy dùng tháng, quý, năm hoặc lũy kế.",
                                "%s happens during a period; use a month, quarter, year or year-to-date.",
                                candidate.definition().code()));
    }
}
