package vn.nhipso.indicator.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;

/** Settings of the webhooks. */
@ConfigMapping(prefix = "nhipso.webhooks")
public interface WebhookConfig {

    /** Whether this instance may send. One instance sends for a database; the others stand by. */
    @WithDefault("true")
    boolean enabled();

    /**
     * Whether receivers may have private, loopback and similar addresses. True lets whoever may register a webhook make this service send requests
     * into its own network: only where all receivers are inside, as on one machine.
     */
    @WithDefault("false")
    boolean allowPrivate();

    /** Whether receivers may be http. Messages are signed, but anybody on the way can read them. */
    @WithDefault("false")
    boolean allowHttp();

    /** How long to wait for a connection. */
    @WithDefault("PT5S")
    Duration connectTimeout();

    /** How long one attempt may take altogether; what takes longer has failed and is tried again. */
    @WithDefault("PT15S")
    Duration timeout();

    /**
     * How long to wait after each failed attempt, give or take a fifth. When all of these have failed too, the webhook is disabled. The default
     * gives up after three days.
     */
    @WithDefault("PT5S,PT5M,PT30M,PT2H,PT5H,PT10H,PT14H,PT20H,PT24H")
    List<Duration> retryDelays();

    /** How often at most the feed is looked at for new messages: shorter is fresher, longer makes fuller messages. */
    @WithDefault("PT0.25S")
    Duration interval();

    /** Changes in a message at most, 1 to 500. */
    @WithDefault("500")
    int messageSize();

    /** Messages of one webhook that are stored and not yet delivered, at most; what comes later waits in the feed. */
    @WithDefault("10")
    int pendingLimit();

    /** How often at most it is looked whether returns were sent back, and whether it is time for reminders. */
    @WithDefault("PT5S")
    Duration returnsInterval();

    /** How many days before its last day in time a return that nobody has handed in is reminded of, 0 on that day itself. */
    @WithDefault("3")
    int remindDaysBefore();

    /** From what time of the day, Vietnam's, reminders of due and late returns are sent. */
    @WithDefault("07:00")
    LocalTime remindAt();

    /** How long the old secret signs too after a rotation. */
    @WithDefault("PT24H")
    Duration rotationOverlap();

    /** How long messages that are done are kept in the delivery log. */
    @WithDefault("P30D")
    Duration retention();
}
