package vn.nhipso.reporting.rebuild;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.idempotency.IdempotencyKeys;
import vn.nhipso.kit.idempotency.KeptAnswer;
import vn.nhipso.kit.job.Jobs;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.kit.security.Caller;
import vn.nhipso.reporting.ReportingProblem;

/** Begins rebuilds, one at a time over all instances. */
@ApplicationScoped
class Rebuilds {

    private static final int ACCEPTED = 202;
    private static final int LONGEST_KEY = 255;

    private final DataSource dataSource;
    private final Jobs jobs;
    private final IdempotencyKeys keys;

    Rebuilds(DataSource dataSource, Jobs jobs, IdempotencyKeys keys) {
        this.dataSource = dataSource;
        this.jobs = jobs;
        this.keys = keys;
    }

    /**
     * Queues one.
     *
     * @param key the Idempotency-Key; with one that was used before the rebuild that was begun with it is found again
     * @return where the job is
     */
    @Transactional
    URI begin(Caller caller, @Nullable String key) {
        try (Connection transaction = dataSource.getConnection()) {
            if (key == null) {
                return queue(transaction, caller);
            }
            requireSane(key);
            Optional<KeptAnswer> kept = keys.claim(transaction, caller.name(), key, "POST /v1/rebuilds");
            if (kept.isPresent()) {
                return URI.create(String.valueOf(kept.get().location()));
            }
            URI job = queue(transaction, caller);
            keys.keep(transaction, caller.name(), key, new KeptAnswer(ACCEPTED, job.toString(), "{}"));
            return job;
        } catch (SQLException failed) {
            throw new IllegalStateException("rebuild not begun", failed);
        }
    }

    private URI queue(Connection transaction, Caller caller) throws SQLException {
        TouchedPeriods.letNobodyBegin(transaction);
        if (Jobs.isOpen(transaction, RebuildJob.KIND)) {
            throw new ProblemException(
                    ReportingProblem.REBUILD_UNDER_WAY,
                    new Text(
                            "Đang có một lần tính lại; mỗi lúc chỉ chạy một lần.",
                            "There is a rebuild already; one runs at a time."));
        }
        return URI.create(Jobs.PATH + "/" + jobs.submit(RebuildJob.KIND, caller, Map.of(), null));
    }

    private static void requireSane(String key) {
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new ProblemException(
                    KitProblem.INVALID_PARAMETER,
                    Text.of(
                            "Idempotency-Key phải có từ 1 đến %d ký tự.",
                            "Idempotency-Key has 1 to %d characters.", LONGEST_KEY));
        }
    }
}
