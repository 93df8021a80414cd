package vn.nhipso.local;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import vn.nhipso.local.stack.LocalStack;
import vn.nhipso.local.stack.Progress;
import vn.nhipso.local.stack.StackException;

/** Starts again what ends by itself, as Kubernetes would; gives the stack up when something does not stay up. */
final class Supervisor {

    private static final int PATIENCE = 5;
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final LocalStack stack;
    private final Progress progress;
    private final Runnable giveUp;
    private final Map<String, Deque<Long>> ends = new ConcurrentHashMap<>();

    Supervisor(LocalStack stack, Progress progress, Runnable giveUp) {
        this.stack = stack;
        this.progress = progress;
        this.giveUp = giveUp;
    }

    void watch() {
        stack.onEnd(this::ended);
    }

    private void ended(String name, int exitCode) {
        Thread.ofVirtual().name("restart-" + name).start(() -> restart(name, exitCode));
    }

    private void restart(String name, int exitCode) {
        progress.say(name + " ended with code " + exitCode + " (" + stack.lastWords(name) + ")");
        if (tooOften(name)) {
            progress.say(name + " ended " + PATIENCE + " times within a minute: giving up");
            giveUp.run();
            return;
        }
        try {
            TimeUnit.SECONDS.sleep(1);
            progress.say("starting " + name + " again");
            stack.startAgain(name);
            stack.onEnd(name, this::ended);
        } catch (StackException e) {
            progress.say(String.valueOf(e.getMessage()));
            restart(name, exitCode);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean tooOften(String name) {
        Deque<Long> times = ends.computeIfAbsent(name, ignored -> new ArrayDeque<>());
        long now = System.nanoTime();
        times.addLast(now);
        while (now - times.peekFirst() > WINDOW.toNanos()) {
            times.removeFirst();
        }
        return times.size() >= PATIENCE;
    }
}
