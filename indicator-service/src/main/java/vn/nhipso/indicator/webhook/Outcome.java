package vn.nhipso.indicator.webhook;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What came of an attempt.
 *
 * @param retryAfter how long the receiver wants to be left alone; null where it did not say
 */
record Outcome(Attempt attempt, @Nullable Duration retryAfter) {

    static Outcome of(Attempt attempt) {
        return new Outcome(attempt, null);
    }
}
