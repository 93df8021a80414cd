package vn.nhipso.indicator.definition;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.IndicatorProblem;
import vn.nhipso.kit.problem.Text;

/**
 * How versions follow one another: each begins on a day and ends the one before. One that begins on the first day of the present version takes its
 * place; an earlier one is left alone. Days that no version covers must be meant.
 */
final class Succession {

    private Succession() {}

    /**
     * @param spans of the versions that count on some day, newest first
     * @param isNew whether a version is added; otherwise the newest of them is said again
     * @param from its first day; null for the beginning
     */
    static List<Violation> check(List<Span> spans, boolean isNew, @Nullable LocalDate from, boolean allowGap) {
        Span present = spans.getFirst();
        if (present.beginsOn(from)) {
            return List.of();
        }
        Span before = isNew ? present : spans.size() > 1 ? spans.get(1) : null;
        if (before == null) {
            return List.of();
        }
        if (from == null || !before.beginsBefore(from)) {
            return List.of(tooEarly(before));
        }
        LocalDate ended = before.to();
        return ended == null || allowGap || !ended.isBefore(from)
                ? List.of()
                : List.of(gap(before.version(), ended, from));
    }

    private static Violation tooEarly(Span floor) {
        LocalDate first = floor.from();
        Text since = first == null ? new Text("từ đầu", "from the beginning") : Text.of("từ %s", "from %s", first);
        return new Violation(
                IndicatorProblem.VERSION_BEGINS_TOO_EARLY,
                "validFrom",
                new Text(
                        "Phiên bản " + floor.version() + " có hiệu lực " + since.vi() + "; validFrom phải sau ngày đó.",
                        "Version " + floor.version() + " counts " + since.en() + "; validFrom must lie later."));
    }

    private static Violation gap(int version, LocalDate ended, LocalDate from) {
        return new Violation(
                IndicatorProblem.VERSIONS_LEAVE_A_GAP,
                "validFrom",
                Text.of(
                        "Phiên bản %d hết hiệu lực từ %s, phiên bản sau bắt đầu %s; nếu đúng ý thì gửi allowGap=true.",
                        "Version %d ends on %s and the next begins on %s; if that is meant, send allowGap=true.",
                        version,
                        ended,
                        from));
    }
}
