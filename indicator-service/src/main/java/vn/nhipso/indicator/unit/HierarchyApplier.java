package vn.nhipso.indicator.unit;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.nhipso.indicator.SqlResource;
import vn.nhipso.kit.event.EventJson;
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

    /** From how many rows on the statistics of before would make bad plans. */
    private static final int MASS = 500;

    private static final String STAGE = SqlResource.load(HierarchyApplier.class, "stage-units.sql");
    private static final String STAGE_LINEAGE = SqlResource.load(HierarchyApplier.class, "stage-lineage.sql");
    private static final String REMEMBER =
            "INSERT INTO unit_change (change_id) SELECT unnest(?::text[]) ON CONFLICT DO NOTHING";
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
        stageUnits(tx, of(events, UNIT_CHANGED).toList());
        stageLineage(
                tx,
                of(events, LINEAGE_CHANGED)
                        .map(event -> event.as(LineageChanged.class))
                        .toList());
        List<HierarchyChanged> markers = of(events, HIERARCHY_CHANGED)
                .map(event -> event.as(HierarchyChanged.class))
                .toList();
        if (!markers.isEmpty()) {
            write(tx, REMEMBER, column(tx, "text", markers, HierarchyChanged::changeId));
        }
        applyStaged(tx);
    }

    /** All that is staged under a change whose marker is known, the latest revision of each code; also what is delivered again after it. */
    private static void applyStaged(Connection tx) throws SQLException {
        int versions = write(tx, APPLY);
        int lineage = write(tx, APPLY_LINEAGE);
        if (versions + lineage >= MASS) {
            write(tx, "ANALYZE unit_version, lineage");
        }
    }

    private static void stageLineage(Connection tx, List<LineageChanged> lineage) throws SQLException {
        if (!lineage.isEmpty()) {
            write(
                    tx,
                    STAGE_LINEAGE,
                    column(tx, "text", lineage, LineageChanged::changeId),
                    column(tx, "text", lineage, LineageChanged::from),
                    column(tx, "date", lineage, LineageChanged::effectiveOn),
                    column(tx, "int8", lineage, LineageChanged::revision),
                    column(tx, "bool", lineage, one -> !one.edges().isEmpty()),
                    column(tx, "text", lineage, one -> EventJson.write(one.heirs())));
        }
    }

    private static void stageUnits(Connection tx, List<ReceivedEvent> events) throws SQLException {
        if (!events.isEmpty()) {
            List<UnitChanged> units =
                    events.stream().map(event -> event.as(UnitChanged.class)).toList();
            write(
                    tx,
                    STAGE,
                    column(tx, "text", units, UnitChanged::changeId),
                    column(tx, "text", units, UnitChanged::code),
                    column(tx, "int8", units, UnitChanged::revision),
                    column(tx, "text", events, event -> new String(event.data(), StandardCharsets.UTF_8)));
        }
    }

    private static Stream<ReceivedEvent> of(List<ReceivedEvent> events, String type) {
        return events.stream().filter(event -> event.type().equals(type));
    }

    private static <T> Array column(Connection tx, String type, List<T> rows, Function<T, Object> value)
            throws SQLException {
        return tx.createArrayOf(type, rows.stream().map(value).toArray());
    }

    private static int write(Connection tx, String sql, Array... parameters) throws SQLException {
        try (PreparedStatement statement = tx.prepareStatement(sql)) {
            for (int parameter = 0; parameter < parameters.length; parameter++) {
                statement.setArray(parameter + 1, parameters[parameter]);
            }
            return statement.executeUpdate();
        }
    }
}
