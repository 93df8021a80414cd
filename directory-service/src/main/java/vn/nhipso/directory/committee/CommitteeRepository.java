package vn.nhipso.directory.committee;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The committees, edited one at a time. */
@ApplicationScoped
class CommitteeRepository implements PanacheRepositoryBase<Committee, UUID> {}
