package vn.nhipso.kit.job;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;
import vn.nhipso.kit.problem.Outage;
import vn.nhipso.kit.problem.ProblemException;

/**
 * Does the work of one run and writes down what came of it.
 *
 * @param stopping whether the service stops, so that an ended run is handed back and not cancelled
 */
record JobWork(JobKind kind, RunningJob run, JobConfig config, BooleanSupplier stopping) {

    private static final Logger LOG = Logger.getLogger(JobWork.class);

    /** Never fails; says in a word what came of it, for the metrics. */
    String perform() {
        try {
            return end();
        } catch (SQLException | RuntimeException failed) {
            LOG.warnf("Job %s is taken again when its lease has run out: %s", run.id(), failed.getMessage());
            return "lost";
        } finally {
            deleteInput();
        }
    }

    private String end() throws SQLException {
        try {
            RequestContext.run(() -> kind.run(run));
            run.succeedWithoutResult();
            return "succeeded";
        } catch (JobStoppedException unwanted) {
            return unwanted();
        } catch (ProblemException problem) {
            return refused(problem);
        } catch (Exception | Error failed) {
            return failed(failed);
        }
    }

    private String unwanted() throws SQLException {
        if (stopping.getAsBoolean()) {
            run.handBack();
            return "handed back";
        }
        run.cancelled();
        return "cancelled";
    }

    /** A problem that says when to try again is tried again. */
    private String refused(ProblemException problem) throws SQLException {
        Integer retryAfter = problem.retryAfterSeconds();
        if (retryAfter != null) {
            run.tryAgain(Duration.ofSeconds(retryAfter));
            return "tried again";
        }
        run.fail(JobFailure.of(problem));
        return "failed";
    }

    private String failed(Throwable failure) throws SQLException {
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

    private void deleteInput() {
        try {
            run.deleteInput();
        } catch (IOException failed) {
            LOG.warnf("The file of job %s is left behind: %s", run.id(), failed.getMessage());
        }
    }
}
