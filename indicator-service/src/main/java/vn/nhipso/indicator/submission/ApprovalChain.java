package vn.nhipso.indicator.submission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.IndicatorProblem;
import vn.nhipso.indicator.unit.Level;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;

/** Which approvals a return needs, and who may give the next one. */
@ApplicationScoped
class ApprovalChain {

    private final List<Level> levels;

    @Inject
    ApprovalChain(ReturnsConfig config) {
        this(config.approvalLevels().orElse(List.of()));
    }

    ApprovalChain(List<Level> levels) {
        this.levels = List.copyOf(levels);
    }

    /**
     * @param line the levels of the unit and of those above it on the closing day
     * @return the configured levels that are there, in their order; empty: one approval of anybody who may
     */
    List<Level> stages(List<Level> line) {
        return levels.stream().filter(line::contains).toList();
    }

    /** Fails where the person has had a hand in it, or is of a level below the one whose turn it is. */
    static void require(ReturnRow row, String person, @Nullable Level personsLevel, List<String> authors) {
        if (person.equals(row.submittedBy()) || row.approvers().contains(person) || authors.contains(person)) {
            throw new ProblemException(
                    IndicatorProblem.FOUR_EYES,
                    new Text(
                            "Người đã nhập, gửi hoặc duyệt báo cáo này không được duyệt tiếp; cần một người khác.",
                            "Whoever entered, submitted or approved this return cannot approve it; somebody else must."));
        }
        Level awaited = row.awaited();
        if (awaited != null && (personsLevel == null || awaited.isAbove(personsLevel))) {
            throw new ProblemException(
                            IndicatorProblem.APPROVAL_LEVEL,
                            Text.of(
                                    "Đang chờ cấp %s duyệt; chỉ người của cấp đó hoặc cấp trên được duyệt.",
                                    "It waits for the approval of a %s; only somebody of that level or above may give it.",
                                    awaited))
                    .with("stage", awaited);
        }
    }
}
