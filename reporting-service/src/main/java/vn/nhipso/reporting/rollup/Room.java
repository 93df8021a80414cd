package vn.nhipso.reporting.rollup;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.reporting.ReportingProblem;

/**
 * The memory that large answers share. Small ones need none of it and wait for nothing. A large one takes all that it needs at once, while it holds
 * neither room nor a connection, and gives it back when it has been written: whoever counts more than is held ({@link Holding}) is sent back to
 * take that much and begins again.
 */
@Singleton
final class Room {

    /** Of what a whole rollup takes, beside its figure alone. */
    static final int OF_A_ROLLUP = 2;

    /** Figures of an answer that takes no room. */
    static final int SMALL = 2_000 * OF_A_ROLLUP;

    /** Figures in memory at once, and of one answer; with what is around it each is about a kilobyte, and the heap has 256 MiB. */
    static final int MOST = 120_000;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Semaphore free;
    private final Duration patience;

    @Inject
    Room() {
        this(MOST, PATIENCE);
    }

    Room(int figures, Duration patience) {
        this.free = new Semaphore(figures, true);
        this.patience = patience;
    }

    /** What one answer holds of the room until it is closed, which may be done more than once. */
    final class Share implements AutoCloseable {

        private final AtomicInteger figures;

        private Share(int figures) {
            this.figures = new AtomicInteger(figures);
        }

        @Override
        public void close() {
            free.release(figures.getAndSet(0));
        }
    }

    /**
     * Answers a question, from its start again each time it turns out larger. Fails with TOOK_TOO_LONG (503, Retry-After) where others do not leave
     * any room.
     *
     * @param keeper closes the share of a large answer when it has been written
     */
    <T> T answer(Supplier<T> question, Consumer<Share> keeper) {
        int needed = SMALL;
        while (true) {
            Share share = needed == SMALL ? new Share(0) : take(needed);
            try {
                T answer = Holding.within(needed, question);
                if (needed > SMALL) {
                    keeper.accept(share);
                }
                return answer;
            } catch (Holding.Exceeded larger) {
                share.close();
                needed = larger.figures();
            } catch (RuntimeException | Error failed) {
                share.close();
                throw failed;
            }
        }
    }

    /** For how many figures there is room. */
    int free() {
        return free.availablePermits();
    }

    private Share take(int figures) {
        try {
            if (free.tryAcquire(figures, patience.toNanos(), TimeUnit.NANOSECONDS)) {
                return new Share(figures);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        throw new ProblemException(
                        ReportingProblem.TOOK_TOO_LONG,
                        Text.of(
                                "Máy chủ đang trả lời nhiều câu hỏi lớn; hãy thử lại.",
                                "The server is answering many large questions; try again."))
                .withRetryAfter(2);
    }
}
