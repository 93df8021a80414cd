package vn.nhipso.kit.outbox;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Moves events from the outbox to Kafka: in commit order, at least once, marking progress only after the broker's acknowledgement. One
 * instance is active for a database, whatever the number of replicas; the others wait for its lock. See ADR 0001.
 */
public final class OutboxRelay implements Runnable {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);

    private final DataSource dataSource;
    private final Map<String, Object> kafka;
    private final OutboxTopics topics;
    private final RelayConfig config;
    private final Clock clock;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile @Nullable String refusal;
    private @Nullable String lastFailure;

    public OutboxRelay(
            DataSource dataSource, Map<String, Object> kafka, OutboxTopics topics, RelayConfig config, Clock clock) {
        this.dataSource = dataSource;
        this.kafka = kafka;
        this.topics = topics;
        this.config = config;
        this.clock = clock;
    }

    /** Runs until {@link #stop()}, through every failure of broker and database. */
    @Override
    public void run() {
        while (!rest(Duration.ZERO)) {
            try (Connection connection = dataSource.getConnection()) {
                serve(connection);
            } catch (TopicSetup.WrongTopicException wrong) {
                refusal = wrong.getMessage();
                LOG.errorf("The relay refuses to run: %s", wrong.getMessage());
                return;
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            } catch (ExecutionException | SQLException | RuntimeException failed) {
                report(failed);
            }
            rest(config.retryInterval());
        }
    }

    public void stop() {
        stopped.countDown();
    }

    /** Why the relay will not run at all, for the readiness probe; null while it runs or only waits. */
    public @Nullable String refusal() {
        return refusal;
    }

    private void serve(Connection connection) throws SQLException, ExecutionException, InterruptedException {
        if (!lock(connection)) {
            return;
        }
        try {
            TopicSetup.ensure(kafka, topics.topics());
            try (EventSender sender = new EventSender(kafka, topics.service())) {
                RelaySession session = new RelaySession(connection, sender, topics, config, clock);
                LOG.infof("Relaying events of the %s service", topics.service());
                lastFailure = null;
                while (!rest(session.step() ? Duration.ZERO : config.pollInterval())) {
                    lastFailure = null;
                }
            }
        } finally {
            unlock(connection);
        }
    }

    private static boolean lock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet locked = statement.executeQuery("SELECT pg_try_advisory_lock(7301, 2)")) {
            locked.next();
            return locked.getBoolean(1);
        }
    }

    /** The connection goes back to a pool, and a session lock would stay with it. */
    private static void unlock(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_unlock(7301, 2)");
        } catch (SQLException gone) {
            LOG.debugf(
                    "The connection that held the relay's lock is gone, and the lock with it: %s", gone.getMessage());
        }
    }

    private void report(Exception failed) {
        String failure = String.valueOf(failed.getMessage());
        // An outage of hours is one line, not one a second.
        if (!failure.equals(lastFailure)) {
            LOG.warnf("Events are kept and sent later: %s", failure);
            lastFailure = failure;
        }
    }

    /** Waits, and says whether the relay is to end. */
    private boolean rest(Duration pause) {
        try {
            return stopped.await(pause.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
