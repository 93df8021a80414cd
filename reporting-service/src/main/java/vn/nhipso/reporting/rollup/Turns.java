package vn.nhipso.reporting.rollup;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.reporting.ReportingProblem;

/**
 * How many questions are read from the database at once. More would not be answered sooner: they would share the same processors, and each connection
 * plans its long statements anew and keeps megabytes of plans.
 */
@Singleton
final class Turns {

    private static final int AT_ONCE = 6;

    /** Of them those that may take long: restated, of an earlier knowledge, explained. */
    private static final int SLOW_AT_ONCE = 4;

    /** Longer than the longest statement may take. */
    private static final Duration PATIENCE = Duration.ofSeconds(35);

    private final Semaphore free;
    private final Semaphore slow;
    private final Duration patience;

    @Inject
    Turns() {
        this(AT_ONCE, SLOW_AT_ONCE, PATIENCE);
    }

    Turns(int atOnce, int slowAtOnce, Duration patience) {
        this.free = new Semaphore(atOnce, true);
        this.slow = new Semaphore(slowAtOnce, true);
        this.patience = patience;
    }

    /** A turn until it is closed; first come, first served. Fails with TOOK_TOO_LONG (503, Retry-After). */
    Turn take(boolean takesLong) {
        long until = System.nanoTime() + patience.toNanos();
        Turn among = takesLong ? take(slow, until) : () -> {};
        try {
            Turn turn = take(free, until);
            return () -> {
                turn.close();
                among.close();
            };
        } catch (ProblemException late) {
            among.close();
            throw late;
        }
    }

    private static Turn take(Semaphore turns, long until) {
        try {
            if (turns.tryAcquire(until - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                return turns::release;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        throw new ProblemException(
                        ReportingProblem.TOOK_TOO_LONG,
                        Text.of(
                                "Máy chủ đang trả lời quá nhiều câu hỏi; hãy thử lại.",
                                "The server is answering too many questions; try again."))
                .withRetryAfter(10);
    }

    /** To be closed once. */
    interface Turn extends AutoCloseable {
        @Override
        void close();
    }
}
