package vn.nhipso.directory.activity;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

/** Trainings, initiatives and campaigns, edited one at a time. */
@ApplicationScoped
class ActivityRepository implements PanacheRepositoryBase<Activity, UUID> {

    Optional<Activity> find(ActivityKind kind, UUID id) {
        return findByIdOptional(id).filter(activity -> activity.kind == kind);
    }

    Optional<Activity> lock(ActivityKind kind, UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).filter(activity -> activity.kind == kind);
    }
}
