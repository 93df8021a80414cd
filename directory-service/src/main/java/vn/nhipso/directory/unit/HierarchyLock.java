package vn.nhipso.directory.unit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import vn.nhipso.directory.storage.Database;

/** One change of the hierarchy at a time; whoever relies on the tree while writing keeps changes out until its own commit. */
@ApplicationScoped
public class HierarchyLock {

    private final Database database;

    HierarchyLock(Database database) {
        this.database = database;
    }

    /** For a change: waits for all others, until the transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void enter() {
        database.call("SELECT pg_advisory_xact_lock(7302, 1)");
    }

    /** For writers that place something at a unit: the tree stands still until the transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void hold() {
        database.call("SELECT pg_advisory_xact_lock_shared(7302, 1)");
    }

    /** As {@link #hold}, and one at a time for what is entered at a code: so that the same thing is not entered twice at once. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void holdFor(String code) {
        hold();
        database.call("SELECT pg_advisory_xact_lock(7303, ?)", code.hashCode());
    }

    /** Returns once every change that was being written has committed or gone: what was recorded up to now can be read. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void awaitWriters() {
        database.call("SELECT pg_advisory_xact_lock_shared(7302, 1)");
    }
}
