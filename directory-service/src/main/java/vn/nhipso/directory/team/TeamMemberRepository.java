package vn.nhipso.directory.team;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Who is in a team. */
@ApplicationScoped
class TeamMemberRepository implements PanacheRepositoryBase<TeamMember, UUID> {

    List<TeamMember> of(UUID team) {
        return list("teamId = ?1 order by id", team);
    }

    List<TeamMember> of(Collection<UUID> teams) {
        return teams.isEmpty() ? List.of() : list("teamId in ?1 order by id", teams);
    }
}
