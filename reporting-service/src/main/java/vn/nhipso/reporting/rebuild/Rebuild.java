package vn.nhipso.reporting.rebuild;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.reporting.ReportingProblem;
import vn.nhipso.reporting.intake.Families;
import vn.nhipso.reporting.rollup.KeptPeriod;
import vn.nhipso.reporting.rollup.RollupBuild;
import vn.nhipso.reporting.rollup.RollupRefresh;
import vn.nhipso.reporting.rollup.WorkTables;

/**
 * One run: makes all rollups beside the served ones while events go on being applied to these, makes anew what they changed meanwhile, holds both
 * against each other and swaps. Until the swap's commit nothing of it shows.
 */
final class Rebuild {

    /** Rounds in which what changed meanwhile is made anew beside the batches, before they have to wait for the rest. */
    private static final int ROUNDS = 5;

    private static final int ATTEMPTS = 60;
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final String LOCK_TIMEOUT = "55P03";
    private static final String DEADLOCK = "40P01";

    private final DataSource dataSource;
    private final RebuildConfig config;
    private final RebuildWatcher watcher;
    private final RebuildTable table = new RebuildTable(UUID.randomUUID());
    private final Comparison comparison = new Comparison();
    private final RebuildWork work;
    private final long began = System.nanoTime();
    private final AtomicLong facts = new AtomicLong();

    Rebuild(DataSource dataSource, RebuildConfig config, RebuildWatcher watcher) {
        this.dataSource = dataSource;
        this.config = config;
        this.watcher = watcher;
        this.work = new RebuildWork(dataSource, config, table, comparison);
    }

    /** Leaves nothing behind but the result, unless the process dies. */
    void run() throws SQLException {
        Leftovers.sweep(dataSource);
        try {
            work();
        } finally {
            Leftovers.sweep(dataSource, table.run());
        }
    }

    void work() throws SQLException {
        watcher.progress("PERIODS", 0, 0);
        keepPeriods();
        begin();
        List<Chunk> chunks = work.chunks();
        long total = chunks.stream().mapToLong(Chunk::facts).sum();
        make(chunks.stream().filter(chunk -> !chunk.weighed()).toList(), total);
        watcher.progress("INDEXING", 0, 0);
        work.inTransaction(transaction -> {
            table.index(transaction);
            return true;
        });
        make(chunks.stream().filter(Chunk::weighed).toList(), total);
        try (ExecutorService beside = Executors.newSingleThreadExecutor()) {
            Future<?> analyzed = beside.submit(() -> work.inTransaction(this::analyze));
            watcher.progress("COMPARING", 0, 0);
            work.inOneState(work::lookForOrphans);
            catchUp();
            work.inOneState(work::explain);
            await(List.of(analyzed));
        }
        swap();
    }

    /** Which periods are kept is part of what is served: what is not as the definitions say is put right at once. */
    private void keepPeriods() throws SQLException {
        List<KeptPeriod> unkept = work.inOneState(RollupBuild::unkept);
        if (unkept.isEmpty()) {
            return;
        }
        work.inTransaction(transaction -> {
            WorkTables.prepare(transaction);
            Families.haveAlone(transaction);
            List<KeptPeriod> still = RollupBuild.unkept(transaction);
            comparison.sawUnkept(still);
            new RollupRefresh(transaction)
                    .definitions(
                            still.stream().map(KeptPeriod::indicator).distinct().toArray(String[]::new));
            return true;
        });
    }

    /** Batches that began before the run did cannot know of it: it waits until they have ended. */
    private void begin() throws SQLException {
        work.inTransaction(transaction -> {
            table.create(transaction);
            TouchedPeriods.begin(transaction, table);
            return true;
        });
        work.inTransaction(transaction -> {
            Families.haveAlone(transaction);
            return true;
        });
    }

    private void make(List<Chunk> chunks, long total) throws SQLException {
        watcher.progress("BUILDING", facts.get(), total);
        try (ExecutorService workers = Executors.newFixedThreadPool(config.workers())) {
            List<Future<?>> making = new ArrayList<>();
            for (Chunk chunk : chunks) {
                making.add(workers.submit(() -> {
                    work.make(chunk);
                    watcher.progress("BUILDING", facts.addAndGet(chunk.facts()), total);
                    return null;
                }));
            }
            await(making);
        }
    }

    private boolean analyze(Connection transaction) throws SQLException {
        table.analyze(transaction);
        return true;
    }

    private static void await(List<Future<?>> making) throws SQLException {
        try {
            for (Future<?> made : making) {
                made.get();
            }
        } catch (ExecutionException failed) {
            making.forEach(made -> made.cancel(false));
            throw asThrown(failed);
        } catch (InterruptedException interrupted) {
            making.forEach(made -> made.cancel(false));
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    private static SQLException asThrown(ExecutionException failed) {
        return switch (failed.getCause()) {
            case SQLException sql -> sql;
            case RuntimeException unchecked -> throw unchecked;
            case null, default -> throw new IllegalStateException(failed);
        };
    }

    private void catchUp() throws SQLException {
        for (int round = 1; round <= ROUNDS; round++) {
            watcher.progress("CATCHING_UP", round - 1L, ROUNDS);
            if (work.catchUp() == 0) {
                return;
            }
        }
    }

    private void swap() throws SQLException {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            watcher.progress("SWAPPING", attempt - 1L, ATTEMPTS);
            if (isSwapped(attempt)) {
                return;
            }
            LockSupport.parkNanos(pause(attempt).toNanos());
            work.catchUp();
        }
        throw new ProblemException(
                ReportingProblem.REBUILD_NOT_SWAPPED,
                new Text(
                        "Các số tổng hợp đã tính lại xong nhưng chưa thay được vì luôn có truy vấn dài đang đọc; hãy thử lại.",
                        "The rollups were made anew, but long queries never let them be swapped; try again."));
    }

    /** Batches wait during each attempt: beside somebody who reads for long they must come to their turn in between, ever more. */
    static Duration pause(int attempt) {
        double millis = SHORTEST_PAUSE.toMillis() * Math.pow(1.5, Math.min(attempt - 1, ATTEMPTS));
        return Duration.ofMillis((long) Math.min(millis, LONGEST_PAUSE.toMillis()));
    }

    /** Batches wait from here to the commit, readers from the lock on; where somebody does not give way, all of it is tried later. */
    private boolean isSwapped(int attempt) throws SQLException {
        try {
            return work.inTransaction(transaction -> {
                waitAtMost(transaction, Math.min(1_000 * attempt, 10_000));
                Families.haveAlone(transaction);
                work.catchUp(transaction);
                waitAtMost(transaction, attempt <= 10 ? 200 : 1_000);
                RebuildTable.execute(transaction, "LOCK TABLE rollup IN ACCESS EXCLUSIVE MODE");
                // Looking through what differs takes longest: it is not begun before nothing can make it be done again.
                work.explain(transaction);
                work.tell(transaction);
                watcher.succeed(transaction, comparison.result(facts.get(), seconds()));
                table.swap(transaction);
                TouchedPeriods.end(transaction, table.run());
                return true;
            });
        } catch (SQLException failed) {
            if (LOCK_TIMEOUT.equals(failed.getSQLState()) || DEADLOCK.equals(failed.getSQLState())) {
                return false;
            }
            throw failed;
        }
    }

    private static void waitAtMost(Connection transaction, int millis) throws SQLException {
        RebuildTable.execute(transaction, "SET LOCAL lock_timeout = " + millis);
    }

    private BigDecimal seconds() {
        return BigDecimal.valueOf(Duration.ofNanos(System.nanoTime() - began).toMillis(), 3);
    }
}
