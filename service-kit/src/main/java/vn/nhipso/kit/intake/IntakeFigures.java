package vn.nhipso.kit.intake;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import vn.nhipso.kit.event.Topic;
import vn.nhipso.kit.upkeep.Chore;

/**
 * {@code nhipso_dead_letters} (open ones) and {@code nhipso_dead_letters_kept_total} (all that ever were) by topic, and {@code
 * nhipso_intake_lag_seconds}: how far what is applied lies behind. They are the database's, so every replica says the same: take the maximum, not
 * the sum.
 */
@ApplicationScoped
class IntakeFigures implements Chore {

    private static final String COUNT =
            "SELECT topic, count(*) FILTER (WHERE resolved_at IS NULL), count(*) FROM dead_letter GROUP BY topic";

    /** Heartbeats come every second, so the time of a partition stands still only where the relay, the broker or the intake does. */
    private static final String LAG = """
            SELECT coalesce(greatest(extract(epoch FROM clock_timestamp() - min(event_time)) * 1000, 0), 0)::bigint
            FROM intake_position WHERE event_time > 'epoch'
            """;

    private final Map<String, Letters> letters = new TreeMap<>();
    private volatile Duration lag = Duration.ZERO;

    IntakeFigures(MeterRegistry registry, @Any Instance<EventApplier> appliers) {
        for (EventApplier applier : appliers) {
            for (Topic topic : applier.topics()) {
                letters.put(topic.name(), new Letters(registry, topic.name()));
            }
        }
        if (!letters.isEmpty()) {
            Gauge.builder("nhipso.intake.lag", () -> lag.toMillis() / 1000.0)
                    .baseUnit("seconds")
                    .description("Age of the last event or heartbeat applied, of the partition that is furthest behind")
                    .register(registry);
        }
    }

    @Override
    public String name() {
        return "Counting dead letters";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(10);
    }

    @Override
    public void run(Connection connection) throws SQLException {
        if (letters.isEmpty()) {
            return;
        }
        try (PreparedStatement count = connection.prepareStatement(COUNT);
                ResultSet counts = count.executeQuery()) {
            while (counts.next()) {
                Letters ofTopic = letters.get(counts.getString(1));
                if (ofTopic != null) {
                    ofTopic.open = counts.getLong(2);
                    ofTopic.kept = counts.getLong(3);
                }
            }
        }
        try (PreparedStatement oldest = connection.prepareStatement(LAG);
                ResultSet row = oldest.executeQuery()) {
            row.next();
            lag = Duration.ofMillis(row.getLong(1));
        }
    }

    /** Of one topic. */
    private static final class Letters {

        private volatile long open;
        private volatile long kept;

        Letters(MeterRegistry registry, String topic) {
            Gauge.builder("nhipso.dead.letters", () -> open)
                    .tag("topic", topic)
                    .description("Events that could not be applied and wait for somebody")
                    .register(registry);
            FunctionCounter.builder("nhipso.dead.letters.kept", this, all -> all.kept)
                    .tag("topic", topic)
                    .description("Events that could not be applied, those applied later among them")
                    .register(registry);
        }
    }
}
