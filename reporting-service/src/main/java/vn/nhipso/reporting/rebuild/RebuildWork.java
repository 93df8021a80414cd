package vn.nhipso.reporting.rebuild;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import vn.nhipso.reporting.rollup.KeptPeriod;
import vn.nhipso.reporting.rollup.RollupBuild;

/** Makes rollups in the relation of a run, and holds each period against what is served in the same state of the database. */
final class RebuildWork {

    /** Periods of which rows are held against each other by one statement. */
    private static final int AT_ONCE = 50;

    /** Rows that are looked through, while batches wait, for those of which listeners are told. Where nearly everything was wrong they are not. */
    private static final long TOLD = 50_000;

    private final DataSource dataSource;
    private final RebuildConfig config;
    private final RebuildTable table;
    private final Comparison comparison;

    RebuildWork(DataSource dataSource, RebuildConfig config, RebuildTable table, Comparison comparison) {
        this.dataSource = dataSource;
        this.config = config;
        this.table = table;
        this.comparison = comparison;
    }

    /** Something that is done in a transaction. */
    interface Doing<T> {
        T in(Connection transaction) throws SQLException;
    }

    /** From one state of the database, which is that of a moment between two batches. */
    <T> T inOneState(Doing<T> doing) throws SQLException {
        return inTransaction(transaction -> {
            RebuildTable.execute(transaction, "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
            doNotWait(transaction);
            return doing.in(transaction);
        });
    }

    /** Something that is done in a transaction, and nothing else. */
    interface Step {
        void in(Connection transaction) throws SQLException;
    }

    /** Something of the relation beside the served one. */
    void soon(Step step) throws SQLException {
        inTransaction(transaction -> {
            doNotWait(transaction);
            step.in(transaction);
            return true;
        });
    }

    /** The swap waits for the disk, and so for all before it; whether a crash lost any of that the {@link Witness} says. */
    private static void doNotWait(Connection transaction) throws SQLException {
        RebuildTable.execute(transaction, "SET LOCAL synchronous_commit = off");
    }

    <T> T inTransaction(Doing<T> doing) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T done = doing.in(connection);
                connection.commit();
                return done;
            } catch (Throwable failed) {
                // An Error too: setting auto-commit would commit what was done by then.
                connection.rollback();
                throw failed;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    List<Chunk> chunks() throws SQLException {
        return inOneState(state -> Chunk.of(state, Chunk.keptPeriods(state), config.chunk(), config.workers()));
    }

    /** Makes periods of which nothing is there yet. */
    void make(Chunk chunk) throws SQLException {
        inOneState(state -> make(state, chunk));
    }

    private boolean make(Connection state, Chunk chunk) throws SQLException {
        RebuildTable.execute(state, "SET LOCAL work_mem = '" + config.workMem() + "'");
        RollupBuild build = new RollupBuild(state, table.name());
        List<RollupBuild.Sum> made = build.make(chunk.periods(), chunk.weighed());
        comparison.saw(chunk.periods(), made, build.served(chunk.periods()));
        return true;
    }

    /** Makes once more what batches made anew meanwhile; says how many periods these were. */
    int catchUp() throws SQLException {
        return inOneState(this::catchUp);
    }

    int catchUp(Connection state) throws SQLException {
        Collection<KeptPeriod> touched = TouchedPeriods.take(state, table.run());
        if (touched.isEmpty()) {
            return 0;
        }
        RollupBuild build = new RollupBuild(state, table.name());
        build.remove(touched);
        comparison.saw(touched, List.of(), build.served(touched));
        for (Chunk chunk : Chunk.of(state, touched, config.chunk(), 1)) {
            make(state, chunk);
        }
        return touched.size();
    }

    /** Looks for what no event can have made, and in what rows the periods differ that do. */
    boolean explain(Connection state) throws SQLException {
        List<KeptPeriod> unexplained = comparison.unexplained();
        for (int from = 0; from < unexplained.size(); from += AT_ONCE) {
            List<KeptPeriod> some = unexplained.subList(from, Math.min(unexplained.size(), from + AT_ONCE));
            comparison.explain(new RollupBuild(state, table.name()).unlike(some));
        }
        return unexplained.isEmpty();
    }

    /** Those who listen are told of rows that become others by the swap. */
    void tell(Connection transaction) throws SQLException {
        List<KeptPeriod> differing = comparison.differing(TOLD);
        if (!differing.isEmpty()) {
            new RollupBuild(transaction, table.name()).tell(differing);
        }
    }

    /** Served rollups of periods that are not kept. */
    boolean lookForOrphans(Connection state) throws SQLException {
        List<KeptPeriod> orphans = RollupBuild.orphans(state);
        if (!orphans.isEmpty()) {
            comparison.saw(orphans, List.of(), new RollupBuild(state, table.name()).served(orphans));
        }
        return orphans.isEmpty();
    }
}
