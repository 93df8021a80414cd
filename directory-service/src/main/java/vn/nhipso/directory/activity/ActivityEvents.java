package vn.nhipso.directory.activity;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.nhipso.directory.storage.Database;
import vn.nhipso.directory.storage.Sql;
import vn.nhipso.kit.outbox.Outbox;

/** Leaves the state of trainings, initiatives and campaigns in the outbox. */
@ApplicationScoped
public class ActivityEvents {

    private static final String EVENTS = Sql.of(ActivityEvents.class, "activity-events.sql");

    private final Database database;
    private final Outbox outbox;

    ActivityEvents(Database database, Outbox outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    /** Returns the sequence token of the last one. Entities must be flushed. */
    public String append(List<UUID> activities, Instant moment) {
        long last = database.list(EVENTS, row -> row.getLong("position"), activities, moment.toString()).stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
        return outbox.token(last);
    }
}
