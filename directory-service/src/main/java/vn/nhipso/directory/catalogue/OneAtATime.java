package vn.nhipso.directory.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;

/** All of a list is in memory while it is compared: lists wait for each other before they take a connection. */
@ApplicationScoped
class OneAtATime {

    /** How long somebody waits who is on the line. */
    static final int REQUEST_WAIT_SECONDS = 60;

    /** How long a job waits. */
    static final int JOB_WAIT_SECONDS = 600;

    private static final int RETRY_AFTER_SECONDS = 30;

    private final Semaphore turn = new Semaphore(1, true);

    /** Fails with UNAVAILABLE where those before take too long. */
    <T> T work(int longestWait, Supplier<T> list) {
        if (!isMyTurn(longestWait)) {
            throw new ProblemException(
                            KitProblem.UNAVAILABLE,
                            new Text(
                                    "Đang xử lý danh sách khác; hãy gửi lại sau.",
                                    "Other lists are being worked on; send it again later."))
                    .withRetryAfter(RETRY_AFTER_SECONDS);
        }
        try {
            return list.get();
        } finally {
            turn.release();
        }
    }

    private boolean isMyTurn(int longestWait) {
        try {
            return turn.tryAcquire(longestWait, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
