package vn.nhipso.kit.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Settings of the intake of events. */
@ConfigMapping(prefix = "nhipso.intake")
public interface IntakeConfig {

    /** Whether this instance takes events in. */
    @WithDefault("true")
    boolean enabled();

    /**
     * What the names of the Kafka consumer groups end with, after a hyphen. None, but for a second deployment that fills a database of its own from the
     * same topics: those who share a group share the partitions, and must share the database.
     */
    Optional<String> groupSuffix();

    /** Events of one transaction at most. More is faster after an outage and holds locks longer. */
    @WithDefault("5000")
    int batchSize();

    /** How long a {@code minSequence} waits before 503. */
    @WithDefault("PT2S")
    Duration sequenceWait();

    /** How long to rest after a failure of broker or database before the next try. */
    @WithDefault("PT1S")
    Duration retryInterval();

    /**
     * How long an instance may be silent before the others take over its partitions. A killed process that starts again waits for it too. Shorter
     * is sooner, and takes partitions from an instance that only paused; the broker allows no less than its group.min.session.timeout.ms.
     */
    @WithDefault("PT10S")
    Duration sessionTimeout();
}
