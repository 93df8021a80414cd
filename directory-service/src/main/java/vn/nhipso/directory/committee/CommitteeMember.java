package vn.nhipso.directory.committee;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A seat, kept with its place in the list. */
@Entity
@Table(name = "committee_member")
class CommitteeMember {

    @Id
    UUID id;

    @Column(name = "committee_id")
    UUID committeeId;

    @Column(name = "place")
    int place;

    @Column(name = "name")
    @Nullable String name;

    @Column(name = "office")
    @Nullable String office;

    @Column(name = "position")
    @Nullable String position;

    @Enumerated(EnumType.STRING)
    @Column(name = "role")
    CommitteeRole role;

    Seat seat() {
        return new Seat(name, office, position, role);
    }
}
