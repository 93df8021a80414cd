package vn.nhipso.local.chaos;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What a run is reported by; counted by many threads. */
final class Tally {

    private static final int REMEMBERED = 40;

    final AtomicInteger rounds = new AtomicInteger();
    final AtomicLong requests = new AtomicLong();
    final AtomicLong rows = new AtomicLong();
    final AtomicLong acknowledged = new AtomicLong();
    final AtomicLong resent = new AtomicLong();
    final AtomicLong redelivered = new AtomicLong();
    final AtomicLong moves = new AtomicLong();
    final AtomicLong mergers = new AtomicLong();
    final AtomicLong restated = new AtomicLong();
    final AtomicLong rebuilds = new AtomicLong();
    final AtomicLong figuresRead = new AtomicLong();
    final AtomicLong rollupsRead = new AtomicLong();
    final AtomicLong correctionsRead = new AtomicLong();
    final AtomicLong explanationsRead = new AtomicLong();
    final AtomicLong recalled = new AtomicLong();
    final AtomicLong lost = new AtomicLong();
    final AtomicLong doubled = new AtomicLong();
    final AtomicLong wrong = new AtomicLong();
    private final Map<String, Faults> faults = new TreeMap<>();
    private final AtomicLong longestRestart = new AtomicLong();
    private final AtomicLong longestCatchUp = new AtomicLong();
    private final ConcurrentLinkedQueue<String> complaints = new ConcurrentLinkedQueue<>();

    /** What was done to a process. */
    record Faults(AtomicInteger kills, AtomicInteger pauses, AtomicInteger ends) {}

    synchronized Faults of(String process) {
        return faults.computeIfAbsent(
                process, ignored -> new Faults(new AtomicInteger(), new AtomicInteger(), new AtomicInteger()));
    }

    synchronized Map<String, Faults> byProcess() {
        return new TreeMap<>(faults);
    }

    void restarted(Duration took) {
        longestRestart.accumulateAndGet(took.toMillis(), Math::max);
    }

    void caughtUp(Duration took) {
        longestCatchUp.accumulateAndGet(took.toMillis(), Math::max);
    }

    Duration longestRestart() {
        return Duration.ofMillis(longestRestart.get());
    }

    Duration longestCatchUp() {
        return Duration.ofMillis(longestCatchUp.get());
    }

    void lost(String what) {
        lost.incrementAndGet();
        complain("lost: " + what);
    }

    void doubled(String what) {
        doubled.incrementAndGet();
        complain("double: " + what);
    }

    void wrong(String what) {
        wrong.incrementAndGet();
        complain("wrong: " + what);
    }

    private void complain(String sentence) {
        if (complaints.size() < REMEMBERED) {
            complaints.add("round " + rounds.get() + ": " + sentence);
        }
    }

    Iterable<String> complaints() {
        return complaints;
    }

    boolean isClean() {
        return lost.get() == 0 && doubled.get() == 0 && wrong.get() == 0;
    }
}
