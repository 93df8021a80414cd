package vn.nhipso.indicator.finding.comparison;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.outbox.SettledPositions;

/** Runs the follower as long as the service does. {@code nhipso_checks_waiting}: what it has not looked at yet. */
@ApplicationScoped
class FollowerLifecycle {

    private static final long PATIENCE_MILLIS = 5_000;

    private final DataSource dataSource;
    private final FollowerStep step;
    private final SettledPositions positions;
    private final ComparisonConfig config;
    private @Nullable Follower follower;
    private @Nullable Thread thread;

    FollowerLifecycle(
            DataSource dataSource,
            FollowerStep step,
            SettledPositions positions,
            ComparisonConfig config,
            MeterRegistry registry) {
        this.dataSource = dataSource;
        this.step = step;
        this.positions = positions;
        this.config = config;
        Gauge.builder("nhipso.checks.waiting", this::waiting)
                .description(
                        "Written revisions that the comparing checks have not looked at; 0 where another instance does")
                .register(registry);
    }

    void start(@Observes StartupEvent started) {
        if (config.follower().enabled()) {
            Follower made = new Follower(dataSource, step, positions::settled, config.follower());
            follower = made;
            thread = Thread.ofPlatform().name("comparing-checks").daemon().start(made);
        }
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        if (follower != null && thread != null) {
            follower.stop();
            thread.join(PATIENCE_MILLIS);
        }
    }

    private long waiting() {
        Follower running = follower;
        return running == null ? 0 : running.waiting();
    }
}
