package vn.nhipso.directory.activity;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import vn.nhipso.directory.storage.Database;

/** Trainings, initiatives and campaigns, edited one at a time. */
@ApplicationScoped
class ActivityRepository implements PanacheRepositoryBase<Activity, UUID> {

    private static final String LIKENESS = "SELECT id FROM activity WHERE kind = ? AND unit_id = ?"
            + " AND lower(name) = lower(?) AND valid_from IS NOT DISTINCT FROM ?::date AND id IS DISTINCT FROM ?::uuid";

    private final Database database;

    ActivityRepository(Database database) {
        this.database = database;
    }

    Optional<Activity> find(ActivityKind kind, UUID id) {
        return findByIdOptional(id).filter(activity -> activity.kind == kind);
    }

    /** The code it was entered with, read without the activity itself. */
    Optional<String> unitCode(UUID id) {
        return database.find("SELECT unit_code FROM activity WHERE id = ?", row -> row.getString("unit_code"), id);
    }

    /** Another activity of the same kind, unit, name and first day. */
    Optional<UUID> likeness(Activity activity) {
        return database.find(
                LIKENESS,
                row -> row.getObject("id", UUID.class),
                activity.kind,
                activity.unitId,
                activity.name,
                activity.validFrom,
                activity.id);
    }

    /** For an edit: whoever else edits it waits. It must not have been read in this transaction before. */
    Optional<Activity> lock(ActivityKind kind, UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).filter(activity -> activity.kind == kind);
    }
}
