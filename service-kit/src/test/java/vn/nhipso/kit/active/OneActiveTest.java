package vn.nhipso.kit.active;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.nhipso.kit.testing.TestDatabase;

/** Two instances and one database; both connections are given back as they were lent. */
class OneActiveTest {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final DataSource DATABASE = TestDatabase.dataSource(TestDatabase.create("active"));

    private final List<OneActive> instances = new ArrayList<>();

    @AfterEach
    void stopAll() throws InterruptedException {
        for (OneActive instance : instances) {
            instance.stop(PATIENCE);
        }
    }

    @Test
    void anotherInstanceShouldBeginWhenTheFirstEnds() throws InterruptedException {
        Work first = begin(new Work());
        await().until(() -> first.rounds.get() > 2);
        Work second = begin(new Work());
        await().during(Duration.ofMillis(100)).until(() -> second.rounds.get() == 0);

        instances.getFirst().stop(PATIENCE);

        await().until(() -> second.rounds.get() > 2);
        int ended = first.rounds.get();
        assertThat(first.open).hasValue(0);
        await().during(Duration.ofMillis(50)).until(() -> first.rounds.get() == ended);
    }

    @Test
    void failureShouldGiveTheLockToAnotherInstance() {
        Work failing = begin(new Work());
        await().until(() -> failing.rounds.get() > 2);
        Work waiting = begin(new Work());

        failing.failure = new IllegalStateException("broken");

        await().until(() -> waiting.rounds.get() > 2);
        assertThat(failing.open).hasValue(0);
    }

    @Test
    void abortedTransactionShouldNotKeepTheLock() {
        Work failing = begin(new Work());
        failing.statement = "SELECT 1/0";
        await().until(() -> failing.begun.get() > 2);
        Work waiting = begin(new Work());

        await().until(() -> waiting.rounds.get() > 2);
    }

    @Test
    void refusedDutyShouldEndAndSayWhy() {
        Work refused = new Work();
        refused.failure = new RefusedException("wrong topic");

        begin(refused);

        await().until(() -> "wrong topic".equals(instances.getFirst().refusal()));
        assertThat(refused.begun).hasValue(1);
    }

    private Work begin(Work work) {
        OneActive instance = new OneActive(DATABASE, work);
        instances.add(instance);
        instance.start();
        return work;
    }

    private static final class Work implements Duty {
        private final AtomicInteger begun = new AtomicInteger();
        private final AtomicInteger open = new AtomicInteger();
        private final AtomicInteger rounds = new AtomicInteger();
        private volatile String statement = "SELECT 1";
        private volatile @Nullable RuntimeException failure;

        @Override
        public String name() {
            return "work";
        }

        @Override
        public AdvisoryLock lock() {
            return new AdvisoryLock(1, 2);
        }

        @Override
        public Duration retryInterval() {
            return Duration.ofMillis(30);
        }

        @Override
        public String whileItFails() {
            return "Nothing is done";
        }

        @Override
        public Rounds begin(Connection connection) throws SQLException {
            connection.setAutoCommit(false);
            begun.incrementAndGet();
            open.incrementAndGet();
            return new Rounds() {
                @Override
                public Duration next() throws SQLException {
                    RuntimeException wrong = failure;
                    if (wrong != null) {
                        throw wrong;
                    }
                    try (Statement done = connection.createStatement()) {
                        done.execute(statement);
                    }
                    rounds.incrementAndGet();
                    return Duration.ofMillis(5);
                }

                @Override
                public void close() {
                    open.decrementAndGet();
                }
            };
        }
    }
}
