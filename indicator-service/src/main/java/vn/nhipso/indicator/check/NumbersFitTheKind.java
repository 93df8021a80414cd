package vn.nhipso.indicator.check;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.IndicatorProblem;
import vn.nhipso.indicator.figure.Content;
import vn.nhipso.indicator.figure.Scope;
import vn.nhipso.kit.problem.Text;

/** Each kind of indicator is given in its own forms (DESIGN 5); at least a number, an absence or the source's words must be there. */
final class NumbersFitTheKind implements Check {

    @Override
    public @Nullable Rejection reject(Candidate candidate) {
        Content content = candidate.content();
        if (!content.hasNumbers()) {
            return content.absence() != null || content.stated() != null
                    ? null
                    : rejection(
                            "value",
                            "Cần có số, lý do không có số, hoặc lời của nguồn.",
                            "A number, an absence or the words of the source are needed.");
        }
        if (content.absence() != null) {
            return rejection(
                    "absence", "Đã có số thì không có lý do vắng số.", "A number and an absence exclude each other.");
        }
        return switch (candidate.definition().kind()) {
            case RATIO -> ratio(content);
            case SHARE, COUNT -> single(content);
            case FLAG -> candidate.scope() == Scope.OWN ? yesOrNo(content) : answers(content);
        };
    }

    /** Both counts with or without the percentage, numerator and percentage, either alone; never a denominator without numerator. */
    private static @Nullable Rejection ratio(Content content) {
        return content.denominator() == null || content.numerator() != null
                ? null
                : rejection("numerator", "Có mẫu số thì phải có tử số.", "With a denominator the numerator is needed.");
    }

    private static @Nullable Rejection single(Content content) {
        return content.numerator() == null && content.denominator() == null
                ? null
                : rejection(
                        "value",
                        "Chỉ tiêu này chỉ có một số (value), không có tử số và mẫu số.",
                        "This indicator is one number (value), without numerator and denominator.");
    }

    private static @Nullable Rejection yesOrNo(Content content) {
        BigDecimal value = content.value();
        boolean fits = value != null
                && content.numerator() == null
                && content.denominator() == null
                && (value.signum() == 0 || value.compareTo(BigDecimal.ONE) == 0);
        return fits ? null : rejection("value", "Có là 1, không là 0.", "Yes is 1 and no is 0.");
    }

    private static @Nullable Rejection answers(Content content) {
        return content.hasCounts() && content.value() == null
                ? null
                : rejection(
                        "numerator",
                        "Cần số đơn vị trả lời có (numerator) trên số đơn vị trả lời (denominator).",
                        "The number of yes (numerator) out of the answers (denominator) is needed.");
    }

    private static Rejection rejection(String field, String vi, String en) {
        return new Rejection(IndicatorProblem.WRONG_SHAPE, field, new Text(vi, en));
    }
}
