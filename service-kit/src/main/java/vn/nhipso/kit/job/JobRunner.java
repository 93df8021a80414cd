package vn.nhipso.kit.job;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
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
import vn.nhipso.kit.problem.Outage;
import vn.nhipso.kit.problem.ProblemException;

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
        String outcome = "lost";
        try {
            outcome = end(kind, run);
        } catch (SQLException | RuntimeException failed) {
            LOG.warnf("Job %s is taken again when its lease has run out: %s", run.id(), failed.getMessage());
        } finally {
            running.remove(run);
            deleteInput(run);
            metrics.ended(kind.kind(), outcome, Duration.ofNanos(System.nanoTime() - began));
        }
    }

    /** Runs it and says what came of it. */
    private String end(JobKind kind, RunningJob run) throws SQLException {
        try {
            RequestContext.run(() -> kind.run(run));
            run.succeedWithoutResult();
            return "succeeded";
        } catch (JobStoppedException unwanted) {
            return unwanted(run);
        } catch (ProblemException problem) {
            return refused(run, problem);
        } catch (Exception | Error failed) {
            return failed(run, failed);
        }
    }

    private String unwanted(RunningJob run) throws SQLException {
        if (stopped.getCount() == 0) {
            run.handBack();
            return "handed back";
        }
        run.cancelled();
        return "cancelled";
    }

    /** A problem that says when to try again is tried again. */
    private String refused(RunningJob run, ProblemException problem) throws SQLException {
        Integer retryAfter = problem.retryAfterSeconds();
        if (retryAfter != null) {
            run.tryAgain(Duration.ofSeconds(retryAfter));
            return "tried again";
        }
        run.fail(JobFailure.of(problem));
        return "failed";
    }

    private String failed(RunningJob run, Throwable failure) throws SQLException {
        if (Outage.isBehind(failure)) {
            LOG.warnf("Job %s is tried again, the database could not be used: %s", run.id(), failure.toString());
            run.tryAgain(config.retryInterval());
            return "tried again";
        }
        String traceId = UUID.randomUUID().toString();
        LOG.errorf(failure, "Job %s failed, traceId %s", run.id(), traceId);
        run.fail(JobFailure.unexpected(traceId));
        return "failed";
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

    private static void deleteInput(RunningJob run) {
        try {
            run.deleteInput();
        } catch (IOException failed) {
            LOG.warnf("The file of job %s is left behind: %s", run.id(), failed.getMessage());
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
