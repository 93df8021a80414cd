package vn.nhipso.indicator.webhook;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Sends as long as the service runs. */
@ApplicationScoped
class SenderLifecycle {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final DataSource dataSource;
    private final Collector collector;
    private final ReturnReminder reminder;
    private final MessageQueue queue;
    private final Courier courier;
    private final WebhookConfig config;
    private final Clock clock;
    private @Nullable Sender sender;

    SenderLifecycle(
            DataSource dataSource,
            Collector collector,
            ReturnReminder reminder,
            MessageQueue queue,
            Courier courier,
            WebhookConfig config,
            Clock clock) {
        this.dataSource = dataSource;
        this.collector = collector;
        this.reminder = reminder;
        this.queue = queue;
        this.courier = courier;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started) {
        if (config.enabled()) {
            sender = new Sender(dataSource, collector, reminder, queue, courier, config.interval(), clock);
            Thread.ofPlatform().name("webhooks").daemon().start(sender);
        }
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        if (sender != null) {
            sender.stop(PATIENCE);
        }
    }
}
