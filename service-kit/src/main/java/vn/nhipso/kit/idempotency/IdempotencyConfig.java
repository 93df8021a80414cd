package vn.nhipso.kit.idempotency;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the memory of requests. */
@ConfigMapping(prefix = "nhipso.idempotency")
public interface IdempotencyConfig {

    /** How long an {@code Idempotency-Key} is remembered. Sent again later it is a new request; natural keys still make most of those harmless. */
    @WithDefault("P7D")
    Duration retention();
}
