package vn.nhipso.directory.storage;

import jakarta.enterprise.context.ApplicationScoped;
import vn.nhipso.kit.outbox.Outbox;

/** The sequence token of a write that publishes nothing: up to what was published before it. */
@ApplicationScoped
public class Sequence {

    private final Database database;
    private final Outbox outbox;

    Sequence(Database database, Outbox outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    public String token() {
        long last = database.find("SELECT position FROM outbox_relay", row -> row.getLong("position"))
                .orElse(0L);
        return outbox.token(last);
    }
}
