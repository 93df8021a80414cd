package vn.nhipso.directory.committee;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A seat, kept with its place in the list and the days it was held. */
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

    @Column(name = "member_from")
    @Nullable LocalDate from;

    @Column(name = "member_to")
    @Nullable LocalDate to;

    boolean sitsOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || day.isBefore(to));
    }

    boolean overlaps(CommitteeMember other) {
        return startsBeforeEnd(from, other.to) && startsBeforeEnd(other.from, to);
    }

    private static boolean startsBeforeEnd(@Nullable LocalDate start, @Nullable LocalDate end) {
        return start == null || end == null || start.isBefore(end);
    }
}
