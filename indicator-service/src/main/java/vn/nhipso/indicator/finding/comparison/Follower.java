package vn.nhipso.indicator.finding.comparison;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the findings of comparing checks right behind every write (ADR 0007). One instance is active for a database, whatever the number of
 * replicas; the others wait for its lock. While others write it rests in proportion to its work, so that
 * they have the machine.
 */
final class Follower implements Runnable {

    private static final Logger LOG = Logger.getLogger(Follower.class);
    private static final int HUNDRED = 100;

    private final DataSource dataSource;
    private final FollowerStep step;
    private final LongSupplier settled;
    private final ComparisonConfig.Follower config;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile long waiting;
    private long seen;
    private boolean writing;
    private int rows;
    private @Nullable String lastFailure;

    Follower(DataSource dataSource, FollowerStep step, LongSupplier settled, ComparisonConfig.Follower config) {
        this.dataSource = dataSource;
        this.step = step;
        this.settled = settled;
        this.config = config;
        this.rows = config.rows();
    }

    /** Positions between what is settled and what was looked at; 0 on an instance that is not the active one. */
    long waiting() {
        return waiting;
    }

    void stop() {
        stopped.countDown();
    }

    /** Runs until {@link #stop()}, through every failure. */
    @Override
    public void run() {
        while (!rest(Duration.ZERO)) {
            try (Connection connection = dataSource.getConnection()) {
                if (lock(connection)) {
                    follow(connection);
                }
            } catch (SQLException | RuntimeException failed) {
                report(failed);
            }
            waiting = 0;
            rest(config.retryInterval());
        }
    }

    private void follow(Connection connection) throws SQLException {
        LOG.debug("Looking at everything that is written");
        connection.setAutoCommit(false);
        try {
            Duration pause = Duration.ZERO;
            while (!rest(pause)) {
                long begun = System.nanoTime();
                boolean busy = step(connection);
                pause = busy ? pauseAfter(System.nanoTime() - begun) : config.pollInterval();
                lastFailure = null;
            }
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
            unlock(connection);
        }
    }

    private boolean step(Connection connection) throws SQLException {
        long upTo = settled.getAsLong();
        writing = upTo > seen;
        seen = upTo;
        try {
            FollowerStep.Progress progress = step.run(connection, upTo, rows);
            connection.commit();
            waiting = Math.max(0, upTo - progress.position());
            rows = Math.min(config.rows(), rows * 2);
            return progress.rows() > 0;
        } catch (SQLException | RuntimeException failed) {
            connection.rollback();
            if (rows == 1 && !isOfTheDatabase(failed)) {
                LOG.errorf(failed, "One measurement cannot be looked at and is passed over");
                step.passOver(connection, upTo);
                connection.commit();
                return true;
            }
            // With fewer at a time it goes on to where the trouble is.
            rows = Math.max(1, rows / 2);
            throw failed;
        }
    }

    /** An outage ends; what cannot be read will not be read the next time either. */
    private static boolean isOfTheDatabase(Exception failed) {
        return failed instanceof SQLException || failed.getCause() instanceof SQLException;
    }

    /** With an effort of 25 %: three parts of rest after one of work. None once the writing has ended. */
    private Duration pauseAfter(long workNanos) {
        return writing ? Duration.ofNanos(workNanos * (HUNDRED - config.effort()) / config.effort()) : Duration.ZERO;
    }

    private static boolean lock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet locked = statement.executeQuery("SELECT pg_try_advisory_lock(7327, 1)")) {
            locked.next();
            return locked.getBoolean(1);
        }
    }

    /** The connection goes back to a pool, and a session lock would stay with it. */
    private static void unlock(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_unlock(7327, 1)");
        } catch (SQLException gone) {
            LOG.debugf("The connection that held the lock is gone, and the lock with it: %s", gone.getMessage());
        }
    }

    private void report(Exception failed) {
        String failure = String.valueOf(failed.getMessage());
        if (!failure.equals(lastFailure)) {
            LOG.warnf(failed, "Findings are late: %s", failure);
            lastFailure = failure;
        }
    }

    /** Waits, and says whether the follower is to end. */
    private boolean rest(Duration pause) {
        try {
            return stopped.await(pause.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
