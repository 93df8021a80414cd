package vn.nhipso.reporting.correction;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.event.SequenceToken;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;

/** Follows the notices: answers with what there is, and waits for more where the caller wants that. */
@ApplicationScoped
class CorrectionFeed {

    /** Callers that wait at once; others are answered as if they did not want to. */
    private static final int MOST_WAITING = 64;

    /** A correction is no emergency, and nobody holds a connection meanwhile. */
    private static final Duration REST = Duration.ofMillis(250);

    private final Semaphore waiting = new Semaphore(MOST_WAITING);
    private final CorrectionLog log;

    CorrectionFeed(CorrectionLog log) {
        this.log = log;
    }

    /** @param patience how long to wait when there is nothing of interest behind the position */
    CorrectionLog.Found follow(
            CorrectionLog.Filter filter, long after, int size, Duration patience, List<String> minSequence)
            throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        CorrectionLog.Found found = log.read(filter, after, size, minSequence);
        if (!found.items().isEmpty() || patience.isZero() || !waiting.tryAcquire()) {
            return found;
        }
        try {
            while (found.items().isEmpty() && System.nanoTime() < until) {
                Thread.sleep(REST);
                found = log.read(filter, found.next(), size, List.of());
            }
            return found;
        } finally {
            waiting.release();
        }
    }

    /** Fails with INVALID_CURSOR where the token is none of this feed, or ahead of it: of a database that was made anew since. */
    long position(@Nullable String after) {
        if (after == null) {
            return 0;
        }
        try {
            SequenceToken token = SequenceToken.parse(after);
            if (token.service().equals(CorrectionLog.SERVICE)
                    && (token.position() == 0 || token.position() <= log.newest())) {
                return token.position();
            }
        } catch (IllegalArgumentException malformed) {
            throw invalid();
        }
        throw invalid();
    }

    private static ProblemException invalid() {
        return new ProblemException(
                KitProblem.INVALID_CURSOR,
                new Text(
                        "after không phải là next của danh sách này; bỏ after để đọc lại từ đầu.",
                        "after is no next of this list; leave it out to begin at the beginning."));
    }
}
