package vn.nhipso.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.nhipso.kit.event.Topics;
import vn.nhipso.kit.testing.TestDatabase;

/** Readers of a log by position beside writers that are slow, roll back or come in crowds. */
class SettledPositionsTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final int WRITERS = 4;
    private static final int TRANSACTIONS = 60;

    private final AtomicInteger connections = new AtomicInteger();
    private DataSource database;
    private SettledPositions positions;

    @BeforeEach
    void createDatabase() {
        database = TestDatabase.dataSource(TestDatabase.create("settled"));
        Flyway.configure().dataSource(database).locations("db/kit").load().migrate();
        DataSource counted = (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    connections.incrementAndGet();
                    return method.invoke(database, arguments);
                });
        positions = new SettledPositions(() -> counted);
        positions.start();
    }

    @AfterEach
    void stop() {
        positions.stop();
    }

    @Test
    void positionShouldNotBeSettledWhileAnEarlierOneCanStillCommit() throws Exception {
        try (Connection slow = database.getConnection()) {
            slow.setAutoCommit(false);
            long early = append(slow);
            long late = write();

            assertThat(positions.await(0, Duration.ofMillis(200))).isLessThan(early);
            slow.commit();

            assertThat(positions.await(late - 1, LONG)).isEqualTo(late);
        }
    }

    @Test
    void positionThatWasRolledBackShouldHoldNothingBack() throws Exception {
        try (Connection failing = database.getConnection()) {
            failing.setAutoCommit(false);
            append(failing);
            failing.rollback();
        }
        long kept = write();

        assertThat(positions.settled()).isEqualTo(kept);
    }

    @Test
    void whatIsCommittedShouldBeSettledForThoseWhoAskNow() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Long> others = threads.submit(() -> positions.await(1_000, LONG));
            for (int write = 0; write < 50; write++) {
                long written = write();
                assertThat(positions.settledNow()).isGreaterThanOrEqualTo(written);
            }
            positions.stop();
            assertThat(others.get()).isEqualTo(50);
        }
    }

    @Test
    void whatWasRelayedShouldBeSettledFromTheStart() throws Exception {
        long sent = write();
        try (Connection slow = database.getConnection();
                Statement mark = slow.createStatement()) {
            mark.execute("UPDATE outbox_relay SET position = " + sent);
            slow.setAutoCommit(false);
            append(slow);

            assertThat(positions.settled()).isEqualTo(sent);
            slow.rollback();
        }
    }

    @Test
    void crowdThatWaitsShouldShareOneLookAndWakeTogether() throws Exception {
        List<Callable<Long>> crowd = new ArrayList<>();
        for (int waiter = 0; waiter < 300; waiter++) {
            crowd.add(() -> positions.await(0, LONG));
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Long>> waiting = crowd.stream().map(threads::submit).toList();
            int before = connections.get();
            await().pollDelay(Duration.ofMillis(300)).until(() -> true);
            assertThat(connections.get() - before).isBetween(1, 40);
            long written = write();
            for (Future<Long> woken : waiting) {
                assertThat(woken.get()).isEqualTo(written);
            }
        }
        await().pollDelay(Duration.ofMillis(60)).until(() -> true);
        int rest = connections.get();
        await().pollDelay(Duration.ofMillis(100)).until(() -> true);
        assertThat(connections).hasValue(rest);
    }

    @Test
    void newsThatSomebodyElseFindsShouldWakeThoseWhoWait() throws Exception {
        SettledPositions unwatched = new SettledPositions(() -> database);
        CompletableFuture<Long> reached = new CompletableFuture<>();
        Thread waiter = Thread.ofPlatform().start(() -> {
            try {
                reached.complete(unwatched.await(0, LONG));
            } catch (InterruptedException | RuntimeException failed) {
                reached.completeExceptionally(failed);
            }
        });
        await().until(() -> waiter.getState() == Thread.State.TIMED_WAITING);

        long written = write();

        assertThat(unwatched.settledNow()).isEqualTo(written);
        assertThat(reached.get(LONG.toMillis() / 2, TimeUnit.MILLISECONDS)).isEqualTo(written);
    }

    @Test
    void endOfTheServiceShouldWakeThoseWhoWait() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Long> waiting = threads.submit(() -> positions.await(0, LONG));
            positions.stop();
            assertThat(waiting.get()).isZero();
        }
    }

    @Test
    void readerThatFollowsShouldSeeEveryPositionOnceWhicheverWriterCommitsLast() throws Exception {
        List<Long> seen = new ArrayList<>();
        List<Long> written = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Long>>> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                Random random = new Random(writer);
                writers.add(threads.submit(() -> writeMany(random)));
            }
            long after = 0;
            while (!writers.stream().allMatch(Future::isDone)) {
                after = read(after, positions.await(after, Duration.ofMillis(20)), seen);
            }
            for (Future<List<Long>> writer : writers) {
                written.addAll(writer.get());
            }
            read(after, positions.await(written.stream().max(Long::compare).orElseThrow() - 1, LONG), seen);
        }

        assertThat(seen).isSorted().doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(written);
    }

    private List<Long> writeMany(Random random) throws SQLException, InterruptedException {
        List<Long> committed = new ArrayList<>();
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            for (int transaction = 0; transaction < TRANSACTIONS; transaction++) {
                long position = append(connection);
                TimeUnit.MILLISECONDS.sleep(random.nextInt(8));
                if (random.nextInt(5) == 0) {
                    connection.rollback();
                } else {
                    connection.commit();
                    committed.add(position);
                }
            }
        }
        return committed;
    }

    private long read(long after, long settled, List<Long> seen) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement select = connection.createStatement();
                ResultSet row = select.executeQuery("SELECT position FROM outbox WHERE position > " + after
                        + " AND position <= " + settled + " ORDER BY position")) {
            while (row.next()) {
                seen.add(row.getLong(1));
            }
        }
        return Math.max(after, settled);
    }

    private long write() throws SQLException {
        try (Connection connection = database.getConnection()) {
            return append(connection);
        }
    }

    private static long append(Connection transaction) throws SQLException {
        return new Outbox(null, null)
                .append(
                        transaction,
                        List.of(new OutboxMessage(Topics.DIRECTORY_TEAMS, "k", "vn.nhipso.team.changed.v1", "{}")));
    }
}
