package vn.nhipso.reporting.rebuild;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.reporting.ReportingProblem;
import vn.nhipso.reporting.intake.Families;

/** The end of a run: what it made takes the place of what is served, as soon as nobody reads it for a moment. */
final class RebuildSwap {

    private static final int ATTEMPTS = 60;
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final String LOCK_TIMEOUT = "55P03";
    private static final String DEADLOCK = "40P01";

    private final RebuildWork work;
    private final RebuildTable table;
    private final RebuildWatcher watcher;
    private final Witness witness;

    RebuildSwap(RebuildWork work, RebuildTable table, RebuildWatcher watcher, Witness witness) {
        this.work = work;
        this.table = table;
        this.watcher = watcher;
        this.witness = witness;
    }

    /** @param result said when all has been compared */
    void swap(Supplier<RebuildResult> result) throws SQLException {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            watcher.progress("SWAPPING", attempt - 1L, ATTEMPTS);
            if (isSwapped(attempt, result)) {
                return;
            }
            LockSupport.parkNanos(pause(attempt).toNanos());
            work.catchUp();
        }
        throw new ProblemException(
                ReportingProblem.REBUILD_NOT_SWAPPED,
                new Text(
                        "Các số tổng hợp đã tính lại xong nhưng chưa thay được vì luôn có truy vấn dài đang đọc; hãy thử lại.",
                        "The rollups were made anew, but long queries never let them be swapped; try again."));
    }

    /** Batches wait during each attempt: beside somebody who reads for long they must come to their turn in between, ever more. */
    static Duration pause(int attempt) {
        double millis = SHORTEST_PAUSE.toMillis() * Math.pow(1.5, Math.min(attempt - 1, ATTEMPTS));
        return Duration.ofMillis((long) Math.min(millis, LONGEST_PAUSE.toMillis()));
    }

    /** Batches wait from here to the commit, readers from the lock on; where somebody does not give way, all of it is tried later. */
    private boolean isSwapped(int attempt, Supplier<RebuildResult> result) throws SQLException {
        try {
            return work.inTransaction(transaction -> {
                waitAtMost(transaction, Math.min(1_000 * attempt, 10_000));
                Families.haveAlone(transaction);
                work.catchUp(transaction);
                waitAtMost(transaction, attempt <= 10 ? 200 : 1_000);
                RebuildTable.execute(transaction, "LOCK TABLE rollup IN ACCESS EXCLUSIVE MODE");
                // Looking through what differs takes longest: it is not begun before nothing can make it be done again.
                work.explain(transaction);
                work.tell(transaction);
                watcher.succeed(transaction, result.get());
                table.swap(transaction);
                TouchedPeriods.end(transaction, table.run());
                // Last: whatever crashes from here on takes this transaction with it.
                witness.testify();
                return true;
            });
        } catch (SQLException failed) {
            if (LOCK_TIMEOUT.equals(failed.getSQLState()) || DEADLOCK.equals(failed.getSQLState())) {
                return false;
            }
            throw failed;
        }
    }

    private static void waitAtMost(Connection transaction, int millis) throws SQLException {
        RebuildTable.execute(transaction, "SET LOCAL lock_timeout = " + millis);
    }
}
