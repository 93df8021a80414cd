package vn.nhipso.kit.outbox;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.active.Duty;

/**
 * Moves events from the outbox to Kafka, where the service writes any: in commit order, at least once, marking progress only after the broker's
 * acknowledgement. It refuses to run on topics that lose events. See ADR 0001.
 */
@Singleton
class OutboxRelay implements Duty {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);

    private final @Nullable OutboxTopics topics;
    private final Map<String, Object> kafka;
    private final RelayConfig config;
    private final Clock clock;

    @Inject
    OutboxRelay(
            Instance<OutboxTopics> topics,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
            RelayConfig config,
            Clock clock) {
        this(topics.isResolvable() ? topics.get() : null, bootstrapServers, config, clock);
    }

    OutboxRelay(@Nullable OutboxTopics topics, String bootstrapServers, RelayConfig config, Clock clock) {
        this.topics = topics;
        this.kafka = Map.of("bootstrap.servers", bootstrapServers);
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "outbox-relay";
    }

    @Override
    public boolean enabled() {
        return config.enabled() && topics != null;
    }

    @Override
    public AdvisoryLock lock() {
        return new AdvisoryLock(7301, 2);
    }

    @Override
    public Duration retryInterval() {
        return config.retryInterval();
    }

    @Override
    public String whileItFails() {
        return "Events are kept and sent later";
    }

    @Override
    public Rounds begin(Connection connection) throws SQLException, ExecutionException, InterruptedException {
        OutboxTopics written = Objects.requireNonNull(topics);
        TopicSetup.ensure(kafka, written.topics());
        LOG.infof("Relaying events of the %s service", written.service());
        return new RelaySession(connection, kafka, written, config, clock);
    }
}
