package vn.nhipso.kit.active;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;

/**
 * Work that one instance at a time does, a bean; the others wait for its lock. The lock is as alive as its connection: an instance that was cut off
 * may not know it yet when the next one begins, so the work must bear being done twice for a moment.
 */
public interface Duty {

    /** Names the thread. */
    String name();

    /** Whether this instance may do it at all. */
    default boolean enabled() {
        return true;
    }

    AdvisoryLock lock();

    /** How long to rest after a failure, and between two times of asking for the lock. */
    Duration retryInterval();

    /** What waits while it fails, for the log. */
    String whileItFails();

    /**
     * Takes it up, each time after the lock was taken.
     *
     * @param connection the one that holds the lock, committing every statement; it may be used for the work and set otherwise
     * @throws RefusedException when there is no use in trying again
     */
    Rounds begin(Connection connection) throws SQLException, ExecutionException, InterruptedException;

    /** From the taking of the lock until it is given back: when the service ends, or after a failure. */
    @FunctionalInterface
    interface Rounds extends AutoCloseable {

        /** @return how long to rest before the next one */
        Duration next() throws SQLException, ExecutionException, InterruptedException;

        @Override
        default void close() {}
    }

    /**
     * An advisory lock of PostgreSQL.
     *
     * @param family who it is of
     * @param number which of them
     */
    record AdvisoryLock(int family, int number) {}
}
