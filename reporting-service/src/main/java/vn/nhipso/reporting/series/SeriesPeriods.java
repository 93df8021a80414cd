package vn.nhipso.reporting.series;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.period.Period;
import vn.nhipso.kit.period.PeriodKind;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemError;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.reporting.ReportingProblem;

/** The periods of a series: all of one kind from one to another. */
final class SeriesPeriods {

    /** Points of one answer. */
    static final int MOST_POINTS = 5_000;

    private SeriesPeriods() {}

    /** Which periods a series has, where not those of the kind of its first. */
    enum Frequency {
        MONTH,
        QUARTER,
        HALF,
        YEAR
    }

    /**
     * All periods of the kind of {@code from} up to {@code to}, or all of a frequency inside both and what lies between. A year-to-date is followed by
     * that of the next year. Fails with INVALID_PARAMETER where the two have nothing in common, with TOO_MANY_ITEMS where there are too many.
     */
    static List<Period> between(@Nullable Period from, @Nullable Period to, @Nullable Frequency frequency) {
        if (from == null) {
            throw invalid("from", "Cần tham số from.", "The parameter from is needed.");
        }
        if (to == null) {
            throw invalid("to", "Cần tham số to.", "The parameter to is needed.");
        }
        Period first = frequency == null ? from : first(from, frequency);
        List<Period> periods = new ArrayList<>();
        for (Period period = first; !period.end().isAfter(to.end()); period = period.next()) {
            if (periods.size() == MOST_POINTS) {
                throw tooMany(Long.MAX_VALUE);
            }
            periods.add(period);
        }
        if (periods.isEmpty()) {
            throw invalid("to", "to phải không trước from.", "to must not lie before from.");
        }
        if (frequency == null && !periods.getLast().equals(to)) {
            throw invalid(
                    "to",
                    "from và to phải cùng loại kỳ; hoặc hãy dùng frequency.",
                    "from and to must be periods of one kind; or use frequency.");
        }
        return periods;
    }

    private static Period first(Period from, Frequency frequency) {
        if (from.kind() == PeriodKind.DAY) {
            throw invalid("frequency", "Ngày không chia theo tần suất.", "A day has no frequency.");
        }
        Period first =
                switch (frequency) {
                    case MONTH -> Period.ofMonth(from.year(), 1);
                    case QUARTER -> Period.ofQuarter(from.year(), 1);
                    case HALF -> Period.ofHalf(from.year(), 1);
                    case YEAR -> Period.ofYear(from.year());
                };
        while (first.start().isBefore(from.start())) {
            first = first.next();
        }
        return first;
    }

    /** A day of the years 1900 to 2100. */
    static @Nullable LocalDate inRange(@Nullable LocalDate validAt) {
        if (validAt != null && (validAt.getYear() < 1900 || validAt.getYear() > 2100)) {
            throw invalid(
                    "validAt",
                    "validAt phải nằm trong các năm 1900 đến 2100.",
                    "validAt must lie in the years 1900 to 2100.");
        }
        return validAt;
    }

    static ProblemException tooMany(long points) {
        return new ProblemException(
                ReportingProblem.TOO_MANY_ITEMS,
                points == Long.MAX_VALUE
                        ? Text.of("Nhiều nhất %d điểm mỗi lần.", "At most %d points at once.", MOST_POINTS)
                        : Text.of(
                                "Hỏi %d điểm; mỗi lần nhiều nhất %d.",
                                "%d points are asked for; %d at most at once.", points, MOST_POINTS));
    }

    static ProblemException invalid(String parameter, String vi, String en) {
        Text detail = new Text(vi, en);
        return new ProblemException(KitProblem.INVALID_PARAMETER, detail)
                .withErrors(List.of(ProblemError.at(parameter, KitProblem.INVALID_PARAMETER.name(), detail)));
    }
}
