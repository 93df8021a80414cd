package vn.nhipso.directory.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.Act;
import vn.nhipso.directory.storage.Database;
import vn.nhipso.directory.storage.Sql;
import vn.nhipso.kit.event.EventJson;
import vn.nhipso.kit.event.Topics;
import vn.nhipso.kit.outbox.Outbox;
import vn.nhipso.kit.outbox.OutboxMessage;

/** Leaves the events of a change in the outbox: its units, its lineage, and last the marker that moves readers to the new tree. */
@ApplicationScoped
class ChangeEvents {

    private static final String UNITS = Sql.of(ChangeEvents.class, "unit-events.sql");
    private static final String LINEAGE = Sql.of(ChangeEvents.class, "lineage-events.sql");
    private static final String MARKER = "vn.nhipso.hierarchy.changed.v1";

    private final Database database;
    private final Outbox outbox;

    ChangeEvents(Database database, Outbox outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    /** The marker: everything of the change is before it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HierarchyChanged(
            UUID changeId,
            int revision,
            ChangeKind kind,
            @Nullable Act act,
            LocalDate effectiveOn,
            Instant recordedAt,
            int units,
            int edges,
            @Nullable String note,
            @Nullable UUID withdraws) {}

    /** Returns the position of the marker. */
    long append(UUID id, Change change, ChangePlan plan, Instant moment) {
        List<String> codes = plan.codes();
        if (!codes.isEmpty()) {
            database.update(UNITS, codes, id, moment.toString());
        }
        if (!plan.lineage().isEmpty()) {
            database.update(LINEAGE, List.copyOf(plan.lineage().keySet()), change.effectiveOn(), id, moment.toString());
        }
        HierarchyChanged marker = new HierarchyChanged(
                id,
                1,
                change.kind(),
                change.act(),
                change.effectiveOn(),
                moment,
                codes.size(),
                plan.lineage().size(),
                change.note(),
                change.withdraws());
        return outbox.append(
                List.of(new OutboxMessage(Topics.DIRECTORY_HIERARCHY, id.toString(), MARKER, json(marker))));
    }

    private static String json(HierarchyChanged marker) {
        try {
            return EventJson.mapper().writeValueAsString(marker);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
