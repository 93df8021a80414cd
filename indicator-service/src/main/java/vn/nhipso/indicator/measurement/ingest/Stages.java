package vn.nhipso.indicator.measurement.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.IndicatorProblem;
import vn.nhipso.kit.problem.Text;

/**
 * Takes deliveries in that are too long for one statement's arrays. Every step is a short transaction of its own, so that a run that dies is gone
 * on with (ADR 0006): rows are put down, settled among themselves, then taken chunk by chunk (PARTIAL) or rehearsed page by page and written at
 * once (ATOMIC).
 */
@ApplicationScoped
public class Stages {

    private final DataSource dataSource;
    private final StageStore store;
    private final Screening screening;
    private final Ingest ingest;
    private final ChunkConfig config;

    Stages(DataSource dataSource, StageStore store, Screening screening, Ingest ingest, ChunkConfig config) {
        this.dataSource = dataSource;
        this.store = store;
        this.screening = screening;
        this.ingest = ingest;
        this.config = config;
    }

    int chunkRows() {
        return config.chunkRows();
    }

    /** What else happens in the transaction of a step. */
    @FunctionalInterface
    public interface Step {
        void with(Connection tx, List<Row> rows, long position) throws SQLException;
    }

    /** Begins a delivery anew; what an earlier run of the job put down is forgotten. */
    public UUID begin(@Nullable UUID job) {
        UUID stage = UUID.randomUUID();
        within(tx -> store.begin(tx, stage, job));
        return stage;
    }

    /** What a job put down. */
    public Optional<Stage> of(UUID job) {
        return find(
                "SELECT id, rows, state, accepted, unchanged, rejected, findings, position FROM measurement_stage WHERE job = ?",
                job);
    }

    public Optional<Stage> get(UUID stage) {
        return find(
                "SELECT id, rows, state, accepted, unchanged, rejected, findings, position FROM measurement_stage WHERE id = ?",
                stage);
    }

    /**
     * Puts a chunk down.
     *
     * @param patient whether a unit that is not known yet is looked for again
     * @return whether one named an unknown unit
     */
    public boolean add(UUID stage, List<BatchItem> items, Author author, boolean patient) {
        List<Row> rows = items.stream().map(Row::new).toList();
        screening.screen(rows, author, patient);
        within(tx -> store.add(tx, stage, rows));
        return rows.stream().anyMatch(Row::namesUnknownUnit);
    }

    /** When all rows are there: finds out which of them repeat or contradict others. */
    public void settle(UUID stage) {
        within(tx -> store.settle(tx, stage));
    }

    /**
     * Takes the next rows in, the good ones stored. They leave the stage in the transaction that stores them, so that none is taken twice.
     *
     * @param step in that transaction
     * @return false when there are none left
     */
    public boolean takeNext(UUID stage, Author author, boolean dryRun, Step step) {
        List<Row> rows = rows(connection -> store.chunk(connection, stage, config.chunkRows()));
        if (rows.isEmpty()) {
            return false;
        }
        screen(rows, author);
        Step last = (tx, taken, position) -> {
            Stage.Counts counts = Stage.Counts.NONE.and(taken, position);
            StageStore.update(
                    tx,
                    "UPDATE measurement_stage SET accepted = accepted + ?, unchanged = unchanged + ?, rejected = rejected + ?,"
                            + " findings = findings + ?, position = greatest(position, ?), touched_at = now() WHERE id = ?",
                    counts.accepted(),
                    counts.unchanged(),
                    counts.rejected(),
                    counts.findings(),
                    counts.position(),
                    stage);
            step.with(tx, taken, position);
            if (!store.remove(tx, stage, taken)) {
                throw new StageLostException("stage " + stage + " is worked on by another");
            }
        };
        long position = ingest.write(rows, new Ingest.Order(author, false, dryRun), new AtTheEnd(rows, last));
        if (dryRun) {
            within(tx -> last.with(tx, rows, position));
        }
        return true;
    }

    /** Forgets a delivery, in the transaction that ends it. */
    public static void end(Connection tx, UUID stage) throws SQLException {
        StageStore.update(tx, "DELETE FROM measurement_stage WHERE id = ?", stage);
    }

    /** Forgets a delivery that came to nothing; one that is written is ended by whoever looks for its findings. */
    public void forget(UUID stage) {
        within(tx -> StageStore.update(tx, "DELETE FROM measurement_stage WHERE id = ? AND state <> 'WRITTEN'", stage));
    }

    /** Rows that are put down, with those that repeat or contradict others marked. */
    List<Row> rows(Reading reading) {
        List<StageStore.Kept> kept = new ArrayList<>();
        within(tx -> kept.addAll(reading.from(tx)));
        return rows(kept);
    }

    static List<Row> rows(List<StageStore.Kept> kept) {
        List<Row> rows = new ArrayList<>(kept.size());
        Map<Integer, Row> leaders = new HashMap<>();
        for (StageStore.Kept one : kept) {
            BatchItem item = one.item();
            Row leader = one.leader() == null ? null : leaders.get(one.leader());
            Row row = new Row(
                    item != null ? item : Objects.requireNonNull(leader).item().inLine(one.line()));
            if (leader == null) {
                leaders.put(one.line(), row);
            } else {
                row.repeats(leader);
            }
            if (!one.conflict().isEmpty()) {
                row.contradicts(one.conflict());
            }
            rows.add(row);
        }
        return rows;
    }

    void screen(List<Row> rows, Author author) {
        screening.screen(rows, author, false);
        for (Row row : rows) {
            List<Integer> lines = row.contradicted();
            if (!lines.isEmpty() && row.key() != null) {
                row.reject(
                        IndicatorProblem.CONFLICTING_ROWS,
                        "value",
                        Text.of(
                                "Nhiều dòng nói khác nhau về %s: %s.",
                                "Rows say different things about %s: %s.", row.key(), lines));
            }
        }
    }

    /** Reads from the stage. */
    interface Reading {
        List<StageStore.Kept> from(Connection connection) throws SQLException;
    }

    /** Something done in a transaction. */
    @FunctionalInterface
    public interface Work {
        void with(Connection tx) throws SQLException;
    }

    /** In a transaction of its own. */
    public void within(Work work) {
        try (Connection tx = dataSource.getConnection()) {
            tx.setAutoCommit(false);
            boolean committed = false;
            try {
                work.with(tx);
                tx.commit();
                committed = true;
            } finally {
                if (!committed) {
                    tx.rollback();
                }
                tx.setAutoCommit(true);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("stage not written", failed);
        }
    }

    private Optional<Stage> find(String sql, UUID id) {
        List<Stage> found = new ArrayList<>();
        within(tx -> {
            try (PreparedStatement select = tx.prepareStatement(sql)) {
                select.setObject(1, id);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(new Stage(
                                row.getObject(1, UUID.class),
                                row.getInt(2),
                                !row.getString(3).equals("FILLING"),
                                new Stage.Counts(
                                        row.getInt(4), row.getInt(5), row.getInt(6), row.getInt(7), row.getLong(8))));
                    }
                }
            }
        });
        return found.stream().findFirst();
    }

    /** A step as a companion of a write. */
    record AtTheEnd(List<Row> rows, Step step) implements Ingest.Companion {

        @Override
        public boolean begin(Connection tx) {
            return true;
        }

        @Override
        public void end(Connection tx, long position) throws SQLException {
            step.with(tx, rows, position);
        }
    }
}
