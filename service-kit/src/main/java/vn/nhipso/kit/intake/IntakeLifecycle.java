package vn.nhipso.kit.intake;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Starts an intake for every {@link EventApplier} of the service. */
@ApplicationScoped
class IntakeLifecycle {

    private final Instance<EventApplier> appliers;
    private final Instance<DataSource> dataSource;
    private final IntakeConfig config;
    private final String bootstrapServers;
    private final List<Intake> intakes = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    IntakeLifecycle(
            @Any Instance<EventApplier> appliers,
            Instance<DataSource> dataSource,
            IntakeConfig config,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.appliers = appliers;
        this.dataSource = dataSource;
        this.config = config;
        this.bootstrapServers = bootstrapServers;
    }

    void start(@Observes StartupEvent started) {
        if (!config.enabled()) {
            return;
        }
        for (EventApplier applier : appliers) {
            Intake intake =
                    new Intake(dataSource.get(), Map.of("bootstrap.servers", bootstrapServers), applier, config);
            intakes.add(intake);
            threads.add(Thread.ofPlatform()
                    .name("intake-" + applier.consumer())
                    .daemon()
                    .start(intake));
        }
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        intakes.forEach(Intake::stop);
        for (Thread thread : threads) {
            thread.join(5_000);
        }
    }
}
