package vn.nhipso.local.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Measured times and their percentiles (nearest rank: a percentile is always a time that was seen). Many may add at once. */
final class Latencies {

    private final List<Duration> seen = new ArrayList<>();

    synchronized void add(Duration time) {
        seen.add(time);
    }

    synchronized List<Duration> all() {
        return List.copyOf(seen);
    }

    synchronized int count() {
        return seen.size();
    }

    synchronized Duration percentile(int percent) {
        if (seen.isEmpty()) {
            throw new IllegalStateException("nothing was measured");
        }
        List<Duration> sorted = new ArrayList<>(seen);
        Collections.sort(sorted);
        int rank = Math.ceilDiv(percent * sorted.size(), 100);
        return sorted.get(Math.max(1, rank) - 1);
    }
}
