package vn.nhipso.indicator.finding.comparison;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.nhipso.indicator.check.Aim;
import vn.nhipso.indicator.check.Candidate;
import vn.nhipso.indicator.check.Oddity;
import vn.nhipso.indicator.finding.Checked;
import vn.nhipso.indicator.finding.Findings;
import vn.nhipso.indicator.finding.Recorded;

/** Holds figures against others: those that are written at once, and behind them everything that they are held against. */
@ApplicationScoped
public class Comparisons {

    private final ComparisonStore store;
    private final AimStore aims;
    private final WeightStore weights;
    private final RequestStore requests;
    private final Findings findings;
    private final Methods methods;
    private final ComparisonConfig config;

    Comparisons(
            ComparisonStore store,
            AimStore aims,
            WeightStore weights,
            RequestStore requests,
            Findings findings,
            Methods methods,
            ComparisonConfig config) {
        this.store = store;
        this.aims = aims;
        this.weights = weights;
        this.requests = requests;
        this.findings = findings;
        this.methods = methods;
        this.config = config;
    }

    /**
     * Judges measurements that were just written, in their transaction, where they are few. What is not published has no place in the log that is
     * followed, so it is put down to be looked at.
     *
     * @param unpublished those of them that are not
     * @return what is odd about them
     */
    public List<Recorded> written(Connection tx, List<Candidate> candidates, List<Candidate> unpublished)
            throws SQLException {
        if (!unpublished.isEmpty()) {
            requests.add(tx, List.copyOf(subjects(unpublished)));
        }
        if (!areMadeAtOnce(candidates.size())) {
            return List.of();
        }
        return judged(tx, subjects(candidates));
    }

    /** Whether so many rows are judged with their write, and not behind it. */
    public boolean areMadeAtOnce(int rows) {
        return rows > 0 && rows <= config.rowsAtOnce();
    }

    private static Set<Subject> subjects(List<Candidate> candidates) {
        Set<Subject> subjects = new LinkedHashSet<>();
        candidates.forEach(candidate -> subjects.add(Subject.of(candidate)));
        return subjects;
    }

    private List<Recorded> judged(Connection tx, Set<Subject> asked) throws SQLException {
        Judgement judgement = new Judgement(methods);
        List<History> histories = store.histories(tx, asked);
        judgement.jumps(histories, asked);
        judgement.statuses(histories, aims(tx, histories), asked);
        judgement.groups(store.groups(tx, asked), asked);
        Set<Checked> citing = new HashSet<>();
        asked.forEach(subject -> citing.add(subject.checked(Oddity.Code.WEIGHT_DIFFERS)));
        judgement.weighings(weights.weighings(tx, asked), asked, citing);
        findings.settle(tx, judgement.checked(), judgement.odd());
        return judgement.odd();
    }

    /** Judges everything that is held against measurements that were changed, they themselves included. */
    void changed(Connection tx, Collection<Subject> changed) throws SQLException {
        Set<Subject> asked = new LinkedHashSet<>(changed);
        Set<Subject> jumping = new LinkedHashSet<>(asked);
        asked.forEach(subject -> jumping.addAll(subject.later()));
        Judgement judgement = new Judgement(methods);
        List<History> histories = store.histories(tx, jumping);
        judgement.jumps(histories, jumping);
        List<History> own = histories.stream()
                .filter(history -> asked.contains(history.subject()))
                .toList();
        judgement.statuses(own, aims(tx, own), asked);
        judgement.said(own);
        Collection<Group> groups = store.groups(tx, asked);
        Set<Subject> beside = new LinkedHashSet<>(asked);
        groups.forEach(group -> group.members().forEach(member -> beside.add(member.subject())));
        judgement.groups(groups, beside);
        judgement.weighings(weights.weighings(tx, asked), asked, null);
        findings.settle(tx, judgement.checked(), judgement.odd());
    }

    private Map<Subject, Aim> aims(Connection tx, List<History> histories) throws SQLException {
        List<Subject> stating = histories.stream()
                .filter(History::statesStatus)
                .map(History::subject)
                .toList();
        return stating.isEmpty() ? Map.of() : aims.aims(tx, stating);
    }
}
