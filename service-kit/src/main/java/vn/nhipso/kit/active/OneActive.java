package vn.nhipso.kit.active;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Does a duty in rounds while this instance holds its lock, through every failure. A failure gives the lock to whoever can do better. */
public final class OneActive {

    private static final Logger LOG = Logger.getLogger(OneActive.class);

    private final DataSource dataSource;
    private final Duty duty;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread;
    private volatile @Nullable String refusal;
    private @Nullable String lastFailure;

    public OneActive(DataSource dataSource, Duty duty) {
        this.dataSource = dataSource;
        this.duty = duty;
        this.thread = Thread.ofPlatform().name(duty.name()).daemon().unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    /** Lets the present round end, and the lock be taken by another instance. */
    public void stop(Duration patience) throws InterruptedException {
        stopped.countDown();
        thread.join(patience);
    }

    /** Why the duty will not be done at all; null while it is done or only waits. */
    public @Nullable String refusal() {
        return refusal;
    }

    private void run() {
        while (!rest(Duration.ZERO)) {
            try (Connection connection = dataSource.getConnection()) {
                serve(connection);
            } catch (RefusedException refused) {
                refusal = refused.getMessage();
                LOG.errorf("%s refuses to run: %s", duty.name(), refused.getMessage());
                return;
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            } catch (ExecutionException | SQLException | RuntimeException failed) {
                report(failed);
            }
            rest(duty.retryInterval());
        }
    }

    private void serve(Connection connection) throws SQLException, ExecutionException, InterruptedException {
        if (!ask(connection, "SELECT pg_try_advisory_lock(?, ?)")) {
            return;
        }
        try (Duty.Rounds rounds = duty.begin(connection)) {
            LOG.debugf("%s is done by this instance", duty.name());
            Duration pause = Duration.ZERO;
            while (!rest(pause)) {
                pause = rounds.next();
                lastFailure = null;
            }
        } finally {
            giveBack(connection);
        }
    }

    private boolean ask(Connection connection, String question) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setInt(1, duty.lock().family());
            statement.setInt(2, duty.lock().number());
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    /** The connection goes back to a pool, and a session lock or an open transaction would stay with it. */
    private void giveBack(Connection connection) {
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            ask(connection, "SELECT pg_advisory_unlock(?, ?)");
        } catch (SQLException gone) {
            LOG.debugf("The connection of %s is gone, and the lock with it: %s", duty.name(), gone.getMessage());
        }
    }

    /** An outage of hours is one line, not one a second. */
    private void report(Exception failed) {
        String failure = String.valueOf(failed.getMessage());
        if (!failure.equals(lastFailure)) {
            // Where the failure came from says something only where it is not the database's or the broker's.
            LOG.warnf(failed instanceof RuntimeException ? failed : null, "%s: %s", duty.whileItFails(), failure);
            lastFailure = failure;
        }
    }

    /** Waits, and says whether it is to end. */
    private boolean rest(Duration pause) {
        try {
            return stopped.await(pause.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
