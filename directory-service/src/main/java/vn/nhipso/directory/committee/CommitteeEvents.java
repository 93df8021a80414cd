package vn.nhipso.directory.committee;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.nhipso.directory.storage.Database;
import vn.nhipso.directory.storage.Sql;
import vn.nhipso.kit.outbox.Outbox;

/** Leaves the state of committees in the outbox, without names of persons: one definition for an edit and for a reorganisation. */
@ApplicationScoped
public class CommitteeEvents {

    private static final String EVENTS = Sql.of(CommitteeEvents.class, "committee-events.sql");

    private final Database database;
    private final Outbox outbox;

    CommitteeEvents(Database database, Outbox outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    /** Returns the sequence token of the last one. Entities must be flushed. */
    public String append(List<UUID> committees, Instant moment) {
        long last = database.list(EVENTS, row -> row.getLong("position"), committees, moment.toString()).stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
        return outbox.token(last);
    }
}
