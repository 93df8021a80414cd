package vn.nhipso.directory.team;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.nhipso.directory.storage.Database;
import vn.nhipso.directory.storage.Sql;
import vn.nhipso.kit.outbox.Outbox;

/** Leaves the state of teams in the outbox: one definition for a single edit and for a reorganisation of thousands. */
@ApplicationScoped
public class TeamEvents {

    private static final String EVENTS = Sql.of(TeamEvents.class, "team-events.sql");

    private final Database database;
    private final Outbox outbox;

    TeamEvents(Database database, Outbox outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    /** Returns the sequence token of the last one. Entities must be flushed. */
    public String append(List<UUID> teams, Instant moment) {
        long last = database.list(EVENTS, row -> row.getLong("position"), teams, moment.toString()).stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
        return outbox.token(last);
    }
}
