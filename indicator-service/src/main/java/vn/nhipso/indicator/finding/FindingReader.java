package vn.nhipso.indicator.finding;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.IndicatorProblem;
import vn.nhipso.indicator.insight.Insight;
import vn.nhipso.indicator.insight.Insights;
import vn.nhipso.kit.outbox.Outbox;
import vn.nhipso.kit.paging.Page;
import vn.nhipso.kit.paging.PageQuery;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.kit.security.Caller;

/** What the caller sees of the findings. */
@ApplicationScoped
class FindingReader {

    private static final Insight EVERYTHING = new Insight(true, List.of(), List.of());

    private final FindingQuery findings;
    private final Insights insights;
    private final Outbox outbox;
    private final Caller caller;

    FindingReader(FindingQuery findings, Insights insights, Outbox outbox, Caller caller) {
        this.outbox = outbox;
        this.findings = findings;
        this.insights = insights;
        this.caller = caller;
    }

    FindingPage list(FindingFilter filter, PageQuery page, Locale language) {
        String[] marks = filter.marks();
        // Before the findings are read: they may be newer than it says, never older.
        String checkedUpTo = outbox.token(findings.checkedUpTo());
        List<String> after = page.after(marks);
        List<Finding> found = findings.list(
                filter,
                insights.of(caller, filter.units(), filter.periods()),
                after.isEmpty() ? null : cursor(after.getFirst()),
                page.size() + 1);
        Page<Finding> cut = page.page(found, finding -> List.of(finding.id().toString()), marks);
        return new FindingPage(views(cut.items(), language), cut.next(), checkedUpTo);
    }

    /** Fails with FINDING_NOT_FOUND where there is none that the caller sees. */
    Finding find(String id) {
        UUID read = id(id);
        Finding finding = read == null ? null : findings.find(read, EVERYTHING).orElse(null);
        if (finding == null || !sees(finding)) {
            throw new ProblemException(
                    IndicatorProblem.FINDING_NOT_FOUND,
                    Text.of("Không có phát hiện %s.", "There is no finding %s.", id));
        }
        return finding;
    }

    /** As {@link #find}; fails with UNIT_OUTSIDE_RIGHTS where the caller sees it, but only as everybody does. */
    Finding findToAcknowledge(String id) {
        Finding finding = find(id);
        if (!insights.covers(caller, finding.unit(), finding.period())) {
            throw new ProblemException(
                    IndicatorProblem.UNIT_OUTSIDE_RIGHTS,
                    Text.of(
                            "Đơn vị %s không thuộc phạm vi %s.",
                            "Unit %s is not within %s.",
                            finding.unit(),
                            caller.unit().isEmpty() ? "-" : caller.unit()));
        }
        return finding;
    }

    FindingView view(Finding finding, Locale language) {
        return views(List.of(finding), language).getFirst();
    }

    private List<FindingView> views(List<Finding> shown, Locale language) {
        Set<Insights.Place> covered = insights.covered(
                caller,
                shown.stream()
                        .filter(finding -> finding.acknowledgement() != null)
                        .map(Finding::place)
                        .distinct()
                        .toList());
        return shown.stream()
                .map(finding -> finding.view(language, covered.contains(finding.place())))
                .toList();
    }

    private boolean sees(Finding finding) {
        return insights.covers(caller, finding.unit(), finding.period())
                || findings.find(finding.id(), new Insight(false, List.of(), List.of()))
                        .isPresent();
    }

    private static UUID cursor(String given) {
        UUID id = id(given);
        if (id == null) {
            throw new ProblemException(KitProblem.INVALID_CURSOR, KitProblem.INVALID_CURSOR.title());
        }
        return id;
    }

    private static @Nullable UUID id(String given) {
        try {
            return UUID.fromString(given);
        } catch (IllegalArgumentException noId) {
            return null;
        }
    }
}
