package vn.nhipso.reporting.rollup;

import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.reporting.ReportingProblem;

/**
 * What one question may cost. A few numbers of an answer may be made of a whole country's: how many are made, or carried to another day, is what
 * takes memory and time from all others.
 */
final class Workload {

    /** Rollups of units and periods; the country's communes are about 10,000, a province's year with twenty indicators is 36,000. */
    private static final int MOST = 100_000;

    /** What may be made as of a moment beside what was asked for: then nothing is kept, and a page would be made of the country many times over. */
    private static final int IN_PASSING_AS_OF = 20_000;

    private Workload() {}

    /** How many rollups may be made beside what was asked for. */
    static int inPassing(boolean asOf) {
        return asOf ? IN_PASSING_AS_OF : MOST;
    }

    /** Refuses with TOO_MANY_ITEMS what would make more than that. */
    static void require(long rollups) {
        if (rollups > MOST) {
            throw new ProblemException(
                    ReportingProblem.TOO_MANY_ITEMS,
                    Text.of(
                            "Phải tính khoảng %d số liệu của các đơn vị bên dưới; mỗi lần nhiều nhất %d. Hãy hỏi ít chỉ tiêu, kỳ hoặc đơn vị hơn.",
                            "It is made of about %d figures of the units below; %d at most at once. Ask for fewer indicators, periods or units.",
                            rollups,
                            MOST));
        }
    }
}
