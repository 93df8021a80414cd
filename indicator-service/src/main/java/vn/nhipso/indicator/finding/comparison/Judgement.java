package vn.nhipso.indicator.finding.comparison;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.check.Oddity;
import vn.nhipso.indicator.finding.Checked;
import vn.nhipso.indicator.finding.Recorded;

/** What was looked at, and what of it is odd. */
final class Judgement {

    private final Methods methods;
    private final Set<Checked> checked = new HashSet<>();
    private final List<Recorded> odd = new ArrayList<>();

    Judgement(Methods methods) {
        this.methods = methods;
    }

    Set<Checked> checked() {
        return checked;
    }

    List<Recorded> odd() {
        return odd;
    }

    /**
     * @param jumping all that were asked for: of one that is not there, nothing is odd any more
     * @param stating those whose words are looked at too
     */
    void histories(Collection<History> histories, Set<Subject> jumping, Set<Subject> stating) {
        jumping.forEach(subject -> checked.add(subject.checked(Oddity.Code.JUMP)));
        for (History history : histories) {
            add(history.subject(), history.jump(methods.jump()));
        }
    }

    /** @param judged of the members only these are */
    void groups(Collection<Group> groups, Set<Subject> judged) {
        judged.forEach(subject -> checked.add(subject.checked(Oddity.Code.OUTLIER)));
        for (Group group : groups) {
            for (Group.Member member : group.members()) {
                if (judged.contains(member.subject())) {
                    add(member.subject(), group.outlier(member, methods.outlier()));
                }
            }
        }
    }

    private void add(Subject subject, @Nullable Oddity oddity) {
        if (oddity != null) {
            odd.add(subject.recorded(oddity));
        }
    }
}
