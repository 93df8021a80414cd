package vn.nhipso.local.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import vn.nhipso.local.stack.Service;
import vn.nhipso.local.stack.StackDatabase;
import vn.nhipso.local.stack.StackException;

/**
 * Holds every instance of the reporting service back from applying what comes, without stopping it: nobody gets past the positions of the partitions.
 * What is sent meanwhile is acknowledged and stands in Kafka.
 */
final class Backlog implements AutoCloseable {

    private static final String HOLD = "LOCK TABLE intake_position IN EXCLUSIVE MODE";
    private static final String WAITING = "SELECT EXISTS (SELECT FROM outbox)";

    private final Connection reporting;
    private final Connection indicator;

    private Backlog(Connection reporting, Connection indicator) {
        this.reporting = reporting;
        this.indicator = indicator;
    }

    static Backlog gather(StackDatabase database) {
        try {
            Connection reporting = database.connect(Service.REPORTING.database());
            reporting.setAutoCommit(false);
            try (Statement hold = reporting.createStatement()) {
                hold.execute(HOLD);
            }
            return new Backlog(reporting, database.connect(Service.INDICATOR.database()));
        } catch (SQLException e) {
            throw new StackException("The reports cannot be held back (" + e.getMessage() + ").", e);
        }
    }

    /** Returns when the broker has all that was acknowledged. */
    void awaitSent() {
        try (Statement statement = indicator.createStatement()) {
            boolean waiting = true;
            while (waiting) {
                TimeUnit.MILLISECONDS.sleep(50);
                try (ResultSet row = statement.executeQuery(WAITING)) {
                    row.next();
                    waiting = row.getBoolean(1);
                }
            }
        } catch (SQLException e) {
            throw new StackException("What waits to be sent cannot be seen (" + e.getMessage() + ").", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while a backlog was gathered.", e);
        }
    }

    void release() {
        try {
            reporting.rollback();
        } catch (SQLException e) {
            throw new StackException("The reports are still held back (" + e.getMessage() + ").", e);
        }
    }

    @Override
    public void close() {
        try (reporting;
                indicator) {
            reporting.rollback();
        } catch (SQLException gone) {
            throw new StackException("The connections of the benchmark: " + gone.getMessage(), gone);
        }
    }
}
