package vn.nhipso.indicator.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;

/** Brings the messages of one webhook, one after the other, as long as they are taken. */
@ApplicationScoped
class Courier {

    private static final Logger LOG = Logger.getLogger(Courier.class);

    private final MessageQueue queue;
    private final Post post;
    private final WebhookConfig config;
    private final Clock clock;

    Courier(MessageQueue queue, Post post, WebhookConfig config, Clock clock) {
        this.queue = queue;
        this.post = post;
        this.config = config;
        this.clock = clock;
    }

    /** Ends when nothing is due, and after a failure: the message comes again when its time has come, and the others wait for it. */
    void serve(UUID webhook) throws InterruptedException {
        boolean taken = true;
        while (taken) {
            Message message = queue.oldest(webhook, clock.instant());
            if (message == null) {
                return;
            }
            Outcome outcome = post.send(message);
            taken = outcome.attempt().succeeded();
            if (taken) {
                queue.delivered(message, outcome.attempt());
            } else {
                failed(message, outcome);
            }
        }
    }

    private void failed(Message message, Outcome outcome) {
        Attempt attempt = outcome.attempt();
        RetrySchedule schedule = new RetrySchedule(config.retryDelays(), ThreadLocalRandom.current());
        Duration wait = schedule.after(message.tries() + 1, outcome.retryAfter());
        if (wait != null && !attempt.saysGone()) {
            queue.again(message, attempt, clock.instant().plus(wait));
            return;
        }
        DisabledReason reason = attempt.saysGone() ? DisabledReason.GONE : DisabledReason.GIVEN_UP;
        queue.givenUp(message, attempt, reason);
        LOG.warnf("Webhook %s is disabled: %s", message.webhook().id(), reason);
    }
}
