package vn.nhipso.indicator.webhook;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** When a failed message is tried again: later and later, never at quite the same time as others, not before the receiver wants it. */
record RetrySchedule(List<Duration> delays, RandomGenerator random) {

    private static final int PER_MILLE = 1_000;
    private static final int SPREAD = 400;

    /**
     * The wait after an attempt.
     *
     * @param tries failed attempts so far, from 1
     * @return null when it is to be given up
     */
    @Nullable Duration after(int tries, @Nullable Duration retryAfter) {
        if (tries > delays.size()) {
            return null;
        }
        int share = PER_MILLE - SPREAD / 2 + random.nextInt(SPREAD + 1);
        Duration wait = delays.get(tries - 1).multipliedBy(share).dividedBy(PER_MILLE);
        return retryAfter != null && retryAfter.compareTo(wait) > 0 ? retryAfter : wait;
    }
}
