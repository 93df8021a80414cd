package vn.nhipso.indicator.finding.comparison;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.active.Duty;
import vn.nhipso.kit.outbox.SettledPositions;

/**
 * Keeps the findings of comparing checks right behind every write (ADR 0007). While others write it rests in proportion to its work, so that they
 * have the machine. {@code nhipso_checks_waiting}: what it has not looked at yet; {@code nhipso_checks_faults_total}: what it had to pass over.
 */
@ApplicationScoped
class Follower implements Duty {

    private static final Logger LOG = Logger.getLogger(Follower.class);
    private static final int HUNDRED = 100;

    private final FollowerStep step;
    private final SettledPositions positions;
    private final ComparisonConfig.Follower config;
    private final Counter faults;
    private volatile long waiting;
    private long seen;
    private boolean writing;
    private int rows;
    private @Nullable String lastCause;

    Follower(FollowerStep step, SettledPositions positions, ComparisonConfig config, MeterRegistry registry) {
        this.step = step;
        this.positions = positions;
        this.config = config.follower();
        this.rows = this.config.rows();
        Gauge.builder("nhipso.checks.waiting", () -> waiting)
                .description(
                        "Written revisions that the comparing checks have not looked at; 0 where another instance does")
                .register(registry);
        this.faults = Counter.builder("nhipso.checks.faults")
                .description("Times that a measurement could not be compared and was passed over")
                .register(registry);
    }

    @Override
    public String name() {
        return "comparing-checks";
    }

    @Override
    public boolean enabled() {
        return config.enabled();
    }

    @Override
    public AdvisoryLock lock() {
        return new AdvisoryLock(7327, 1);
    }

    @Override
    public Duration retryInterval() {
        return config.retryInterval();
    }

    @Override
    public String whileItFails() {
        return "Findings are late";
    }

    @Override
    public Rounds begin(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        return new Rounds() {
            @Override
            public Duration next() throws SQLException {
                long begun = System.nanoTime();
                return step(connection) ? pauseAfter(System.nanoTime() - begun) : config.pollInterval();
            }

            @Override
            public void close() {
                waiting = 0;
            }
        };
    }

    private boolean step(Connection connection) throws SQLException {
        long upTo = positions.settled();
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
            if (!Fault.isOfTheRows(failed)) {
                throw failed;
            }
            if (rows == 1) {
                passOver(connection, upTo, failed);
            } else {
                // With fewer at a time it goes on to where the trouble is.
                rows /= 2;
            }
            return true;
        }
    }

    private void passOver(Connection connection, long upTo, Exception failed) throws SQLException {
        String cause = Fault.cause(failed);
        if (!cause.equals(lastCause)) {
            LOG.errorf(failed, "A measurement cannot be compared and is passed over, see /v1/check-faults: %s", cause);
            lastCause = cause;
        }
        step.passOver(connection, upTo, cause);
        connection.commit();
        faults.increment();
    }

    /** With an effort of 25 %: three parts of rest after one of work. None once the writing has ended. */
    private Duration pauseAfter(long workNanos) {
        return writing ? Duration.ofNanos(workNanos * (HUNDRED - config.effort()) / config.effort()) : Duration.ZERO;
    }
}
