package vn.nhipso.indicator.unit;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import vn.nhipso.indicator.SqlResource;
import vn.nhipso.kit.event.ReceivedEvent;
import vn.nhipso.kit.event.Topic;
import vn.nhipso.kit.event.Topics;
import vn.nhipso.kit.intake.EventApplier;

/** Keeps the copy of the units and of what became of them: their events are staged by change, and applied all at once when the change's marker comes. */
@ApplicationScoped
class HierarchyApplier implements EventApplier {

    private static final String UNIT_CHANGED = "vn.nhipso.unit.changed.v1";
    private static final String LINEAGE_CHANGED = "vn.nhipso.lineage.changed.v1";
    private static final String HIERARCHY_CHANGED = "vn.nhipso.hierarchy.changed.v1";

    private static final String STAGE = """
            INSERT INTO unit_staged (change_id, code, revision, data) VALUES (?, ?, ?, ?::jsonb)
            ON CONFLICT (change_id, code) DO UPDATE SET revision = excluded.revision, data = excluded.data
            WHERE unit_staged.revision < excluded.revision
            """;

    private static final String STAGE_LINEAGE = """
            INSERT INTO lineage_staged (change_id, from_code, effective_on, revision, has_edges, heirs) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (change_id, from_code, effective_on) DO UPDATE
            SET revision = excluded.revision, has_edges = excluded.has_edges, heirs = excluded.heirs
            WHERE lineage_staged.revision < excluded.revision
            """;

    private static final String REMEMBER = "INSERT INTO unit_change (change_id) VALUES (?) ON CONFLICT DO NOTHING";

    private static final String APPLY = SqlResource.load(HierarchyApplier.class, "apply-staged.sql");
    private static final String APPLY_LINEAGE = SqlResource.load(HierarchyApplier.class, "apply-lineage.sql");

    @Override
    public String consumer() {
        return "indicator";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topics.DIRECTORY_HIERARCHY);
    }

    @Override
    public void apply(Connection tx, List<ReceivedEvent> events) throws SQLException {
        boolean marked = false;
        try (PreparedStatement stage = tx.prepareStatement(STAGE);
                PreparedStatement stageLineage = tx.prepareStatement(STAGE_LINEAGE);
                PreparedStatement remember = tx.prepareStatement(REMEMBER)) {
            for (ReceivedEvent event : events) {
                switch (event.type()) {
                    case UNIT_CHANGED -> stage(stage, event);
                    case LINEAGE_CHANGED -> stage(tx, stageLineage, event);
                    case HIERARCHY_CHANGED -> {
                        remember.setString(1, event.as(HierarchyChanged.class).changeId());
                        remember.addBatch();
                        marked = true;
                    }
                    default -> {
                        // What later versions add: of no use here.
                    }
                }
            }
            stage.executeBatch();
            stageLineage.executeBatch();
            if (marked) {
                remember.executeBatch();
            }
        }
        applyStaged(tx);
    }

    /** All that is staged under a change whose marker is known, the latest revision of each code; also what is delivered again after it. */
    private static void applyStaged(Connection tx) throws SQLException {
        try (PreparedStatement apply = tx.prepareStatement(APPLY)) {
            apply.execute();
        }
        try (PreparedStatement apply = tx.prepareStatement(APPLY_LINEAGE)) {
            apply.execute();
        }
    }

    private static void stage(Connection tx, PreparedStatement stage, ReceivedEvent event) throws SQLException {
        LineageChanged lineage = event.as(LineageChanged.class);
        stage.setString(1, lineage.changeId());
        stage.setString(2, lineage.from());
        stage.setObject(3, lineage.effectiveOn());
        stage.setLong(4, lineage.revision());
        stage.setBoolean(5, !lineage.edges().isEmpty());
        stage.setArray(6, tx.createArrayOf("text", lineage.heirs().toArray()));
        stage.addBatch();
    }

    private static void stage(PreparedStatement stage, ReceivedEvent event) throws SQLException {
        UnitChanged unit = event.as(UnitChanged.class);
        stage.setString(1, unit.changeId());
        stage.setString(2, unit.code());
        stage.setLong(3, unit.revision());
        stage.setString(4, new String(event.data(), StandardCharsets.UTF_8));
        stage.addBatch();
    }
}
