package vn.nhipso.kit.outbox;

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
 * {@code nhipso_outbox_waiting} and {@code nhipso_outbox_oldest_seconds}: events that Kafka has not acknowledged, and how long the oldest of them
 * waits. An age that grows means that the relay or the broker is away.
 */
@ApplicationScoped
class OutboxFigures implements Chore {

    /** The relay deletes what it has sent, so what stands here waits; counting stops where the figure would cost more than it tells. */
    private static final String COUNT = """
            SELECT (SELECT count(*) FROM (SELECT FROM outbox LIMIT 1000000) AS waiting),
                   coalesce((SELECT extract(epoch FROM clock_timestamp() - recorded_at)::bigint FROM outbox ORDER BY position LIMIT 1), 0)
            """;

    private volatile long waiting;
    private volatile long oldestSeconds;

    OutboxFigures(MeterRegistry registry) {
        Gauge.builder("nhipso.outbox.waiting", () -> waiting)
                .description("Events that are not yet acknowledged by Kafka")
                .register(registry);
        Gauge.builder("nhipso.outbox.oldest", () -> oldestSeconds)
                .baseUnit("seconds")
                .description("Age of the oldest of them")
                .register(registry);
    }

    @Override
    public String name() {
        return "Counting the events that wait";
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
            waiting = counted.getLong(1);
            oldestSeconds = Math.max(0, counted.getLong(2));
        }
    }
}
