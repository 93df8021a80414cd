package vn.nhipso.local.chaos;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import vn.nhipso.local.stack.Freeze;
import vn.nhipso.local.stack.LocalStack;
import vn.nhipso.local.stack.StackException;

/** Kills and pauses processes of a stack at random, two at a time at most, and brings all of them back. */
final class Mischief {

    private static final int AT_ONCE = 2;
    private static final int LONGEST_DEATH_MILLIS = 5_000;
    private static final int LONGEST_PAUSE_MILLIS = 3_000;
    private static final int BLOWS_A_ROUND = 16;
    private static final String DATABASE = "postgresql";

    private final SplittableRandom random;
    private final LocalStack stack;
    private final Tally tally;
    private final ChaosSettings settings;
    private final List<String> processes;
    private final Map<String, String> afflicted = new ConcurrentHashMap<>();

    /**
     * What is done to a process.
     *
     * @param millis until it is started again or goes on
     */
    record Blow(String process, Kind kind, int millis) {
        enum Kind {
            KILL,
            /** One of the processes below it, of which it takes notice. */
            KILL_CHILD,
            PAUSE
        }
    }

    Mischief(SplittableRandom random, LocalStack stack, Tally tally, ChaosSettings settings) {
        this.random = random;
        this.stack = stack;
        this.tally = tally;
        this.settings = settings;
        this.processes = stack.names();
    }

    /** Returns when the time is over; what is afflicted then is so until {@link #heal}. */
    void rage() {
        long end = System.nanoTime() + settings.round().toNanos();
        int longestQuiet = Math.toIntExact(settings.round().toMillis() * 2 / BLOWS_A_ROUND);
        while (System.nanoTime() < end) {
            Phases.rest(200L + random.nextInt(longestQuiet));
            Blow blow = next();
            if (afflicted.size() < AT_ONCE && afflicted.putIfAbsent(blow.process(), describe(blow)) == null) {
                Thread.ofVirtual().name("chaos-" + blow.process()).start(() -> strike(blow));
            }
        }
    }

    private Blow next() {
        String process = processes.get(random.nextInt(processes.size()));
        int dice = random.nextInt(100);
        if (dice < 60) {
            boolean child = process.equals(DATABASE) && random.nextInt(3) == 0;
            return new Blow(
                    process, child ? Blow.Kind.KILL_CHILD : Blow.Kind.KILL, random.nextInt(LONGEST_DEATH_MILLIS));
        }
        int beyond = dice < 75 ? Math.toIntExact(settings.zombie().toMillis()) : 0;
        return new Blow(process, Blow.Kind.PAUSE, beyond + 200 + random.nextInt(LONGEST_PAUSE_MILLIS));
    }

    private static String describe(Blow blow) {
        return blow.process() + (blow.kind() == Blow.Kind.PAUSE ? " paused" : " killed");
    }

    /** What is happening now, for the progress. */
    String state() {
        return afflicted.isEmpty()
                ? "all run"
                : afflicted.values().stream().sorted().collect(Collectors.joining(", "));
    }

    private void strike(Blow blow) {
        try {
            switch (blow.kind()) {
                case PAUSE -> freeze(blow);
                case KILL_CHILD -> killChild(blow);
                case KILL -> {
                    tally.of(blow.process()).kills().incrementAndGet();
                    stack.kill(blow.process());
                    Phases.rest(blow.millis());
                    startAgain(blow.process());
                }
            }
        } finally {
            afflicted.remove(blow.process());
        }
    }

    private void freeze(Blow blow) {
        Optional<ProcessHandle> process = stack.handle(blow.process());
        if (process.isPresent()) {
            tally.of(blow.process()).pauses().incrementAndGet();
            try (Freeze _ = new Freeze(process.get())) {
                Phases.rest(blow.millis());
            }
        }
    }

    private void killChild(Blow blow) {
        Optional<ProcessHandle> child = stack.handle(blow.process())
                .flatMap(process -> process.children().findAny());
        child.ifPresent(process -> {
            tally.of(blow.process()).kills().incrementAndGet();
            process.destroyForcibly();
        });
    }

    private void startAgain(String process) {
        long begin = System.nanoTime();
        for (int attempt = 1; attempt <= 5; attempt++) {
            try {
                stack.startAgain(process);
                tally.restarted(Duration.ofNanos(System.nanoTime() - begin));
                return;
            } catch (StackException notYet) {
                // What it needs may be dead just now.
                Phases.rest(1_000);
            }
        }
    }

    /** Waits until nothing is afflicted any more and everything is ready; starts what has ended by itself. */
    void heal(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (!afflicted.isEmpty() && System.nanoTime() < end) {
            Phases.rest(50);
        }
        for (String process : processes) {
            if (!stack.isAlive(process)) {
                tally.of(process).ends().incrementAndGet();
                startAgain(process);
            }
            try {
                stack.awaitReady(process);
            } catch (StackException never) {
                tally.wrong(process + " does not come back: " + never.getMessage());
            }
        }
        Set<String> still = afflicted.keySet();
        if (!still.isEmpty()) {
            tally.wrong("not brought back in time: " + still);
        }
    }
}
