package vn.nhipso.indicator.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.IndicatorProblem;
import vn.nhipso.indicator.feed.FeedPositions;
import vn.nhipso.kit.event.EventJson;
import vn.nhipso.kit.idempotency.IdempotencyKeys;
import vn.nhipso.kit.idempotency.KeptAnswer;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;

/** What people do with webhooks. An edit locks the row, so that the sender does not move it meanwhile. */
@ApplicationScoped
class WebhookService {

    private final WebhookStore webhooks;
    private final DeliveryLog deliveries;
    private final WebhookAccess access;
    private final FeedPositions positions;
    private final IdempotencyKeys keys;
    private final DataSource dataSource;
    private final WebhookConfig config;
    private final Clock clock;

    WebhookService(
            WebhookStore webhooks,
            DeliveryLog deliveries,
            WebhookAccess access,
            FeedPositions positions,
            IdempotencyKeys keys,
            DataSource dataSource,
            WebhookConfig config,
            Clock clock) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.access = access;
        this.positions = positions;
        this.keys = keys;
        this.dataSource = dataSource;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Who asks.
     *
     * @param key of idempotency; null where none was given
     */
    record Asker(String name, String unit, @Nullable String key) {}

    /** A new webhook, checked but not stored. */
    Webhook prepared(RegisterWebhook body, Asker asker) {
        String unit = body.unit();
        List<String> indicators = body.indicators();
        Webhook webhook = new Webhook(
                UUID.randomUUID(),
                1,
                body.url(),
                EnumSet.copyOf(body.types()),
                unit == null ? asker.unit() : unit,
                indicators == null ? List.of() : indicators.stream().distinct().toList(),
                null,
                Secrets.first(),
                body.after() == null ? positions.settled() : positions.read(body.after()),
                null,
                asker.name(),
                now());
        access.checkNames(webhook, asker.unit());
        access.checkReceiver(webhook.url());
        return webhook;
    }

    /** What is asked of the network, before anything is locked. */
    void prepare(ChangeWebhook body) {
        if (body.url() != null) {
            access.checkReceiver(body.url());
        }
    }

    @Transactional
    KeptAnswer register(Webhook webhook, RegisterWebhook body, Asker asker) {
        return once(asker, "POST /v1/webhooks " + body, () -> {
            webhooks.insert(webhook);
            return new KeptAnswer(201, "/v1/webhooks/" + webhook.id(), EventJson.write(shown(webhook)));
        });
    }

    /** @param expected the revision that the caller has seen */
    @Transactional
    Webhook change(UUID id, ChangeWebhook body, String callersUnit, ExpectedRevision expected) {
        Webhook before = access.require(id, webhooks.lock(id), callersUnit);
        expected.require(before);
        Webhook after = body.applied(before);
        access.checkNames(after, callersUnit);
        webhooks.update(after);
        if (before.disabled() != null && after.disabled() == null) {
            deliveries.revive(id, now());
        }
        return after;
    }

    @Transactional
    void delete(UUID id, String callersUnit, ExpectedRevision expected) {
        expected.require(access.require(id, webhooks.lock(id), callersUnit));
        webhooks.delete(id);
    }

    /** The secret before the last rotation signs no more, the present one for a while. */
    @Transactional
    KeptAnswer rotate(UUID id, Asker asker) {
        return once(asker, "POST /v1/webhooks/" + id + "/secret-rotation", () -> {
            Webhook before = access.require(id, webhooks.lock(id), asker.unit());
            Webhook after =
                    with(before, before.secrets().rotated(now().plus(config.rotationOverlap())), before.position());
            webhooks.update(after);
            return new KeptAnswer(200, null, EventJson.write(shown(after)));
        });
    }

    /** Goes on from a place in the feed, before or behind the present one. What was made of the feed and is not delivered is made anew from there. */
    @Transactional
    KeptAnswer replay(UUID id, String after, Asker asker) {
        long position = positions.read(after);
        return once(asker, "POST /v1/webhooks/" + id + "/replay " + after, () -> {
            Webhook before = access.require(id, webhooks.lock(id), asker.unit());
            Webhook set = with(before, before.secrets(), position);
            webhooks.update(set);
            deliveries.cancelChanges(id, now());
            return new KeptAnswer(200, null, EventJson.write(WebhookView.of(set, positions.token(position))));
        });
    }

    @Transactional
    KeptAnswer sendAgain(UUID id, UUID delivery, Asker asker) {
        return once(asker, "POST /v1/webhooks/" + id + "/deliveries/" + delivery + "/redelivery", () -> {
            access.require(id, webhooks.lock(id), asker.unit());
            delivery(id, delivery);
            deliveries.sendAgain(id, delivery, now());
            return new KeptAnswer(202, null, EventJson.write(delivery(id, delivery)));
        });
    }

    Delivery delivery(UUID webhook, UUID id) {
        Delivery found = deliveries.find(webhook, id);
        if (found == null) {
            throw new ProblemException(
                    IndicatorProblem.DELIVERY_NOT_FOUND,
                    Text.of("Không có thông điệp %s.", "There is no message %s.", id));
        }
        return found;
    }

    /** Another place or another secret is another revision, so that the sender does not store what it made before. */
    private static Webhook with(Webhook before, Secrets secrets, long position) {
        return new Webhook(
                before.id(),
                before.revision() + 1,
                before.url(),
                before.types(),
                before.unit(),
                before.indicators(),
                before.disabled(),
                secrets,
                position,
                before.failingSince(),
                before.createdBy(),
                before.createdAt());
    }

    private WebhookView shown(Webhook webhook) {
        return WebhookView.withSecret(webhook, positions.token(webhook.position()));
    }

    private KeptAnswer once(Asker asker, String request, Supplier<KeptAnswer> effect) {
        String key = asker.key();
        if (key == null) {
            return effect.get();
        }
        try (Connection transaction = dataSource.getConnection()) {
            Optional<KeptAnswer> kept = keys.claim(transaction, asker.name(), key, request);
            if (kept.isPresent()) {
                return kept.get();
            }
            KeptAnswer answer = effect.get();
            keys.keep(transaction, asker.name(), key, answer);
            return answer;
        } catch (SQLException failed) {
            throw new IllegalStateException("idempotency key not kept", failed);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
