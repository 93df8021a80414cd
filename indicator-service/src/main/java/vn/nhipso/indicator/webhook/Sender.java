package vn.nhipso.indicator.webhook;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Follows the feed for all webhooks and has what is due brought to them, each by a thread of its own: a slow one holds up nobody else. One instance
 * is active for a database; the others wait for its lock. Should two be active for a moment, messages go out twice with the same id.
 */
final class Sender implements Runnable {

    private static final Logger LOG = Logger.getLogger(Sender.class);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final DataSource dataSource;
    private final Collector collector;
    private final ReturnReminder reminder;
    private final MessageQueue queue;
    private final Courier courier;
    private final Duration interval;
    private final Clock clock;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Set<UUID> served = ConcurrentHashMap.newKeySet();
    private final ExecutorService couriers = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("webhook-", 0).factory());
    private @Nullable String lastFailure;

    Sender(
            DataSource dataSource,
            Collector collector,
            ReturnReminder reminder,
            MessageQueue queue,
            Courier courier,
            Duration interval,
            Clock clock) {
        this.dataSource = dataSource;
        this.collector = collector;
        this.reminder = reminder;
        this.queue = queue;
        this.courier = courier;
        this.interval = interval;
        this.clock = clock;
    }

    /** Runs until {@link #stop}, through every failure of the database. */
    @Override
    public void run() {
        while (!rest(Duration.ZERO)) {
            try (Connection connection = dataSource.getConnection()) {
                serve(connection);
            } catch (SQLException | RuntimeException failed) {
                report(failed);
            }
            rest(RETRY);
        }
    }

    /** What is on its way is let go: it is tried again by the next instance, with the same id. */
    void stop(Duration patience) throws InterruptedException {
        stopped.countDown();
        couriers.shutdownNow();
        if (!couriers.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.debug("A message is still on its way");
        }
    }

    private void serve(Connection connection) throws SQLException {
        if (!ask(connection, "SELECT pg_try_advisory_lock(7305, 1)")) {
            return;
        }
        try {
            while (!rest(interval)) {
                // The lock is as alive as its connection.
                ask(connection, "SELECT true");
                boolean fine = attempt(collector::collect);
                fine &= attempt(reminder::tell);
                fine &= attempt(() -> queue.due(clock.instant()).forEach(this::send));
                lastFailure = fine ? null : lastFailure;
            }
        } finally {
            unlock(connection);
        }
    }

    /** What goes wrong with one of the tasks does not keep the others from being done. */
    private boolean attempt(Runnable task) {
        try {
            task.run();
            return true;
        } catch (RuntimeException failed) {
            report(failed);
            return false;
        }
    }

    private void send(UUID webhook) {
        if (served.add(webhook)) {
            try {
                couriers.execute(() -> serve(webhook));
            } catch (RejectedExecutionException ending) {
                served.remove(webhook);
            }
        }
    }

    private void serve(UUID webhook) {
        try {
            courier.serve(webhook);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failed) {
            LOG.warnf("Webhook %s is served later: %s", webhook, failed.getMessage());
        } finally {
            served.remove(webhook);
        }
    }

    private static boolean ask(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    /** The connection goes back to a pool, and a session lock would stay with it. */
    private static void unlock(Connection connection) {
        try {
            ask(connection, "SELECT pg_advisory_unlock(7305, 1)");
        } catch (SQLException gone) {
            LOG.debugf(
                    "The connection that held the sender's lock is gone, and the lock with it: %s", gone.getMessage());
        }
    }

    private void report(Exception failed) {
        String failure = String.valueOf(failed.getMessage());
        // An outage of hours is one line, not one a second.
        if (!failure.equals(lastFailure)) {
            LOG.warnf("Messages are kept and sent later: %s", failure);
            lastFailure = failure;
        }
    }

    /** Waits, and says whether the sender is to end. */
    private boolean rest(Duration pause) {
        try {
            return stopped.await(pause.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
