package vn.nhipso.indicator.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import vn.nhipso.indicator.feed.ChangeLog;
import vn.nhipso.indicator.feed.ChangePage;
import vn.nhipso.indicator.feed.FeedPositions;
import vn.nhipso.kit.event.EventJson;

/** Makes messages of what is new in the feed, for each webhook from where it is. Used by one thread. */
@ApplicationScoped
class Collector {

    private static final Logger LOG = Logger.getLogger(Collector.class);

    /** Changes in a message, whatever is configured. */
    private static final int MOST = 500;

    /** Positions without anything for a webhook after which its place is stored: until then a new start looks through them again. */
    private static final long UNSTORED = 10_000;

    private final MessageQueue queue;
    private final ChangeLog log;
    private final FeedPositions positions;
    private final WebhookConfig config;
    private final Clock clock;
    private final Map<UUID, Seen> seen = new HashMap<>();
    private final Set<UUID> stuck = new HashSet<>();

    Collector(MessageQueue queue, ChangeLog log, FeedPositions positions, WebhookConfig config, Clock clock) {
        this.queue = queue;
        this.log = log;
        this.positions = positions;
        this.config = config;
        this.clock = clock;
    }

    /** How far a webhook as it was stored has been looked through in vain. */
    private record Seen(int revision, long stored, long upTo) {}

    /** Makes one message at most for each: those with much to tell do not keep others waiting. */
    void collect() {
        List<Webhook> followers = queue.followers(config.pendingLimit());
        seen.keySet().retainAll(followers.stream().map(Webhook::id).toList());
        if (!followers.isEmpty()) {
            long settled = positions.settled();
            followers.forEach(webhook -> attempt(webhook, settled));
        }
    }

    /** Nobody waits for a webhook that cannot be told anything. */
    private void attempt(Webhook webhook, long settled) {
        try {
            advance(webhook, settled);
            stuck.remove(webhook.id());
        } catch (RuntimeException failed) {
            if (stuck.add(webhook.id())) {
                LOG.warnf("Webhook %s gets no messages for now: %s", webhook.id(), failed.getMessage());
            }
        }
    }

    private void advance(Webhook webhook, long settled) {
        ChangePage page = log.read(webhook.filter(), from(webhook), settled, Math.clamp(config.messageSize(), 1, MOST));
        if (!page.items().isEmpty()) {
            queue.store(webhook, page.next(), payload(webhook, page), clock.instant());
        } else if (page.next() - webhook.position() > UNSTORED) {
            queue.store(webhook, page.next(), null, clock.instant());
        } else {
            seen.put(webhook.id(), new Seen(webhook.revision(), webhook.position(), page.next()));
        }
    }

    private long from(Webhook webhook) {
        Seen before = seen.get(webhook.id());
        return before != null && before.revision() == webhook.revision() && before.stored() == webhook.position()
                ? before.upTo()
                : webhook.position();
    }

    private String payload(Webhook webhook, ChangePage page) {
        return EventJson.write(MessageBody.ofChanges(webhook.id(), page.items(), positions.token(page.next())));
    }
}
