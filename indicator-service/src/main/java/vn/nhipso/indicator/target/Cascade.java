package vn.nhipso.indicator.target;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.definition.Kind;
import vn.nhipso.indicator.target.CascadeView.Child;
import vn.nhipso.indicator.target.CascadeView.Stance;
import vn.nhipso.indicator.target.CascadeView.Verdict;
import vn.nhipso.indicator.unit.UnitVersion;

/** One unit's target and those of the units directly below: a COUNT must add up, anything else must not get weaker. */
record Cascade(Kind kind, Applicable parent, List<UnitVersion> below, Map<Aim, Applicable> found) {

    CascadeView view() {
        Aim aim = parent.aim();
        Target target = parent.target();
        List<Target> own = new ArrayList<>();
        List<Child> children = new ArrayList<>();
        for (UnitVersion child : below) {
            Aim childAim = new Aim(aim.indicator(), child.code(), aim.period());
            Target counts = Objects.requireNonNull(found.get(childAim)).target();
            boolean isOwn = counts != null && counts.unit.equals(child.code());
            if (counts != null && isOwn) {
                own.add(counts);
            }
            children.add(new Child(
                    child.code(),
                    child.name(),
                    counts == null || !isOwn ? Stance.WITHOUT_OWN : stance(counts, target),
                    counts == null ? null : TargetView.of(counts, child.code(), null)));
        }
        BigDecimal sum = kind == Kind.COUNT && !own.isEmpty()
                ? own.stream().map(one -> one.value).reduce(BigDecimal.ZERO, BigDecimal::add)
                : null;
        return new CascadeView(
                aim.indicator(),
                aim.unit(),
                aim.period(),
                kind,
                target == null ? null : TargetView.of(target, aim.unit(), null),
                parent.why(),
                verdict(target, own, sum),
                sum,
                sum == null || target == null ? null : sum.subtract(target.value),
                own.size(),
                children.size() - own.size(),
                children);
    }

    private Stance stance(Target own, @Nullable Target target) {
        if (target == null || !isComparable(own, target)) {
            return Stance.NOT_COMPARABLE;
        }
        if (kind == Kind.COUNT) {
            return Stance.PART;
        }
        return isWeaker(own, target) ? Stance.WEAKER : Stance.AS_STRONG;
    }

    private Verdict verdict(@Nullable Target target, List<Target> own, @Nullable BigDecimal sum) {
        if (target == null) {
            return Verdict.NO_TARGET;
        }
        if (own.isEmpty()) {
            return Verdict.NOT_ASSIGNED;
        }
        if (!own.stream().allMatch(one -> isComparable(one, target))) {
            return Verdict.NOT_COMPARABLE;
        }
        if (sum != null) {
            int compared = sum.compareTo(target.value);
            return compared == 0 ? Verdict.ADDS_UP : compared < 0 ? Verdict.FALLS_SHORT : Verdict.EXCEEDS;
        }
        return own.stream().anyMatch(one -> isWeaker(one, target)) ? Verdict.WEAKER : Verdict.HOLDS;
    }

    private static boolean isComparable(Target own, Target target) {
        return own.comparator.equals(target.comparator) && own.period.equals(target.period);
    }

    /** Whoever only has to reach less, or may have more of what is to be little. */
    private static boolean isWeaker(Target own, Target target) {
        int compared = own.value.compareTo(target.value);
        return own.comparator.equals(">=") ? compared < 0 : compared > 0;
    }
}
