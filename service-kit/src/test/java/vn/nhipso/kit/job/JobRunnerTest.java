package vn.nhipso.kit.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemError;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.kit.testing.TestDatabase;

class JobRunnerTest {

    private static final Text DETAIL = new Text("Sai.", "Wrong.");

    /** Parameters of a test's job. */
    record Count(int to) {}

    @TempDir
    Path folder;

    private final ObjectMapper mapper = new ObjectMapper().findAndRegisterModules();
    private final List<JobRunner> runners = new ArrayList<>();
    private final List<Thread> looking = new ArrayList<>();
    private static DataSource database;
    private JobStore store;
    private JobQueue queue;

    @BeforeAll
    static void createDatabase() {
        database = TestDatabase.dataSource(TestDatabase.create("job"));
        Flyway.configure().dataSource(database).locations("db/kit").load().migrate();
    }

    @BeforeEach
    void emptyDatabase() throws SQLException {
        execute("TRUNCATE job CASCADE; DROP TABLE IF EXISTS effect; CREATE TABLE effect (n integer)");
        store = new JobStore(database, mapper);
        queue = new JobQueue(database);
    }

    @AfterEach
    void stopRunners() throws InterruptedException {
        for (JobRunner runner : runners) {
            runner.stop();
            runner.handBack(Duration.ofSeconds(5));
        }
        // A last look for jobs may still be under way; the next test empties the tables that it reads.
        for (Thread thread : looking) {
            thread.join(Duration.ofSeconds(5));
        }
    }

    @Test
    void jobShouldSucceedTogetherWithItsEffect() throws Exception {
        Path input = Files.write(folder.resolve("input"), new byte[3_000_000]);
        var seen = new ConcurrentLinkedQueue<Path>();
        start(kind("count", job -> {
            seen.add(job.input());
            job.progress("COUNTING", 1, 3);
            try (Connection transaction = database.getConnection()) {
                transaction.setAutoCommit(false);
                transaction
                        .createStatement()
                        .execute("INSERT INTO effect VALUES ("
                                + job.parameters(Count.class).to() + ")");
                job.succeed(transaction, Map.of("bytes", Files.size(job.input()), "owner", job.owner()));
                assertThat(status(job.id())).isEqualTo(JobStatus.RUNNING);
                transaction.commit();
            }
        }));

        UUID id = store.submit("count", "steward", new Count(7), input);
        Job done = awaitEnd(id);

        assertThat(done.status()).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(mapper.readTree(done.result()).get("bytes").asInt()).isEqualTo(3_000_000);
        assertThat(done.progress()).contains("\"COUNTING\"").contains("33.3333");
        assertThat(count("effect")).isEqualTo(1);
        await().untilAsserted(() -> assertThat(seen.peek()).doesNotExist());
        await().untilAsserted(() -> assertThat(count("job_input")).isZero());
    }

    @Test
    void jobThatFailsBehindItsSuccessShouldHaveNoEffect() throws Exception {
        start(kind("late", job -> {
            try (Connection transaction = database.getConnection()) {
                transaction.setAutoCommit(false);
                transaction.createStatement().execute("INSERT INTO effect VALUES (1)");
                job.succeed(transaction, Map.of());
                throw new IllegalStateException("before the commit");
            }
        }));

        Job done = awaitEnd(store.submit("late", "steward", Map.of(), null));

        assertThat(done.status()).isEqualTo(JobStatus.FAILED);
        assertThat(done.result()).isNull();
        assertThat(count("effect")).isZero();
    }

    @Test
    void problemShouldFailTheJobWithItsErrors() {
        start(kind("refused", job -> {
            throw new ProblemException(KitProblem.CELL_INVALID, DETAIL)
                    .withErrors(List.of(ProblemError.row(12, "/code", "CELL_INVALID", DETAIL)))
                    .with("errorCount", 1);
        }));

        Job done = awaitEnd(store.submit("refused", "steward", Map.of(), null));

        assertThat(done.status()).isEqualTo(JobStatus.FAILED);
        assertThat(done.failure())
                .contains("CELL_INVALID")
                .contains("\"row\":12")
                .contains("errorCount");
        assertThat(done.attempts()).isEqualTo(1);
    }

    @Test
    void unexpectedFailureShouldTellNothingButAnId() {
        start(kind("broken", job -> {
            throw new IllegalStateException("secret");
        }));

        Job done = awaitEnd(store.submit("broken", "steward", Map.of(), null));

        assertThat(done.failure())
                .contains("INTERNAL_ERROR")
                .contains("traceId")
                .doesNotContain("secret");
    }

    @Test
    void failureOfTheDatabaseShouldBeTriedAgainAndGivenUpAfterFiveAttempts() {
        AtomicInteger attempts = new AtomicInteger();
        start(kind("twice", job -> {
            if (attempts.incrementAndGet() < 2) {
                throw new IllegalStateException(new SQLException("deadlock", "40P01"));
            }
        }));
        start(kind("never", job -> {
            throw new IllegalStateException(new SQLException("gone", "08006"));
        }));

        Job twice = awaitEnd(store.submit("twice", "steward", Map.of(), null));
        Job never = awaitEnd(store.submit("never", "steward", Map.of(), null));

        assertThat(twice.status()).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(twice.attempts()).isEqualTo(2);
        assertThat(never.status()).isEqualTo(JobStatus.FAILED);
        assertThat(never.attempts()).isEqualTo(5);
    }

    @Test
    void jobOfADeadProcessShouldBeTakenAgainAndTheDeadShouldNotFinishIt() throws Exception {
        UUID id = store.submit("count", "steward", Map.of(), null);
        UUID lease = UUID.randomUUID();
        Job taken = queue.claim(List.of("count"), List.of(), lease, Duration.ofMillis(50), 5)
                .orElseThrow();
        RunningJob dead = new RunningJob(taken, lease, database, queue, mapper);
        start(kind("count", job -> job.succeed(Map.of("by", "the living"))));

        Job done = awaitEnd(id);

        assertThat(done.attempts()).isEqualTo(2);
        assertThat(done.result()).contains("the living");
        assertThatThrownBy(() -> dead.succeed(Map.of("by", "the dead"))).isInstanceOf(JobStoppedException.class);
        dead.pulse(Duration.ofSeconds(1));
        assertThatThrownBy(() -> dead.progress("ANY", 1, 1)).isInstanceOf(JobStoppedException.class);
        assertThat(store.find(id).orElseThrow().result()).contains("the living");
    }

    @Test
    void longJobShouldKeepItsLease() {
        AtomicInteger runs = new AtomicInteger();
        CountDownLatch release = new CountDownLatch(1);
        JobKind slow = kind("slow", job -> {
            runs.incrementAndGet();
            release.await();
        });
        JobTestSettings shortLease = JobTestSettings.QUICK.withLease(Duration.ofMillis(500));
        start(shortLease, slow);
        start(shortLease, slow);
        UUID id = store.submit("slow", "steward", Map.of(), null);

        await().pollDelay(Duration.ofMillis(1_200)).until(() -> status(id) == JobStatus.RUNNING);
        release.countDown();

        assertThat(awaitEnd(id).attempts()).isEqualTo(1);
        assertThat(runs).hasValue(1);
    }

    @Test
    void jobsOfAKindShouldRunOneAtATimeInTheirOrderOverAllReplicas() {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        var order = new ConcurrentLinkedQueue<Integer>();
        JobKind alone = kind("alone", job -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            order.add(job.parameters(Count.class).to());
            now.decrementAndGet();
        });
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            ids.add(store.submit("alone", "steward", new Count(i), null));
        }
        start(alone);
        start(alone);
        start(alone);

        ids.forEach(this::awaitEnd);

        assertThat(most).hasValue(1);
        assertThat(List.copyOf(order)).isSorted().hasSize(20);
    }

    @Test
    void jobsOfAKindThatDoesNotMindShouldRunTogether() {
        CountDownLatch both = new CountDownLatch(2);
        JobKind together = new JobKind() {
            @Override
            public String kind() {
                return "together";
            }

            @Override
            public boolean alone() {
                return false;
            }

            @Override
            public void run(JobRun job) throws Exception {
                both.countDown();
                both.await();
            }
        };
        start(together);

        UUID one = store.submit("together", "steward", Map.of(), null);
        UUID other = store.submit("together", "steward", Map.of(), null);

        assertThat(awaitEnd(one).status()).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(awaitEnd(other).status()).isEqualTo(JobStatus.SUCCEEDED);
    }

    @Test
    void cancelledJobShouldEndAtItsNextProgressAndHaveNoEffect() throws Exception {
        CountDownLatch cancelled = new CountDownLatch(1);
        start(kind("long", job -> {
            for (int i = 0; true; i++) {
                job.progress("LOOPING", i, 0);
                cancelled.await();
            }
        }));
        start(kind("deaf", job -> {
            cancelled.await();
            try (Connection transaction = database.getConnection()) {
                transaction.setAutoCommit(false);
                transaction.createStatement().execute("INSERT INTO effect VALUES (1)");
                job.succeed(transaction, Map.of());
                transaction.commit();
            }
        }));
        UUID listening = store.submit("long", "steward", Map.of(), null);
        UUID deaf = store.submit("deaf", "steward", Map.of(), null);
        UUID queued = store.submit("long", "steward", Map.of(), null);
        await().until(() -> status(listening) == JobStatus.RUNNING && status(deaf) == JobStatus.RUNNING);

        assertThat(store.cancel(queued)).isTrue();
        assertThat(status(queued)).isEqualTo(JobStatus.CANCELLED);
        assertThat(store.cancel(listening)).isTrue();
        assertThat(store.cancel(deaf)).isTrue();
        cancelled.countDown();

        assertThat(awaitEnd(listening).status()).isEqualTo(JobStatus.CANCELLED);
        assertThat(awaitEnd(deaf).status()).isEqualTo(JobStatus.CANCELLED);
        assertThat(count("effect")).isZero();
        assertThat(store.cancel(queued)).isFalse();
    }

    @Test
    void stoppingServiceShouldHandItsJobsBack() throws Exception {
        CountDownLatch deafIsReleased = new CountDownLatch(1);
        JobRunner stopping = start(
                kind("listening", job -> {
                    while (true) {
                        job.progress("LOOPING", 1, 2);
                        Thread.onSpinWait();
                    }
                }),
                kind("deaf", job -> deafIsReleased.await()));
        UUID listening = store.submit("listening", "steward", Map.of(), null);
        UUID deaf = store.submit("deaf", "steward", Map.of(), null);
        await().until(() -> status(listening) == JobStatus.RUNNING && status(deaf) == JobStatus.RUNNING);

        stopping.stop();
        stopping.handBack(Duration.ofMillis(300));

        for (UUID id : List.of(listening, deaf)) {
            Job job = store.find(id).orElseThrow();
            assertThat(job.status()).isEqualTo(JobStatus.QUEUED);
            assertThat(job.attempts()).isZero();
        }
        deafIsReleased.countDown();
    }

    @Test
    void finishedJobsShouldBeForgottenAfterThirtyDays() throws Exception {
        UUID old = store.submit("count", "steward", Map.of(), null);
        UUID recent = store.submit("count", "steward", Map.of(), null);
        store.cancel(old);
        store.cancel(recent);
        execute("UPDATE job SET finished_at = now() - interval '31 days' WHERE id = '" + old + "'");

        start(kind("count", job -> {}));

        await().until(() -> store.find(old).isEmpty());
        assertThat(store.find(recent)).isPresent();
    }

    private JobRunner start(JobKind... kinds) {
        return start(JobTestSettings.QUICK, kinds);
    }

    private JobRunner start(JobConfig config, JobKind... kinds) {
        JobRunner runner = new JobRunner(database, List.of(kinds), config, mapper, new SimpleMeterRegistry());
        runners.add(runner);
        looking.add(Thread.ofPlatform().daemon().start(runner));
        return runner;
    }

    private Job awaitEnd(UUID id) {
        await().atMost(Duration.ofSeconds(30)).until(() -> status(id).isFinished());
        return store.find(id).orElseThrow();
    }

    private JobStatus status(UUID id) {
        return store.find(id).orElseThrow().status();
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private int count(String table) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM " + table)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /** What a test's job does. */
    private interface Work {
        void run(JobRun job) throws Exception;
    }

    private static JobKind kind(String name, Work work) {
        return new JobKind() {
            @Override
            public String kind() {
                return name;
            }

            @Override
            public void run(JobRun job) throws Exception {
                work.run(job);
            }
        };
    }
}
