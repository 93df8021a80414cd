package vn.nhipso.indicator.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.nhipso.indicator.feed.ChangeLog;
import vn.nhipso.indicator.feed.ChangePage;
import vn.nhipso.indicator.feed.ChangeView;
import vn.nhipso.indicator.feed.FeedPositions;
import vn.nhipso.kit.event.EventJson;

/** Makes messages of what is new in the feed, for each webhook from where it is. Used by one thread. */
@ApplicationScoped
class Collector {

    /** Positions without anything for a webhook after which its place is stored: until then a new start looks through them again. */
    private static final long UNSTORED = 10_000;

    private final MessageQueue queue;
    private final ChangeLog log;
    private final FeedPositions positions;
    private final WebhookConfig config;
    private final Clock clock;
    private final Map<UUID, Seen> seen = new HashMap<>();

    Collector(MessageQueue queue, ChangeLog log, FeedPositions positions, WebhookConfig config, Clock clock) {
        this.queue = queue;
        this.log = log;
        this.positions = positions;
        this.config = config;
        this.clock = clock;
    }

    /** How far a webhook as it was stored has been looked through in vain. */
    private record Seen(int revision, long stored, long upTo) {}

    /** The body of a message. */
    record Body(String type, Instant timestamp, Data data) {}

    /**
     * What has changed.
     *
     * @param next place in the feed behind the changes, for a receiver that wants to go on by itself
     */
    record Data(UUID webhook, List<ChangeView> changes, String next) {}

    /** Makes one message at most for each: those with much to tell do not keep others waiting. */
    void collect() {
        List<Webhook> followers = queue.followers(config.pendingLimit());
        seen.keySet().retainAll(followers.stream().map(Webhook::id).toList());
        if (!followers.isEmpty()) {
            long settled = positions.settled();
            followers.forEach(webhook -> advance(webhook, settled));
        }
    }

    private void advance(Webhook webhook, long settled) {
        ChangePage page = log.read(webhook.filter(), from(webhook), settled, config.messageSize());
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
        Instant newest = page.items().getLast().measurement().recordedAt();
        return EventJson.write(new Body(
                WebhookType.MEASUREMENTS_CHANGED.word(),
                newest,
                new Data(webhook.id(), page.items(), positions.token(page.next()))));
    }
}
