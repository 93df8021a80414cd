package vn.nhipso.reporting.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.reporting.ReportingProblem;

/** Who waits for whom where large answers share the memory. */
class RoomTest {

    private static final int LARGE = 2 * Room.SMALL;

    private final List<Room.Share> unwritten = new ArrayList<>();

    @Test
    void aSmallQuestionShouldBeAnsweredWhileLargeOnesHoldAllOfTheRoom() {
        Room room = new Room(LARGE, Duration.ZERO);
        ask(room, LARGE);
        assertThat(ask(room, Room.SMALL)).isEqualTo(1);
        assertThat(unwritten).hasSize(1);
    }

    @Test
    void aLargeQuestionShouldHoldItsRoomUntilItsAnswerHasBeenWritten() {
        Room room = new Room(LARGE, Duration.ofMillis(10));
        ask(room, LARGE);
        assertRefused(ReportingProblem.TOOK_TOO_LONG, room, LARGE);
        unwritten.getFirst().close();
        unwritten.getFirst().close();
        assertThat(ask(room, LARGE)).isEqualTo(2);
        assertRefused(ReportingProblem.TOOK_TOO_LONG, room, LARGE);
    }

    @Test
    void aLargeQuestionThatFailsShouldGiveItsRoomBack() {
        Room room = new Room(LARGE, Duration.ZERO);
        assertThatThrownBy(() -> room.answer(
                        () -> {
                            Holding.add(LARGE);
                            throw new IllegalStateException("broken");
                        },
                        unwritten::add))
                .hasMessage("broken");
        assertThat(ask(room, LARGE)).isEqualTo(2);
    }

    @Test
    void questionsThatTurnOutLargerWhileTheyAreReadShouldNotWaitForEachOtherWithWhatTheyHold() {
        Room room = new Room(Room.MOST, Duration.ofSeconds(30));
        try (ExecutorService callers = Executors.newFixedThreadPool(8)) {
            List<CompletableFuture<Integer>> answers = IntStream.range(0, 40)
                    .mapToObj(caller -> CompletableFuture.supplyAsync(() -> growing(room), callers))
                    .toList();
            assertThat(CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)))
                    .succeedsWithin(10, TimeUnit.SECONDS);
        }
    }

    private static int growing(Room room) {
        return room.answer(
                () -> {
                    int rows = 0;
                    for (; rows < Room.MOST; rows += 1_000) {
                        Holding.add(1_000);
                    }
                    return rows;
                },
                Room.Share::close);
    }

    @Test
    void anAnswerThatHoldsMoreThanAnyMayShouldBeRefused() {
        assertRefused(ReportingProblem.TOO_MANY_ITEMS, new Room(), Room.MOST, 1);
    }

    private void assertRefused(ReportingProblem problem, Room room, int... figures) {
        assertThatThrownBy(() -> ask(room, figures))
                .isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(refused.code())
                        .isEqualTo(problem));
    }

    /** How often it was begun. */
    private int ask(Room room, int... figures) {
        List<Object> begun = new ArrayList<>();
        return room.answer(
                () -> {
                    begun.add(room);
                    IntStream.of(figures).forEach(Holding::add);
                    return begun.size();
                },
                unwritten::add);
    }
}
