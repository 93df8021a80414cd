package vn.nhipso.directory.committee;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Who sits in committees, in the order of the list. */
@ApplicationScoped
class CommitteeMemberRepository implements PanacheRepositoryBase<CommitteeMember, UUID> {

    List<CommitteeMember> of(Collection<UUID> committees) {
        return committees.isEmpty() ? List.of() : list("committeeId in ?1 order by place", committees);
    }
}
