package vn.nhipso.kit.job;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Runs jobs as long as the service does, where it has kinds of jobs. */
@ApplicationScoped
class JobLifecycle {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Instance<JobKind> kinds;
    private final Instance<DataSource> dataSource;
    private final JobConfig config;
    private final ObjectMapper mapper;
    private final MeterRegistry registry;
    private @Nullable JobRunner runner;
    private @Nullable Thread thread;

    JobLifecycle(
            @Any Instance<JobKind> kinds,
            Instance<DataSource> dataSource,
            JobConfig config,
            ObjectMapper mapper,
            MeterRegistry registry) {
        this.registry = registry;
        this.kinds = kinds;
        this.dataSource = dataSource;
        this.config = config;
        this.mapper = mapper;
    }

    void start(@Observes StartupEvent started) {
        List<JobKind> known = kinds.stream().toList();
        if (!config.enabled() || known.isEmpty()) {
            return;
        }
        runner = new JobRunner(dataSource.get(), known, config, mapper, registry);
        thread = Thread.ofPlatform().name("jobs").daemon().start(runner);
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        if (runner != null && thread != null) {
            runner.stop();
            thread.join(PATIENCE);
            runner.handBack(PATIENCE);
        }
    }
}
