package vn.nhipso.indicator.feed;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import vn.nhipso.kit.outbox.SettledPositions;

/** Follows the log: answers with what is settled, and waits for more where the caller wants that. */
@ApplicationScoped
class ChangeFeed {

    private final ChangeLog log;
    private final SettledPositions positions;

    ChangeFeed(ChangeLog log, SettledPositions positions) {
        this.log = log;
        this.positions = positions;
    }

    /** @param patience how long to wait when there is nothing behind the position; what others changed does not end the wait */
    ChangePage follow(ChangeFilter filter, long after, int size, Duration patience) {
        long until = System.nanoTime() + patience.toNanos();
        long settled = positions.settled();
        ChangePage page = log.read(filter, after, settled, size);
        while (page.items().isEmpty() && page.atEnd()) {
            long left = until - System.nanoTime();
            if (left <= 0) {
                break;
            }
            settled = await(page.next(), left);
            if (settled <= page.next()) {
                break;
            }
            page = log.read(filter, page.next(), settled, size);
        }
        return page;
    }

    private long await(long beyond, long nanos) {
        try {
            return positions.await(beyond, Duration.ofNanos(nanos));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return beyond;
        }
    }
}
