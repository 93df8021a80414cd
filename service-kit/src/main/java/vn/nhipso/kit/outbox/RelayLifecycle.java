package vn.nhipso.kit.outbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;

/** Starts the relay with the service, where the service writes events, and tells the readiness probe when it refuses to run. */
@Readiness
@ApplicationScoped
class RelayLifecycle implements HealthCheck {

    private final Instance<OutboxTopics> topics;
    private final Instance<DataSource> dataSource;
    private final RelayConfig config;
    private final Clock clock;
    private final String bootstrapServers;
    private @Nullable OutboxRelay relay;
    private @Nullable Thread thread;

    RelayLifecycle(
            Instance<OutboxTopics> topics,
            Instance<DataSource> dataSource,
            RelayConfig config,
            Clock clock,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.topics = topics;
        this.dataSource = dataSource;
        this.config = config;
        this.clock = clock;
        this.bootstrapServers = bootstrapServers;
    }

    void start(@Observes StartupEvent started) {
        if (!config.enabled() || !topics.isResolvable()) {
            return;
        }
        relay = new OutboxRelay(
                dataSource.get(), Map.of("bootstrap.servers", bootstrapServers), topics.get(), config, clock);
        thread = Thread.ofPlatform().name("outbox-relay").daemon().start(relay);
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        if (relay != null && thread != null) {
            relay.stop();
            thread.join(5_000);
        }
    }

    @Override
    public HealthCheckResponse call() {
        String refusal = relay == null ? null : relay.refusal();
        var response = HealthCheckResponse.named("outbox-relay");
        return refusal == null
                ? response.up().build()
                : response.down().withData("refusal", refusal).build();
    }
}
