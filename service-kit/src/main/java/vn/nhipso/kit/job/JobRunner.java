package vn.nhipso.kit.job;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Runs the jobs of this instance: one thread takes and watches them, each runs on a thread of its own. */
final class JobRunner implements Runnable {

    private static final Logger LOG = Logger.getLogger(JobRunner.class);

    private final DataSource dataSource;
    private final List<JobKind> kinds;
    private final JobConfig config;
    private final ObjectMapper mapper;
    private final JobQueue queue;
    private final Map<RunningJob, Thread> running = new ConcurrentHashMap<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final JobUpkeep upkeep;
    private final JobMetrics metrics;
    private long pulsedAt = System.nanoTime();
    private long keptUpAt = System.nanoTime();
    private @Nullable String lastFailure;

    JobRunner(
            DataSource dataSource, List<JobKind> kinds, JobConfig config, ObjectMapper mapper, MeterRegistry registry) {
        this.dataSource = dataSource;
        this.kinds = kinds;
        this.config = config;
        this.mapper = mapper;
        this.queue = new JobQueue(dataSource);
        this.metrics = new JobMetrics(registry);
        this.upkeep = new JobUpkeep(dataSource, config, mapper);
    }

    /** Runs until {@link #stop}, through every failure of the database. */
    @Override
    public void run() {
        while (!rest(config.pollInterval())) {
            try {
                pulse();
                while (stopped.getCount() > 0 && running.size() < config.atOnce() && takeNext()) {
                    lastFailure = null;
                }
                upkeep();
            } catch (SQLException | RuntimeException failed) {
                report(failed);
            }
        }
    }

    /** Takes no more jobs. */
    void stop() {
        stopped.countDown();
    }

    /** Hands the running jobs back when no more are taken: those that listen in time, and the others without their help. */
    void handBack(Duration patience) throws InterruptedException {
        running.keySet().forEach(job -> job.stop("the service stops"));
        long deadline = System.nanoTime() + patience.toNanos();
        for (Thread thread : running.values()) {
            thread.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
        }
        for (RunningJob job : running.keySet()) {
            try {
                job.handBack();
            } catch (SQLException failed) {
                report(failed);
            }
        }
    }

    private boolean takeNext() throws SQLException {
        UUID lease = UUID.randomUUID();
        List<String> all = kinds.stream().map(JobKind::kind).toList();
        List<String> alone =
                kinds.stream().filter(JobKind::alone).map(JobKind::kind).toList();
        Optional<Job> next = queue.claim(all, alone, lease, config.lease(), config.maxAttempts());
        next.ifPresent(job -> begin(new RunningJob(job, lease, dataSource, queue, mapper), job));
        return next.isPresent();
    }

    private void begin(RunningJob run, Job job) {
        JobKind kind = kinds.stream()
                .filter(known -> known.kind().equals(job.kind()))
                .findFirst()
                .orElseThrow();
        Thread thread = Thread.ofPlatform().name("job-" + job.kind()).daemon().unstarted(() -> work(kind, run));
        running.put(run, thread);
        thread.start();
    }

    private void work(JobKind kind, RunningJob run) {
        long began = System.nanoTime();
        try {
            String outcome = new JobWork(kind, run, config, () -> stopped.getCount() == 0).perform();
            metrics.ended(kind.kind(), outcome, Duration.ofNanos(System.nanoTime() - began));
        } finally {
            running.remove(run);
        }
    }

    private void pulse() throws SQLException {
        long now = System.nanoTime();
        if (now - pulsedAt >= config.pulse().toNanos()) {
            pulsedAt = now;
            for (RunningJob run : running.keySet()) {
                run.pulse(config.lease());
            }
        }
    }

    private void upkeep() throws SQLException {
        long now = System.nanoTime();
        if (now - keptUpAt >= config.upkeepInterval().toNanos()) {
            keptUpAt = now;
            upkeep.run();
            metrics.countOpen(dataSource);
        }
    }

    private void report(Exception failed) {
        String failure = String.valueOf(failed.getMessage());
        if (!failure.equals(lastFailure)) {
            LOG.warnf("Jobs wait: %s", failure);
            lastFailure = failure;
        }
    }

    private boolean rest(Duration pause) {
        try {
            return stopped.await(pause.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
