package vn.nhipso.directory.committee;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import vn.nhipso.directory.storage.Database;

/** The committees, edited one at a time. */
@ApplicationScoped
class CommitteeRepository implements PanacheRepositoryBase<Committee, UUID> {

    private static final String LIKENESS = "SELECT id FROM committee WHERE unit_id = ?"
            + " AND lower(name) = lower(?) AND valid_from IS NOT DISTINCT FROM ?::date AND id IS DISTINCT FROM ?::uuid";

    private final Database database;

    CommitteeRepository(Database database) {
        this.database = database;
    }

    /** For an edit: whoever else edits the committee waits. It must not have been read in this transaction before. */
    Optional<Committee> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The code it was entered with, read without the committee itself. */
    Optional<String> unitCode(UUID id) {
        return database.find("SELECT unit_code FROM committee WHERE id = ?", row -> row.getString("unit_code"), id);
    }

    /** Another committee of the same unit, name and first day. */
    Optional<UUID> likeness(Committee committee) {
        return database.find(
                LIKENESS,
                row -> row.getObject("id", UUID.class),
                committee.unitId,
                committee.name,
                committee.validFrom,
                committee.id);
    }
}
