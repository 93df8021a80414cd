package vn.nhipso.indicator.measurement.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.SqlResource;

/** What is to be written of a long delivery: kept page by page, written by the statements of every batch. */
@ApplicationScoped
class StagedPlan {

    private static final StagedSql RECORD = StagedSql.of(SqlResource.load(StagedPlan.class, "record.sql"), "RECORD");
    private static final StagedSql DRAFT = StagedSql.of(SqlResource.load(StagedPlan.class, "draft.sql"), "DRAFT");

    private static final String CHECKS = """
            INSERT INTO check_request (unit, period, indicator, scope)
            SELECT m.unit, m.period, m.indicator, m.scope
            FROM measurement_stage_plan p JOIN measurement m ON m.id = (p.plan ->> 'id')::uuid
            WHERE p.stage = ? AND p.plan ->> 'payload' IS NULL
            """;

    private final MeasurementStore store;

    StagedPlan(MeasurementStore store) {
        this.store = store;
    }

    void keep(Connection tx, UUID stage, List<Change> changes, boolean publish) throws SQLException {
        Map<Boolean, List<Change>> waiting =
                changes.stream().collect(Collectors.partitioningBy(change -> change.waitsBehind(publish)));
        keep(tx, RECORD, waiting.getOrDefault(false, List.of()), stage, publish);
        keep(tx, DRAFT, waiting.getOrDefault(true, List.of()), stage, publish);
    }

    private static void keep(Connection tx, StagedSql sql, List<Change> changes, UUID stage, boolean publish)
            throws SQLException {
        if (!changes.isEmpty()) {
            try (PreparedStatement keep = tx.prepareStatement(sql.keep())) {
                Columns<Change> columns = new Columns<>(keep, changes);
                Columns<Change> bound = sql == RECORD
                        ? MeasurementStore.bindRevisions(columns, publish)
                        : MeasurementStore.bindDrafts(columns);
                bound.set(stage);
                keep.executeUpdate();
            }
        }
    }

    /**
     * Writes all that was kept.
     *
     * @return the position of the last event; null when somebody else wrote one of the keys since the plan was made
     */
    @Nullable Long write(Connection tx, UUID stage, Author author) throws SQLException {
        long position;
        try (PreparedStatement record = tx.prepareStatement(RECORD.write())) {
            record.setObject(1, stage);
            record.setObject(2, store.now());
            record.setString(3, author.name());
            try (ResultSet written = record.executeQuery()) {
                written.next();
                if (!written.getBoolean(1)) {
                    return null;
                }
                position = written.getLong(2);
            }
        }
        return keepDrafts(tx, stage, author) ? position == 0 ? store.newestPosition(tx) : position : null;
    }

    /** After {@link #write}: the log that is followed does not tell of what is not published, so it is put down to be looked at. */
    void askForChecks(Connection tx, UUID stage) throws SQLException {
        StageStore.update(tx, CHECKS, stage);
    }

    private boolean keepDrafts(Connection tx, UUID stage, Author author) throws SQLException {
        if (author.mayPublish()) {
            return true;
        }
        try (PreparedStatement draft = tx.prepareStatement(DRAFT.write())) {
            draft.setObject(1, stage);
            draft.setObject(2, store.now());
            draft.setString(3, author.name());
            try (ResultSet written = draft.executeQuery()) {
                written.next();
                return written.getBoolean(1);
            }
        }
    }
}
