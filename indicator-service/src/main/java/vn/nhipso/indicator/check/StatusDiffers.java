package vn.nhipso.indicator.check;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.definition.Definition;
import vn.nhipso.indicator.figure.Qualifier;
import vn.nhipso.indicator.figure.Stated;
import vn.nhipso.kit.period.Period;
import vn.nhipso.kit.problem.Text;

/**
 * What the source says of a target against what its unrounded figure says. Words that are not understood say nothing, nor does a verdict for
 * another year than the target's, nor a figure "about" or "nearly"; where a qualifier leaves several answers open, any of them agrees.
 */
public final class StatusDiffers {

    private StatusDiffers() {}

    /** Whether the rule has anything to say of such words, so that a target is worth looking for. */
    public static boolean isAbout(@Nullable Stated stated) {
        return stated != null && stated.status() != null && Verdict.of(stated.status()) != null;
    }

    public static @Nullable Oddity oddity(Definition definition, Period period, Size size, Stated stated, Aim aim) {
        String status = stated.status();
        Verdict verdict = status == null ? null : Verdict.of(status);
        Integer due = stated.dueYear();
        boolean ofAnotherYear = due != null && due != aim.period().year();
        TargetStatus computed = TargetStatus.of(definition, period, size.amount(), aim);
        if (status == null || verdict == null || ofAnotherYear || verdict.agreesWith(possible(size, computed, aim))) {
            return null;
        }
        return Oddity.of(
                Oddity.Code.STATUS_DIFFERS,
                Words.sentence(
                        "Nguồn ghi “%s”, nhưng %s so với chỉ tiêu %s của kỳ %s là %s.",
                        "The source says “%s”, but %s against the target %s of %s is %s.",
                        Text.same(status),
                        size.said(),
                        target(size, aim),
                        Text.same(aim.period().toString()),
                        name(computed)));
    }

    private static Set<TargetStatus> possible(Size size, TargetStatus said, Aim aim) {
        if (size.qualifiers().contains(Qualifier.ABOUT) || size.qualifiers().contains(Qualifier.NEARLY)) {
            return EnumSet.allOf(TargetStatus.class);
        }
        boolean mayBeBetter = aim.atLeast() ? size.mayBeMore() : size.mayBeLess();
        boolean mayBeWorse = aim.atLeast() ? size.mayBeLess() : size.mayBeMore();
        EnumSet<TargetStatus> possible = EnumSet.of(said);
        for (TargetStatus status : TargetStatus.values()) {
            int better = status.compareTo(said);
            if ((better > 0 && mayBeBetter) || (better < 0 && mayBeWorse)) {
                possible.add(status);
            }
        }
        return possible;
    }

    private static Text target(Size size, Aim aim) {
        Text value = new Size(aim.value(), size.measure(), size.qualifiers()).said();
        String sign = aim.atLeast() ? "≥ " : "≤ ";
        return new Text(sign + value.vi(), sign + value.en());
    }

    private static Text name(TargetStatus status) {
        return switch (status) {
            case BEHIND -> new Text("chưa đạt", "not reached");
            case ON_TRACK -> new Text("đúng tiến độ", "on track");
            case MET -> new Text("đạt", "met");
            case EXCEEDED -> new Text("vượt", "exceeded");
        };
    }
}
