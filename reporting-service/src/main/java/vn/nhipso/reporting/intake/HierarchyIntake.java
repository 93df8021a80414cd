package vn.nhipso.reporting.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import vn.nhipso.kit.event.ReceivedEvent;
import vn.nhipso.kit.event.Topic;
import vn.nhipso.kit.event.Topics;
import vn.nhipso.kit.intake.EventApplier;
import vn.nhipso.reporting.hierarchy.HierarchyStore;
import vn.nhipso.reporting.rollup.RollupRefresh;
import vn.nhipso.reporting.rollup.WorkTables;

/**
 * Applies the hierarchy's topic beside the other intake: a national list is staged and its tree is derived while measurements go on being
 * rolled up on the old one; they wait only from when its rollups are made until its commit.
 */
@ApplicationScoped
public class HierarchyIntake implements EventApplier {

    @Override
    public String consumer() {
        return "reporting-hierarchy";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topics.DIRECTORY_HIERARCHY);
    }

    @Override
    public void prepare(Connection transaction) throws SQLException {
        HierarchyStore.prepare(transaction);
        WorkTables.prepare(transaction);
    }

    @Override
    public void apply(Connection transaction, List<ReceivedEvent> events) throws SQLException {
        Families.moveHierarchy(transaction);
        HierarchyStore.Moved moved = new HierarchyStore(transaction).apply(events);
        if (moved == HierarchyStore.Moved.NOTHING) {
            return;
        }
        RollupRefresh rollups = new RollupRefresh(transaction);
        if (moved == HierarchyStore.Moved.MANY) {
            rollups.expectMany();
        }
        Families.haveAlone(transaction);
        if (moved != HierarchyStore.Moved.IN_PLACE) {
            rollups.hierarchy();
        }
    }
}
