package vn.nhipso.indicator.submission;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.IndicatorProblem;
import vn.nhipso.indicator.unit.Level;
import vn.nhipso.indicator.unit.UnitVersion;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;

/** Which approvals a return needs, and who may give the next one. */
@ApplicationScoped
class ApprovalChain {

    private final ApprovalLevelsStore units;
    private final List<Level> elsewhere;

    ApprovalChain(ApprovalLevelsStore units, ReturnsConfig config) {
        this.units = units;
        this.elsewhere = config.approvalLevels().orElse(List.of());
    }

    /**
     * @param line the unit and those above it on the closing day
     * @return the levels asked for by the nearest of them that are there, in their order; empty: one approval of anybody who may
     */
    List<Level> stages(List<UnitVersion> line) {
        List<String> codes = line.stream().map(UnitVersion::code).toList();
        List<Level> asked = units.newest(codes).stream()
                .filter(one -> one.levels() != null)
                .min(Comparator.comparingInt(one -> codes.indexOf(one.unit())))
                .map(ApprovalLevels::levels)
                .orElse(elsewhere);
        return asked.stream()
                .filter(level -> line.stream().anyMatch(unit -> unit.level() == level))
                .toList();
    }

    /** Fails where the person has had a hand in it, or is of a level below the one whose turn it is. */
    static void require(ReturnRow row, String person, @Nullable Level personsLevel, List<String> authors) {
        if (row.approvers().contains(person) || hasReported(row, person, authors)) {
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

    /** Who reports later cannot let themselves: fails for whoever has reported, and for the unit's own level, which asks a level above. */
    static void requireToExtend(ReturnRow row, String person, @Nullable Level personsLevel, List<String> authors) {
        if (hasReported(row, person, authors)) {
            throw new ProblemException(
                    IndicatorProblem.FOUR_EYES,
                    new Text(
                            "Người đã nhập hoặc gửi báo cáo này không được gia hạn cho chính mình; cần một người khác.",
                            "Whoever entered or submitted this return cannot grant it more time; somebody else must."));
        }
        if (personsLevel == null || !personsLevel.isAbove(row.level())) {
            throw new ProblemException(
                    IndicatorProblem.APPROVAL_LEVEL,
                    Text.of(
                            "Báo cáo của cấp %s chỉ được cấp trên gia hạn.",
                            "More time for the return of a %s is granted by a level above it.", row.level()));
        }
    }

    private static boolean hasReported(ReturnRow row, String person, List<String> authors) {
        return person.equals(row.submittedBy()) || authors.contains(person);
    }
}
