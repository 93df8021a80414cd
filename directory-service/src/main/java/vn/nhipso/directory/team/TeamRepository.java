package vn.nhipso.directory.team;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

/** The teams, edited one at a time. */
@ApplicationScoped
class TeamRepository implements PanacheRepositoryBase<Team, UUID> {

    /** For an edit: whoever else edits the team waits. */
    Optional<Team> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }
}
