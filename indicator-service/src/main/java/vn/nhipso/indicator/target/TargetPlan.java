package vn.nhipso.indicator.target;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.IndicatorProblem;
import vn.nhipso.kit.problem.Text;

/** What wishes come to: the same again changes nothing, another value must say that it supersedes what stands. */
final class TargetPlan {

    private final Map<Aim, Target> newest;
    private final Set<UUID> known;
    private final String author;
    private final Instant now;
    private final Map<Aim, Wish> seen = new HashMap<>();
    private final List<Step> steps = new ArrayList<>();
    private final List<Objection> objections = new ArrayList<>();

    /**
     * @param newest the newest entry of each key, withdrawals included
     * @param known which of the ids named in {@code supersedes} there are
     */
    TargetPlan(Map<Aim, Target> newest, Set<UUID> known, String author, Instant now) {
        this.newest = newest;
        this.known = known;
        this.author = author;
        this.now = now;
    }

    /** What becomes of a wish. */
    enum Outcome {
        SET,
        SUPERSEDED,
        UNCHANGED
    }

    /**
     * A wish that nothing speaks against.
     *
     * @param target what counts after it
     */
    record Step(Wish wish, Outcome outcome, Target target) {}

    List<Step> steps() {
        return steps;
    }

    List<Objection> objections() {
        return objections;
    }

    List<Target> writes() {
        return steps.stream()
                .filter(step -> step.outcome() != Outcome.UNCHANGED)
                .map(Step::target)
                .toList();
    }

    void add(Wish wish) {
        Wish before = seen.putIfAbsent(wish.aim(), wish);
        Target current = newest.get(wish.aim());
        if (before != null) {
            repeated(wish, before);
        } else if (current != null && current.saysTheSameAs(wish.body())) {
            steps.add(new Step(wish, Outcome.UNCHANGED, current));
        } else {
            Objection objection = supersession(wish, current);
            if (objection == null) {
                boolean over = current != null && !current.withdrawn;
                Target target = Target.of(wish.body(), current, author, now);
                steps.add(new Step(wish, over ? Outcome.SUPERSEDED : Outcome.SET, target));
            } else {
                objections.add(objection);
            }
        }
    }

    private void repeated(Wish wish, Wish before) {
        steps.stream()
                .filter(step -> step.wish().equals(before) && step.target().saysTheSameAs(wish.body()))
                .findFirst()
                .ifPresentOrElse(
                        step -> steps.add(new Step(wish, Outcome.UNCHANGED, step.target())),
                        () -> objections.add(new Objection(
                                wish.place(),
                                "",
                                IndicatorProblem.CONFLICTING_ROWS,
                                Text.of(
                                        "Dòng %d đặt giá trị khác cho cùng chỉ tiêu, đơn vị và kỳ.",
                                        "Row %d sets another value for the same indicator, unit and period.",
                                        before.place()))));
    }

    private @Nullable Objection supersession(Wish wish, @Nullable Target current) {
        UUID named = wish.body().supersedes();
        if (named != null && (current == null || !named.equals(current.id))) {
            return known.contains(named)
                    ? new Objection(
                            wish.place(),
                            "/supersedes",
                            IndicatorProblem.TARGET_SUPERSEDED,
                            Text.of(
                                    "Chỉ tiêu giao %s không còn là chỉ tiêu hiện hành của khóa này.",
                                    "The target %s is not the one that counts here.", named))
                    : new Objection(
                            wish.place(),
                            "/supersedes",
                            IndicatorProblem.TARGET_UNKNOWN,
                            Text.of("Không có chỉ tiêu giao %s.", "There is no target %s.", named));
        }
        return named != null || wish.replace() || current == null || current.withdrawn
                ? null
                : new Objection(
                        wish.place(),
                        "/supersedes",
                        IndicatorProblem.TARGET_DIFFERS,
                        Text.of(
                                "Đang có chỉ tiêu giao %s %s; muốn thay thì nêu supersedes.",
                                "The target is %s %s already; name it in supersedes to take its place.",
                                current.comparator,
                                current.value.toPlainString()));
    }
}
