package vn.nhipso.indicator.webhook;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import vn.nhipso.kit.upkeep.Chore;

/**
 * {@code nhipso_webhooks_pending}, {@code nhipso_webhooks_failed} and {@code nhipso_webhooks_oldest_seconds}: messages that are not delivered, those
 * that were given up, and how long the oldest of the first waits.
 */
@ApplicationScoped
class WebhookFigures implements Chore {

    private static final String COUNT = """
            SELECT (SELECT count(*) FROM webhook_delivery WHERE state = 'PENDING'),
                   (SELECT count(*) FROM webhook_delivery WHERE state = 'FAILED'),
                   coalesce((SELECT extract(epoch FROM clock_timestamp() - min(created_at))::bigint FROM webhook_delivery WHERE state = 'PENDING'), 0)
            """;

    private volatile long pending;
    private volatile long failed;
    private volatile long oldestSeconds;

    WebhookFigures(MeterRegistry registry) {
        Gauge.builder("nhipso.webhooks.pending", () -> pending)
                .description("Messages that are to be sent or tried again")
                .register(registry);
        Gauge.builder("nhipso.webhooks.failed", () -> failed)
                .description("Messages that were given up; their webhooks are disabled")
                .register(registry);
        Gauge.builder("nhipso.webhooks.oldest", () -> oldestSeconds)
                .baseUnit("seconds")
                .description("Age of the oldest message that is not delivered")
                .register(registry);
    }

    @Override
    public String name() {
        return "Counting the messages that wait";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(10);
    }

    @Override
    public void run(Connection connection) throws SQLException {
        try (PreparedStatement count = connection.prepareStatement(COUNT);
                ResultSet counted = count.executeQuery()) {
            counted.next();
            pending = counted.getLong(1);
            failed = counted.getLong(2);
            oldestSeconds = Math.max(0, counted.getLong(3));
        }
    }
}
