package vn.nhipso.kit.active;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Does all duties of the service as long as it runs, and tells the readiness probe which of them it refuses. */
@Readiness
@ApplicationScoped
class Duties implements HealthCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Instance<Duty> duties;
    private final Instance<DataSource> dataSource;
    private final Map<String, OneActive> running = new LinkedHashMap<>();

    Duties(@Any Instance<Duty> duties, Instance<DataSource> dataSource) {
        this.duties = duties;
        this.dataSource = dataSource;
    }

    void start(@Observes StartupEvent started) {
        duties.stream()
                .filter(Duty::enabled)
                .forEach(duty -> running.put(duty.name(), new OneActive(dataSource.get(), duty)));
        running.values().forEach(OneActive::start);
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        for (OneActive duty : running.values()) {
            duty.stop(PATIENCE);
        }
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("duties").up();
        running.forEach((name, duty) -> {
            String refusal = duty.refusal();
            if (refusal != null) {
                response.down().withData(name, refusal);
            }
        });
        return response.build();
    }
}
