package vn.nhipso.kit.outbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Up to which position of the outbox nothing can appear any more: who reads a log by these positions only up to there misses nothing, whichever
 * writer commits last (ADR 0001). All callers of a process share one look at the database; while nobody asks, nobody looks.
 */
@ApplicationScoped
public class SettledPositions {

    private static final Logger LOG = Logger.getLogger(SettledPositions.class);

    /** How old the shared answer may be, and how long the watch rests between two looks. */
    private static final long FRESH_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    /** Times that one look asks for those who write just now, so that under steady writing it need not come back for the answer. */
    private static final int PATIENCE = 5;

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(4);

    private final Supplier<DataSource> dataSource;
    private final CommitHorizon horizon = new CommitHorizon();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final Condition wanted = lock.newCondition();
    private @Nullable Thread watch;
    private @Nullable SQLException failure;
    private boolean looked;
    private boolean stopped;
    private int waiting;
    private long lookBegan;
    private long lookedAt;
    private long reached;

    @Inject
    SettledPositions(Instance<DataSource> dataSource) {
        this((Supplier<DataSource>) dataSource::get);
    }

    SettledPositions(Supplier<DataSource> dataSource) {
        this.dataSource = dataSource;
    }

    /** The newest settled position, some tens of milliseconds old at most; it never goes back within a process. */
    public long settled() {
        lock.lock();
        try {
            if (!looked || System.nanoTime() - lookedAt >= FRESH_NANOS) {
                look();
            }
            return answer();
        } finally {
            lock.unlock();
        }
    }

    /**
     * As {@link #settled()}, but as of now: what was committed before the call is in it, unless somebody older still writes after some
     * milliseconds. For those who look for what they have just written. Those who ask together still share a look.
     */
    public long settledNow() {
        long asked = System.nanoTime();
        lock.lock();
        try {
            if (!looked || lookBegan - asked < 0) {
                look();
            }
            return answer();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until something beyond a position is settled. Cheap to wait in: one look is made for all who wait. It blocks its thread, so requests
     * that wait long run on virtual ones.
     *
     * @return the newest settled position; not beyond the given one when the time is up or the service ends
     */
    public long await(long beyond, Duration atMost) throws InterruptedException {
        long now = settled();
        if (now > beyond) {
            return now;
        }
        lock.lock();
        waiting++;
        try {
            wanted.signal();
            long left = atMost.toNanos();
            while (reached <= beyond && left > 0 && !stopped) {
                left = moved.awaitNanos(left);
            }
            return reached;
        } finally {
            waiting--;
            lock.unlock();
        }
    }

    void start(@Observes StartupEvent started) {
        start();
    }

    void start() {
        watch = Thread.ofPlatform().name("settled-positions").daemon().start(this::watch);
    }

    void stop(@Observes ShutdownEvent stopping) {
        stop();
    }

    void stop() {
        lock.lock();
        try {
            stopped = true;
            moved.signalAll();
            if (watch != null) {
                watch.interrupt();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Looks again and again while somebody waits. */
    private void watch() {
        try {
            while (true) {
                awaitSomebody();
                TimeUnit.NANOSECONDS.sleep(FRESH_NANOS);
            }
        } catch (InterruptedException end) {
            LOG.debug("Nobody can wait for positions any more");
        }
    }

    private void awaitSomebody() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (waiting == 0) {
                wanted.await();
            }
            look();
        } finally {
            lock.unlock();
        }
    }

    private long answer() {
        if (failure != null) {
            throw new IllegalStateException("settled position not read", failure);
        }
        return reached;
    }

    /** Under the lock: those who ask meanwhile want the same answer. Whoever finds news tells those who wait; the watch would find none after him. */
    private void look() {
        SQLException before = failure;
        long known = reached;
        lookBegan = System.nanoTime();
        try (Connection connection = dataSource.get().getConnection()) {
            if (!looked) {
                reached = relayed(connection);
                looked = true;
            }
            advance(connection);
            failure = null;
        } catch (SQLException failed) {
            failure = failed;
            if (before == null) {
                LOG.warnf("Nobody knows what is settled: %s", failed.getMessage());
            }
        }
        lookedAt = System.nanoTime();
        if (reached > known) {
            moved.signalAll();
        }
    }

    private void advance(Connection connection) throws SQLException {
        boolean left = horizon.isOpen();
        reached = Math.max(reached, horizon.advance(connection));
        if (left && !horizon.isOpen()) {
            reached = Math.max(reached, horizon.advance(connection));
        }
        for (int more = 0;
                more < PATIENCE && horizon.isOpen() && !Thread.currentThread().isInterrupted();
                more++) {
            LockSupport.parkNanos(PAUSE_NANOS);
            reached = Math.max(reached, horizon.advance(connection));
        }
    }

    /** What was sent was settled: a process that starts beside a slow writer does not begin from nothing. */
    private static long relayed(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet stored = statement.executeQuery("SELECT position FROM outbox_relay")) {
            stored.next();
            return stored.getLong(1);
        }
    }
}
