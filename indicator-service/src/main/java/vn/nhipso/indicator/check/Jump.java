package vn.nhipso.indicator.check;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.period.Period;
import vn.nhipso.kit.problem.Text;

/**
 * A figure against that of the last period of its kind and against that of the same period last year. Nothing is held against zero, from which
 * everything is a jump, nor where a qualifier leaves open whether there is one: "more than 30" after 62 may be 63.
 */
public final class Jump {

    private Jump() {}

    /** The figure of an earlier period. */
    public record Earlier(Period period, Size size) {}

    /** @param earlier those that there are, each period once */
    public static @Nullable Oddity oddity(Period period, Size now, List<Earlier> earlier, JumpMethod method) {
        List<Text> jumps = new ArrayList<>();
        for (Earlier before : earlier) {
            if (isJump(now, before.size(), method)) {
                jumps.add(sentence(period, now, before, method));
            }
        }
        return jumps.isEmpty()
                ? null
                : Oddity.of(
                        Oddity.Code.JUMP,
                        new Text(
                                String.join(" ", jumps.stream().map(Text::vi).toList()),
                                String.join(" ", jumps.stream().map(Text::en).toList())));
    }

    private static boolean isJump(Size now, Size before, JumpMethod method) {
        if (before.isZero() || now.measure() != before.measure() || !method.isJump(now, before)) {
            return false;
        }
        return now.amount().compareTo(before.amount()) > 0
                ? !now.mayBeLess() && !before.mayBeMore()
                : !now.mayBeMore() && !before.mayBeLess();
    }

    private static Text sentence(Period period, Size now, Earlier before, JumpMethod method) {
        Text figures = Words.sentence(
                "Kỳ %s là %s, kỳ %s là %s:",
                "%s is %s, %s was %s:",
                Text.same(period.toString()),
                now.said(),
                Text.same(before.period().toString()),
                before.size().said());
        Text how =
                switch (now.measure()) {
                    case POINTS ->
                        Words.sentence(
                                " chênh %s điểm (ngưỡng %s).",
                                " %s points apart (threshold %s).",
                                Size.shown(now.amount()
                                        .subtract(before.size().amount())
                                        .abs()),
                                Size.shown(method.points()));
                    case NUMBER, COUNT ->
                        Words.sentence(
                                " chênh từ %s lần trở lên.", " at least %s times apart.", Size.shown(method.factor()));
                };
        return new Text(figures.vi() + how.vi(), figures.en() + how.en());
    }
}
