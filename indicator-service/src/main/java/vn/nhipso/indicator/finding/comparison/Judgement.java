package vn.nhipso.indicator.finding.comparison;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.check.Aim;
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

    /** @param asked all that were asked for: of one that is not there, nothing is odd any more */
    void jumps(Collection<History> histories, Set<Subject> asked) {
        asked.forEach(subject -> checked.add(subject.checked(Oddity.Code.JUMP)));
        histories.forEach(history -> add(history.subject(), history.jump(methods.jump())));
    }

    /** @param histories of those asked for that are there */
    void statuses(Collection<History> histories, Map<Subject, Aim> aims, Set<Subject> asked) {
        asked.forEach(subject -> checked.add(subject.checked(Oddity.Code.STATUS_DIFFERS)));
        for (History history : histories) {
            Aim aim = aims.get(history.subject());
            if (aim != null) {
                add(history.subject(), history.status(aim));
            }
        }
    }

    /** What was found when they were written goes when they are taken back. */
    void said(Collection<History> histories) {
        for (History history : histories) {
            Subject subject = history.subject();
            checked.add(subject.checked(Oddity.Code.OFF_FREQUENCY));
            add(subject, history.offFrequency());
            if (history.withdrawn()) {
                checked.add(subject.checked(Oddity.Code.DUPLICATE_STATEMENT));
            }
        }
    }

    /** @param judged of the figures that cite a weight only these are; null is all */
    void weighings(Collection<Weighing> weighings, Set<Subject> asked, @Nullable Set<Checked> judged) {
        asked.forEach(subject -> checked.add(subject.checked(Oddity.Code.WEIGHT_DIFFERS)));
        for (Weighing weighing : weighings) {
            for (Recorded differs : weighing.odd()) {
                if (judged == null || judged.contains(differs.checked())) {
                    odd.add(differs);
                }
            }
            if (judged == null) {
                weighing.citing().forEach(figure -> checked.add(figure.checked()));
            }
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
