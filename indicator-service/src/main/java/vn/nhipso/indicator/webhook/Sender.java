package vn.nhipso.indicator.webhook;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import vn.nhipso.kit.active.Duty;

/**
 * Follows the feed for all webhooks and has what is due brought to them, each by a thread of its own: a slow one holds up nobody else. Should two
 * instances be active for a moment, messages go out twice with the same id.
 */
@ApplicationScoped
class Sender implements Duty {

    private static final Logger LOG = Logger.getLogger(Sender.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Collector collector;
    private final ReturnReminder reminder;
    private final MessageQueue queue;
    private final Courier courier;
    private final WebhookConfig config;
    private final Clock clock;
    private final Set<UUID> served = ConcurrentHashMap.newKeySet();
    private final ExecutorService couriers = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("webhook-", 0).factory());

    Sender(
            Collector collector,
            ReturnReminder reminder,
            MessageQueue queue,
            Courier courier,
            WebhookConfig config,
            Clock clock) {
        this.collector = collector;
        this.reminder = reminder;
        this.queue = queue;
        this.courier = courier;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "webhooks";
    }

    @Override
    public boolean enabled() {
        return config.enabled();
    }

    @Override
    public AdvisoryLock lock() {
        return new AdvisoryLock(7305, 1);
    }

    @Override
    public Duration retryInterval() {
        return Duration.ofSeconds(1);
    }

    @Override
    public String whileItFails() {
        return "Messages are kept and sent later";
    }

    @Override
    public Rounds begin(Connection connection) {
        return () -> round(connection);
    }

    /** What is on its way is let go: it is tried again by the next instance, with the same id. */
    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        couriers.shutdownNow();
        if (!couriers.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.debug("A message is still on its way");
        }
    }

    /** What goes wrong with one of the tasks does not keep the others from being done. */
    private Duration round(Connection connection) throws SQLException {
        if (!connection.isValid((int) PATIENCE.toSeconds())) {
            throw new SQLException("the connection that held the lock is gone");
        }
        try {
            collector.collect();
        } finally {
            try {
                reminder.tell();
            } finally {
                queue.due(clock.instant()).forEach(this::send);
            }
        }
        return config.interval();
    }

    private void send(UUID webhook) {
        if (served.add(webhook)) {
            try {
                couriers.execute(() -> serve(webhook));
            } catch (RejectedExecutionException ending) {
                served.remove(webhook);
            }
        }
    }

    private void serve(UUID webhook) {
        try {
            courier.serve(webhook);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failed) {
            LOG.warnf("Webhook %s is served later: %s", webhook, failed.getMessage());
        } finally {
            served.remove(webhook);
        }
    }
}
