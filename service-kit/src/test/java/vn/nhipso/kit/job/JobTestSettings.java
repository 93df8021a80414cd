package vn.nhipso.kit.job;

import java.time.Duration;

/** Settings under which a second is a long time. */
record JobTestSettings(int atOnce, Duration lease, int maxAttempts) implements JobConfig {

    static final JobTestSettings QUICK = new JobTestSettings(4, Duration.ofSeconds(30), 5);

    JobTestSettings withLease(Duration length) {
        return new JobTestSettings(atOnce, length, maxAttempts);
    }

    @Override
    public boolean enabled() {
        return true;
    }

    @Override
    public Duration pollInterval() {
        return Duration.ofMillis(10);
    }

    @Override
    public Duration pulse() {
        return Duration.ofMillis(20);
    }

    @Override
    public Duration retryInterval() {
        return Duration.ofMillis(20);
    }

    @Override
    public Duration upkeepInterval() {
        return Duration.ofMillis(50);
    }

    @Override
    public Duration retention() {
        return Duration.ofDays(30);
    }
}
