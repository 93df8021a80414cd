package vn.nhipso.indicator.measurement.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import vn.nhipso.indicator.IndicatorProblem;
import vn.nhipso.indicator.finding.Findings;
import vn.nhipso.indicator.finding.Place;
import vn.nhipso.indicator.finding.Recorded;
import vn.nhipso.kit.event.EventJson;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;

/** The ATOMIC half of {@link Stages}: everything is judged and planned first, then one statement writes it. */
@ApplicationScoped
public class AtomicStages {

    private static final Logger LOG = Logger.getLogger(AtomicStages.class);
    private static final int ATTEMPTS = 5;

    private final Stages stages;
    private final StageStore store;
    private final StagedPlan plans;
    private final StagedTies ties;
    private final Ingest ingest;
    private final Findings findings;

    AtomicStages(Stages stages, StageStore store, StagedPlan plans, StagedTies ties, Ingest ingest, Findings findings) {
        this.stages = stages;
        this.store = store;
        this.plans = plans;
        this.ties = ties;
        this.ingest = ingest;
        this.findings = findings;
    }

    /** Where findings are to be looked for. */
    record Review(Set<Place> suspicious, Set<Place> corrected, Collection<Recorded> alone) {}

    /**
     * What is to be written.
     *
     * @param counts of all rows, whatever became of them
     */
    public record Planned(UUID id, Stage.Counts counts) {}

    /** Hears of every page that was judged, in the transaction that keeps what is planned for it. */
    @FunctionalInterface
    public interface Judged {
        void page(Connection tx, List<Row> rows) throws SQLException;
    }

    /** In the transaction of the effect. */
    @FunctionalInterface
    public interface Effect {
        void end(Connection tx, Stage.Counts counts) throws SQLException;
    }

    /** Judges every row over what stands and keeps what is to be written. What was planned before is forgotten. */
    public Planned plan(UUID stage, Author author, Judged judged) {
        UUID plan = UUID.randomUUID();
        stages.within(tx -> {
            claim(tx, "UPDATE measurement_stage SET plan = ? WHERE id = ? AND state = 'FILLED'", plan, stage);
            StageStore.update(tx, "DELETE FROM measurement_stage_plan WHERE stage = ?", stage);
            StageStore.update(tx, "DELETE FROM measurement_stage_review WHERE stage = ?", stage);
        });
        StagePages pages = new StagePages(stages, store, stage);
        Stage.Counts counts = Stage.Counts.NONE;
        for (int page = 0; pages.hasNext(); page++) {
            List<Row> rows = pages.next();
            rehearse(stage, plan, page, rows, author, judged);
            counts = counts.and(rows, 0);
        }
        return new Planned(plan, counts);
    }

    /**
     * Writes what was planned, with one statement.
     *
     * @param effect what else belongs to that transaction
     * @param again plans once more, when somebody wrote in between
     */
    public Stage.Counts write(UUID stage, Author author, Planned first, Effect effect, Supplier<Planned> again) {
        Planned planned = first;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Stage.Counts written = ingest.inTransaction(finalStep(stage, author, planned, effect));
            if (written != null) {
                reviewSoon(stage);
                return written;
            }
            planned = again.get();
        }
        throw new ProblemException(
                        IndicatorProblem.TOO_MANY_WRITERS,
                        new Text(
                                "Nhiều bên đang ghi cùng số liệu này; hãy gửi lại.",
                                "Many are writing the same measurements; send again."))
                .withRetryAfter(1);
    }

    private Ingest.Final<Stage.Counts> finalStep(UUID stage, Author author, Planned planned, Effect effect) {
        return tx -> {
            claim(
                    tx,
                    "UPDATE measurement_stage SET state = 'WRITTEN', touched_at = now() WHERE plan = ? AND id = ? AND state = 'FILLED'",
                    planned.id(),
                    stage);
            Long position = ties.write(tx, stage, author, within -> plans.write(within, stage, author));
            if (position == null) {
                return null;
            }
            plans.askForChecks(tx, stage);
            Stage.Counts reached = planned.counts().and(List.of(), position);
            effect.end(tx, reached);
            return reached;
        };
    }

    /** What is stored is stored: where looking for findings fails, housekeeping does it. */
    private void reviewSoon(UUID stage) {
        try {
            review(stage);
        } catch (RuntimeException failed) {
            LOG.warnf("Findings of a delivery are looked for later: %s", failed.getMessage());
        }
    }

    /** Looks for findings where the delivery was written, page by page, and forgets it. Anybody may go on where a process died. */
    void review(UUID stage) {
        boolean[] more = {true};
        while (more[0]) {
            stages.within(tx -> more[0] = reviewPage(tx, stage));
        }
        stages.within(
                tx -> StageStore.update(tx, "DELETE FROM measurement_stage WHERE id = ? AND state = 'WRITTEN'", stage));
    }

    private boolean reviewPage(Connection tx, UUID stage) throws SQLException {
        try (PreparedStatement next = tx.prepareStatement(
                "DELETE FROM measurement_stage_review WHERE (stage, page) ="
                        + " (SELECT stage, page FROM measurement_stage_review WHERE stage = ? ORDER BY page LIMIT 1 FOR UPDATE) RETURNING review")) {
            next.setObject(1, stage);
            try (ResultSet row = next.executeQuery()) {
                if (!row.next()) {
                    return false;
                }
                Review review = EventJson.read(row.getString(1).getBytes(StandardCharsets.UTF_8), Review.class);
                findings.review(tx, review.suspicious(), review.corrected(), review.alone());
                return true;
            }
        }
    }

    private void rehearse(UUID stage, UUID id, int page, List<Row> rows, Author author, Judged judged) {
        stages.screen(rows, author);
        Plan plan = ingest.rehearse(rows, author);
        Review review = new Review(plan.suspicious(), plan.corrected(), plan.oddAlone());
        stages.within(tx -> {
            claim(tx, "UPDATE measurement_stage SET touched_at = now() WHERE plan = ? AND id = ?", id, stage);
            judged.page(tx, rows);
            plans.keep(tx, stage, plan.changes(), author.mayPublish());
            StageStore.update(
                    tx,
                    "INSERT INTO measurement_stage_review (stage, page, review, ties) VALUES (?, ?, ?::json, ?::json)",
                    stage,
                    page,
                    EventJson.write(review),
                    EventJson.write(StagedTies.Ties.of(plan, rows, author.mayPublish())));
        });
    }

    /** Whoever makes another plan of the stage, or has written it, ends this one. */
    private static void claim(Connection tx, String sql, UUID plan, UUID stage) throws SQLException {
        if (StageStore.update(tx, sql, plan, stage) != 1) {
            throw new StageLostException("stage " + stage + " is worked on by another, or gone");
        }
    }
}
