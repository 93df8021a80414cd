package vn.nhipso.indicator.submission;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.IndicatorProblem;
import vn.nhipso.kit.idempotency.IdempotencyKeys;
import vn.nhipso.kit.idempotency.KeptAnswer;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;

/**
 * Transactions of this feature. Not JTA's: an approval runs the ingest's statement, whose session lock must be given back on the same
 * connection when it fails.
 */
@ApplicationScoped
class Work {

    private static final int ATTEMPTS = 5;
    private static final String DEADLOCK = "40P01";

    private final DataSource dataSource;
    private final IdempotencyKeys keys;

    Work(DataSource dataSource, IdempotencyKeys keys) {
        this.dataSource = dataSource;
        this.keys = keys;
    }

    /** What is done in a transaction. */
    interface Task<T> {

        T in(Connection tx) throws SQLException;
    }

    /** Who asks for what under which key; null without one. */
    record Once(@Nullable String key, String caller, String request) {}

    <T> T read(Task<T> task) {
        try (Connection connection = dataSource.getConnection()) {
            return task.in(connection);
        } catch (SQLException failed) {
            throw new IllegalStateException("returns not read", failed);
        }
    }

    /** One effect for one Idempotency-Key. */
    KeptAnswer once(Once once, Task<KeptAnswer> effect) {
        String key = once.key();
        return key == null
                ? write(effect)
                : write(tx -> {
                    Optional<KeptAnswer> kept = keys.claim(tx, once.caller(), key, once.request());
                    if (kept.isPresent()) {
                        return kept.get();
                    }
                    KeptAnswer answer = effect.in(tx);
                    keys.keep(tx, once.caller(), key, answer);
                    return answer;
                });
    }

    <T> T write(Task<T> task) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                return attempt(task);
            } catch (SQLException failed) {
                if (!DEADLOCK.equals(failed.getSQLState())) {
                    throw new IllegalStateException("return not written", failed);
                }
            }
        }
        throw new ProblemException(
                        IndicatorProblem.TOO_MANY_WRITERS,
                        new Text(
                                "Nhiều bên đang ghi báo cáo này; hãy gửi lại.",
                                "Many are writing this return; send again."))
                .withRetryAfter(1);
    }

    private <T> T attempt(Task<T> task) throws SQLException {
        try (Connection tx = dataSource.getConnection()) {
            tx.setAutoCommit(false);
            boolean committed = false;
            try {
                T result = task.in(tx);
                tx.commit();
                committed = true;
                return result;
            } finally {
                if (!committed) {
                    tx.rollback();
                    release(tx);
                    tx.rollback();
                }
                tx.setAutoCommit(true);
            }
        }
    }

    private static void release(Connection tx) throws SQLException {
        try (Statement unlock = tx.createStatement()) {
            unlock.execute("SELECT pg_advisory_unlock_all()");
        }
    }
}
