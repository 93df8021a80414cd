package vn.nhipso.directory.team;

import jakarta.enterprise.context.ApplicationScoped;
import vn.nhipso.directory.storage.Database;

/** Between those who enter one team and those who enter a file of them, so that the same team is not entered twice at once. */
@ApplicationScoped
class EntryLock {

    private final Database database;

    EntryLock(Database database) {
        this.database = database;
    }

    /** For one team; who else enters at the same unit is kept away by another lock. */
    void oneOfMany() {
        database.call("SELECT pg_advisory_xact_lock_shared(7304, 1)");
    }

    /** For a file. */
    void alone() {
        database.call("SELECT pg_advisory_xact_lock(7304, 1)");
    }
}
