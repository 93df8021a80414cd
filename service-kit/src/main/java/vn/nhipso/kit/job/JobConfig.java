package vn.nhipso.kit.job;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the running of jobs. */
@ConfigMapping(prefix = "nhipso.jobs")
public interface JobConfig {

    /** Whether this instance runs jobs. It takes submissions and answers for them either way. */
    @WithDefault("true")
    boolean enabled();

    /** Jobs that one instance runs at once. */
    @WithDefault("2")
    int atOnce();

    /** How often an instance with a free place looks for work; how long a submitted job waits at least. */
    @WithDefault("PT0.25S")
    Duration pollInterval();

    /** How often progress is stored and a cancellation noticed. */
    @WithDefault("PT0.5S")
    Duration pulse();

    /** How long a run may be silent before it counts as dead and its job is taken again. Pauses of the process must be shorter. */
    @WithDefault("PT30S")
    Duration lease();

    /** Runs of a job before it is given up. */
    @WithDefault("5")
    int maxAttempts();

    /** How long to rest before a job is tried again that failed for a database that was away. */
    @WithDefault("PT2S")
    Duration retryInterval();

    /** How often dead jobs are given up and old ones deleted. */
    @WithDefault("PT10S")
    Duration upkeepInterval();

    /** How long finished jobs can be asked for. */
    @WithDefault("P30D")
    Duration retention();
}
