package vn.nhipso.reporting.rollup;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import vn.nhipso.kit.problem.ProblemException;

/** Only so many questions are read at once, and nobody waits for ever. */
class TurnsTest {

    @Test
    void whoeverFindsNoTurnInTimeShouldBeTurnedAwayUntilOneIsGivenBack() {
        Turns turns = new Turns(1, 1, Duration.ofMillis(10));
        try (Turns.Turn _ = turns.take(false)) {
            assertThatThrownBy(() -> turns.take(true)).isInstanceOf(ProblemException.class);
        }
        turns.take(true).close();
    }

    @Test
    void whatTakesLongShouldLeaveTurnsToWhatDoesNot() {
        Turns turns = new Turns(2, 1, Duration.ofMillis(10));
        try (Turns.Turn _ = turns.take(true)) {
            assertThatThrownBy(() -> turns.take(true)).isInstanceOf(ProblemException.class);
            turns.take(false).close();
        }
    }
}
