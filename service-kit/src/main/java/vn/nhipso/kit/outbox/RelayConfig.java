package vn.nhipso.kit.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the outbox relay. */
@ConfigMapping(prefix = "nhipso.relay")
public interface RelayConfig {

    /** Whether this instance may relay. Turn it off on all instances where Kafka Connect with Debezium's outbox router does it. */
    @WithDefault("true")
    boolean enabled();

    /** How long to rest when nothing is to be sent. Shorter is fresher and asks the database more often. */
    @WithDefault("PT0.01S")
    Duration pollInterval();

    /** Rows read and sent in one go. All of them are in memory for that time. */
    @WithDefault("5000")
    int batchSize();

    /** How often every partition gets a heartbeat when nothing moves; DESIGN 1.1 asks for at least one a second. */
    @WithDefault("PT1S")
    Duration heartbeatInterval();

    /** While events flow, how soon after them the other partitions learn of it; the wait of a {@code minSequence} at worst. */
    @WithDefault("PT0.05S")
    Duration busyHeartbeatInterval();

    /** How long to rest after a failure of broker or database before the next try. */
    @WithDefault("PT1S")
    Duration retryInterval();
}
