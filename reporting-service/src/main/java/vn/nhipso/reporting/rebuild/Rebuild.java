package vn.nhipso.reporting.rebuild;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
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
        try (Witness witness = new Witness(dataSource)) {
            work(witness);
        }
    }

    private void work(Witness witness) throws SQLException {
        List<Chunk> chunks = work.chunks();
        long total = chunks.stream().mapToLong(Chunk::facts).sum();
        make(chunks.stream().filter(chunk -> !chunk.weighed()).toList(), total);
        watcher.progress("INDEXING", 0, 0);
        index();
        make(chunks.stream().filter(Chunk::weighed).toList(), total);
        watcher.progress("COMPARING", 0, 0);
        AtOnce.run(2, List.of(() -> work.soon(this::knowStatistics), this::compare));
        new RebuildSwap(work, table, watcher, witness).swap(() -> comparison.result(facts.get(), seconds()));
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
        work.soon(Families::awaitOthers);
    }

    private void make(List<Chunk> chunks, long total) throws SQLException {
        watcher.progress("BUILDING", facts.get(), total);
        List<AtOnce.Part> parts = new ArrayList<>();
        for (Chunk chunk : chunks) {
            parts.add(() -> {
                work.make(chunk);
                watcher.progress("BUILDING", facts.addAndGet(chunk.facts()), total);
            });
        }
        AtOnce.run(config.workers(), parts);
    }

    /** Each by a processor of its own instead of each by all, because sharing one costs; but the last, where it is left over. */
    private void index() throws SQLException {
        List<RebuildTable.Index> indexes = work.inTransaction(table::indexes);
        List<AtOnce.Part> parts = new ArrayList<>();
        for (RebuildTable.Index index : indexes) {
            boolean leftOver = parts.size() == indexes.size() - 1 && parts.size() % config.workers() == 0;
            parts.add(() -> work.soon(transaction -> {
                if (!leftOver) {
                    RebuildTable.execute(transaction, "SET LOCAL max_parallel_maintenance_workers = 0");
                }
                RebuildTable.execute(transaction, index.creation());
            }));
        }
        AtOnce.run(config.workers(), parts);
        work.soon(transaction -> {
            for (RebuildTable.Index index : indexes) {
                if (index.key() != null) {
                    RebuildTable.execute(transaction, index.key());
                }
            }
        });
    }

    /** Equal rows have equal statistics, and the next round of autovacuum looks at them itself. */
    private void knowStatistics(Connection transaction) throws SQLException {
        if (!comparison.isEqual() || !table.hasStatisticsOfServed(transaction)) {
            table.analyze(transaction);
        }
    }

    private void compare() throws SQLException {
        work.inOneState(work::lookForOrphans);
        catchUp();
        work.inOneState(work::explain);
    }

    private void catchUp() throws SQLException {
        for (int round = 1; round <= ROUNDS; round++) {
            watcher.progress("CATCHING_UP", round - 1L, ROUNDS);
            if (work.catchUp() == 0) {
                return;
            }
        }
    }

    private BigDecimal seconds() {
        return BigDecimal.valueOf(Duration.ofNanos(System.nanoTime() - began).toMillis(), 3);
    }
}
