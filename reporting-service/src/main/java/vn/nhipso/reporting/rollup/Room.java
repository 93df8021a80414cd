package vn.nhipso.reporting.rollup;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.reporting.ReportingProblem;

/**
 * The memory that all questions share: whoever is going to hold many figures takes room for them first, and waits until there is some. So a few
 * large questions at a time are answered one after the other, and the heap bears any number of them.
 */
public final class Room implements AutoCloseable {

    /** Figures in memory at once; with what is around it each is about a kilobyte, and the heap has 256 MiB. */
    private static final int FIGURES = 100_000;

    /** Of what a whole rollup takes, beside its figure alone. */
    static final int OF_A_ROLLUP = 5;

    private static final int PATIENCE_SECONDS = 5;
    private static final Semaphore FREE = new Semaphore(FIGURES, true);
    private static final ThreadLocal<@Nullable Room> HERE = new ThreadLocal<>();

    private int taken;

    private Room() {}

    /** Until it is closed, what this thread takes is given back then. */
    static Room enter() {
        Room room = new Room();
        HERE.set(room);
        return room;
    }

    /** Takes room for so many figures; fails with TOOK_TOO_LONG (503, Retry-After) where others do not leave any. */
    public static void take(long figures) {
        Room room = HERE.get();
        if (room != null) {
            room.more(figures);
        }
    }

    private void more(long figures) {
        int wanted = (int) Math.min(figures, FIGURES - taken);
        try {
            if (!FREE.tryAcquire(wanted, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw full();
            }
            taken += wanted;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw full();
        }
    }

    private static ProblemException full() {
        return new ProblemException(
                        ReportingProblem.TOOK_TOO_LONG,
                        Text.of(
                                "Máy chủ đang trả lời nhiều câu hỏi lớn; hãy thử lại.",
                                "The server is answering many large questions; try again."))
                .withRetryAfter(2);
    }

    @Override
    public void close() {
        HERE.remove();
        FREE.release(taken);
    }
}
