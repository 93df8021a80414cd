package vn.nhipso.indicator.definition;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.IndicatorProblem;
import vn.nhipso.kit.problem.Text;

/**
 * Makes an amendment of a wish.
 *
 * @param wordingOnly whether changed texts are said to mean the same
 * @param allowGap whether days without any version are meant
 */
record Amending(boolean wordingOnly, boolean allowGap, Instant now) {

    /**
     * @param present null where there is none yet
     * @param spans of the versions that count on some day, newest first
     * @param violations takes what speaks against it
     */
    Amendment of(
            String code,
            DefineIndicator wish,
            @Nullable Indicator present,
            List<Span> spans,
            List<Violation> violations) {
        DefineIndicator body = wish.complete();
        if (code.startsWith(IndicatorCode.RESERVED)) {
            violations.add(reserved());
        }
        if (present == null) {
            return new Amendment(Amendment.What.CREATED, new Indicator(code, 1, 1, body, now), List.of());
        }
        List<String> changed = Meaning.changes(present.body(), body);
        if (changed.isEmpty()) {
            return new Amendment(Amendment.What.UNCHANGED, present, changed);
        }
        boolean measured = Meaning.isMeasuredOtherwise(changed);
        if (measured && wordingOnly) {
            violations.add(meansOtherwise(changed));
        }
        boolean redefined = measured || (!wordingOnly && Meaning.isWordedOtherwise(changed));
        violations.addAll(Succession.check(spans, redefined, body.validFrom(), allowGap));
        return new Amendment(
                redefined ? Amendment.What.REDEFINED : Amendment.What.REWORDED,
                new Indicator(code, present.version() + (redefined ? 1 : 0), present.revision() + 1, body, now),
                List.copyOf(changed));
    }

    private static Violation reserved() {
        return new Violation(
                IndicatorProblem.INDICATOR_CODE_RESERVED,
                "code",
                Text.of(
                        "Các mã bắt đầu bằng %s do hệ thống tự tính.",
                        "Codes that begin with %s are counted by the system itself.", IndicatorCode.RESERVED));
    }

    private static Violation meansOtherwise(List<String> changed) {
        List<String> fields = new ArrayList<>(changed);
        fields.removeIf(field -> !Meaning.isMeasuredOtherwise(List.of(field)));
        return new Violation(
                IndicatorProblem.MEANING_CHANGED,
                fields.getFirst(),
                Text.of(
                        "Thay đổi %s là thay đổi nội dung chỉ tiêu, không chỉ là câu chữ; hãy bỏ wordingOnly.",
                        "A change of %s is one of meaning, not of wording; leave wordingOnly out.",
                        String.join(", ", fields)));
    }
}
