package vn.nhipso.indicator.measurement.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.IndicatorProblem;
import vn.nhipso.indicator.check.Candidate;
import vn.nhipso.indicator.finding.Findings;
import vn.nhipso.indicator.finding.Recorded;
import vn.nhipso.indicator.finding.comparison.Comparisons;
import vn.nhipso.indicator.measurement.Key;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;

/**
 * Judges and writes the rows of a batch in one transaction. What stands is read without locks first; the writing statement touches a row only if
 * it still is as it was read, else the whole is done again, then with the rows locked in the order of their keys. So nothing is ever lost between
 * two writers (ADR 0001).
 */
@ApplicationScoped
class Ingest {

    private static final int ATTEMPTS = 50;
    private static final String DEADLOCK = "40P01";

    private final DataSource dataSource;
    private final MeasurementStore store;
    private final MeasurementIds ids;
    private final Findings findings;
    private final Comparisons comparisons;
    private final WaitingReturns returns;
    private final RowEvidence evidence;

    Ingest(
            DataSource dataSource,
            MeasurementStore store,
            MeasurementIds ids,
            Findings findings,
            Comparisons comparisons,
            WaitingReturns returns,
            RowEvidence evidence) {
        this.comparisons = comparisons;
        this.dataSource = dataSource;
        this.store = store;
        this.ids = ids;
        this.findings = findings;
        this.returns = returns;
        this.evidence = evidence;
    }

    /**
     * How a batch is to be written.
     *
     * @param allOrNothing whether one bad row keeps all from being stored
     * @param dryRun whether all is undone at the end
     */
    record Order(Author author, boolean allOrNothing, boolean dryRun) {}

    /** What else belongs to the transaction of a batch. */
    interface Companion {

        /** Before anything else; false when there is nothing left to do. */
        boolean begin(Connection tx) throws SQLException;

        /** Over what the rows are about to be judged; may end the write with an exception. Called again for every attempt. */
        default void over(Map<Key, Standing> standing) {}

        /** When the rows were judged. */
        default void planned(Plan plan) {}

        /** Before the commit, with the position of the last event. */
        void end(Connection tx, long position) throws SQLException;
    }

    /**
     * Judges every resolved row, and writes what is to be written.
     *
     * @return the outbox position up to which this write reaches
     */
    long write(List<Row> rows, Order order, Companion companion) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                Long position = attempt(rows, order, attempt > 0, companion);
                if (position != null) {
                    return position;
                }
            } catch (SQLException failed) {
                if (!DEADLOCK.equals(failed.getSQLState())) {
                    throw new IllegalStateException("batch not written", failed);
                }
            }
        }
        throw new ProblemException(
                        IndicatorProblem.TOO_MANY_WRITERS,
                        new Text(
                                "Nhiều bên đang ghi cùng số liệu này; hãy gửi lại.",
                                "Many are writing the same measurements; send again."))
                .withRetryAfter(1);
    }

    /** The last step of a delivery that was planned before. */
    @FunctionalInterface
    interface Final<T> {

        /** Null when somebody else wrote in between. */
        @Nullable T in(Connection tx) throws SQLException;
    }

    /** In a transaction that ends as every batch's does; null, and nothing is stored, when somebody else wrote in between. */
    <T> @Nullable T inTransaction(Final<T> step) {
        try (Connection tx = dataSource.getConnection()) {
            tx.setAutoCommit(false);
            T done = null;
            try {
                done = step.in(tx);
                if (done != null) {
                    tx.commit();
                }
                return done;
            } finally {
                end(tx, done != null);
            }
        } catch (SQLException failed) {
            if (DEADLOCK.equals(failed.getSQLState())) {
                return null;
            }
            throw new IllegalStateException("delivery not written", failed);
        }
    }

    /** Judges as a dry run does, and hands over what would be written. */
    Plan rehearse(List<Row> rows, Author author) {
        Plan[] plan = new Plan[1];
        write(rows, new Order(author, false, true), new Companion() {
            @Override
            public boolean begin(Connection tx) {
                return true;
            }

            @Override
            public void planned(Plan made) {
                plan[0] = made;
            }

            @Override
            public void end(Connection tx, long position) {}
        });
        return Objects.requireNonNull(plan[0]);
    }

    /** Null when somebody else wrote in between. */
    private @Nullable Long attempt(List<Row> rows, Order order, boolean lock, Companion companion) throws SQLException {
        try (Connection tx = dataSource.getConnection()) {
            tx.setAutoCommit(false);
            boolean committed = false;
            try {
                if (!companion.begin(tx)) {
                    return 0L;
                }
                Long position = within(tx, rows, order, lock, companion);
                if (position != null && !order.dryRun() && !isRefused(rows, order)) {
                    companion.end(tx, position);
                    tx.commit();
                    committed = true;
                }
                return position;
            } finally {
                end(tx, committed);
            }
        }
    }

    private @Nullable Long within(Connection tx, List<Row> rows, Order order, boolean lock, Companion companion)
            throws SQLException {
        boolean publishing = order.author().mayPublish();
        List<Key> keys = rows.stream()
                .filter(row -> row.isResolved() && row.first() == null)
                .map(row -> Objects.requireNonNull(row.key()))
                .sorted()
                .toList();
        WaitingReturns.Held held = publishing ? null : returns.hold(tx, Plan.places(keys));
        // Whoever may not publish keeps drafts behind published values, which needs the rows as they are.
        Map<Key, Standing> standing = store.standing(tx, keys, lock || !publishing);
        companion.over(standing);
        evidence.compare(tx, rows, standing);
        Plan plan = Plan.of(rows, standing, ids::next, publishing, held == null ? Set.of() : held.closed());
        companion.planned(plan);
        if (isRefused(rows, order) || plan.changes().isEmpty()) {
            return store.newestPosition(tx);
        }
        if (order.dryRun() && !isToBeHeldAgainstOthers(tx, plan, rows)) {
            tell(rows, plan.oddAlone());
            return store.newestPosition(tx);
        }
        Long position = record(tx, plan, order.author());
        if (held != null
                && !order.dryRun()
                && !held.keep(plan.places(), order.author().name())) {
            return null;
        }
        if (position != null) {
            evidence.cite(tx, rows, plan.changes());
            review(tx, plan, rows, publishing);
        }
        return position;
    }

    private static void end(Connection tx, boolean committed) throws SQLException {
        if (!committed) {
            tx.rollback();
            MeasurementStore.releaseRecordingLock(tx);
            tx.rollback();
        }
        tx.setAutoCommit(true);
    }

    private static boolean isRefused(List<Row> rows, Order order) {
        return order.allOrNothing()
                && rows.stream().anyMatch(row -> !row.errors().isEmpty());
    }

    private @Nullable Long record(Connection tx, Plan plan, Author author) throws SQLException {
        Map<Boolean, List<Change>> waiting = plan.changes().stream()
                .collect(Collectors.partitioningBy(change -> change.waitsBehind(author.mayPublish())));
        List<Change> drafts = waiting.getOrDefault(true, List.of());
        List<Change> standing = waiting.getOrDefault(false, List.of());
        long position = 0;
        if (!standing.isEmpty()) {
            MeasurementStore.Written written = store.record(tx, standing, author.name(), author.mayPublish());
            if (!written.complete()) {
                return null;
            }
            position = written.position();
        }
        if (!drafts.isEmpty() && !store.keepDrafts(tx, drafts, author)) {
            return null;
        }
        return position == 0 ? store.newestPosition(tx) : position;
    }

    private void review(Connection tx, Plan plan, List<Row> rows, boolean publishing) throws SQLException {
        List<Recorded> odd = new ArrayList<>(findings.review(tx, plan.suspicious(), plan.corrected(), plan.oddAlone()));
        odd.addAll(comparisons.written(tx, accepted(rows, false), accepted(rows, publishing)));
        tell(rows, odd);
    }

    /** What would be written must be there to be held against what stands; where nothing is, a dry run need not write it. */
    private boolean isToBeHeldAgainstOthers(Connection tx, Plan plan, List<Row> rows) throws SQLException {
        return comparisons.areMadeAtOnce(accepted(rows, false).size())
                || !findings.places(tx, plan.suspicious(), plan.corrected()).isEmpty();
    }

    private static void tell(List<Row> rows, Collection<Recorded> odd) {
        Map<Key, List<Recorded>> found = odd.stream()
                .collect(Collectors.groupingBy(one -> new Key(one.unit(), one.period(), one.indicator(), one.scope())));
        if (!found.isEmpty()) {
            for (Row row : rows) {
                Key key = row.key();
                if (key != null && row.outcome() != Outcome.REJECTED) {
                    row.found(found.getOrDefault(key, List.of()));
                }
            }
        }
    }

    private static List<Candidate> accepted(List<Row> rows, boolean onlySilent) {
        return rows.stream()
                .filter(row -> row.outcome() == Outcome.ACCEPTED && (!onlySilent || row.isSilent()))
                .map(row -> Objects.requireNonNull(row.candidate()))
                .toList();
    }
}
