package vn.nhipso.local.chaos;

import java.time.Duration;

/**
 * What distinguishes one run from another.
 *
 * @param seed plans what is written and what is done to whom; times are the machine's
 * @param time how long there is chaos, in rounds with quiet between them
 * @param round how long a round is
 * @param zombie how long a consumer of these services is silent until the others take it for dead
 */
public record ChaosSettings(long seed, Duration time, Duration round, Duration zombie) {

    static final int CLIENTS = 3;
    static final Duration BETWEEN_MOVES = Duration.ofSeconds(6);
    /** Until a round of chaos is over for everybody, and until the reports have caught up. */
    static final Duration PATIENCE = Duration.ofMinutes(3);
}
