package vn.nhipso.local.chaos;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import vn.nhipso.local.catalogue.ProgressDisplay;
import vn.nhipso.local.stack.StackException;

/** Waits for one part of a run after the other, never silently and never for ever. */
final class Phases implements AutoCloseable {

    private static final Duration SILENCE = Duration.ofSeconds(3);

    private final Duration planned;
    private final ProgressDisplay display;
    private final Tally tally;
    private final long begin = System.nanoTime();
    private long counted = begin;
    private long rows;

    Phases(Duration planned, ProgressDisplay display, Tally tally) {
        this.planned = planned;
        this.display = display;
        this.tally = tally;
    }

    Duration elapsed() {
        return since(begin);
    }

    /**
     * Shows how far it is until the task is done; one that fails or takes too long is wrong.
     *
     * @return whether it was done in time
     */
    boolean await(CompletableFuture<Void> task, Supplier<String> phase, Duration patience) {
        long since = System.nanoTime();
        while (!task.isDone()) {
            if (since(since).compareTo(patience) > 0) {
                tally.wrong(phase.get() + " takes longer than " + patience.toSeconds() + " s");
                return false;
            }
            show(phase.get());
            rest(100);
        }
        try {
            task.join();
            return true;
        } catch (CompletionException failed) {
            tally.wrong(phase.get() + " failed: " + failed.getCause());
            return false;
        }
    }

    void show(String phase) {
        if (since(counted).compareTo(SILENCE) > 0) {
            counted = System.nanoTime();
            rows = tally.acknowledged.get();
        }
        long percent = Math.min(100, elapsed().toMillis() * 100 / planned.toMillis());
        display.show("round " + tally.rounds + ", " + rows + " rows, " + phase, Math.toIntExact(percent), elapsed());
    }

    static void rest(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted in the middle of the chaos.", e);
        }
    }

    private static Duration since(long moment) {
        return Duration.ofNanos(System.nanoTime() - moment);
    }

    @Override
    public void close() {
        display.end();
    }
}
