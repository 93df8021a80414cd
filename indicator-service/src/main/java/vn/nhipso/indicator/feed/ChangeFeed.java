package vn.nhipso.indicator.feed;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import vn.nhipso.kit.outbox.SettledPositions;

/** Follows the log: answers with what is settled, and waits for more where the caller wants that. */
@ApplicationScoped
class ChangeFeed {

    /** Reads at once: a crowd of followers that one change wakes must not take all connections from those who write. */
    private static final int READERS = 4;

    /** How long to rest when the news was of no interest: under steady writing that is always so. */
    private static final Duration REST = Duration.ofMillis(50);

    private final Semaphore readers = new Semaphore(READERS);
    private final ChangeLog log;
    private final SettledPositions positions;

    ChangeFeed(ChangeLog log, SettledPositions positions) {
        this.log = log;
        this.positions = positions;
    }

    /** @param patience how long to wait when there is nothing behind the position; what others changed does not end the wait */
    ChangePage follow(ChangeFilter filter, long after, int size, Duration patience) throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        ChangePage page = read(filter, after, positions.settledNow(), size);
        long left = until - System.nanoTime();
        while (page.items().isEmpty() && page.atEnd() && left > 0) {
            long settled = positions.await(page.next(), Duration.ofNanos(left));
            if (settled <= page.next()) {
                break;
            }
            page = read(filter, page.next(), settled, size);
            if (page.items().isEmpty()) {
                Thread.sleep(REST);
            }
            left = until - System.nanoTime();
        }
        return page;
    }

    private ChangePage read(ChangeFilter filter, long after, long settled, int size) throws InterruptedException {
        readers.acquire();
        try {
            return log.read(filter, after, settled, size);
        } finally {
            readers.release();
        }
    }
}
