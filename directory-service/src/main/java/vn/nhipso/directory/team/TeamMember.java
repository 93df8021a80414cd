package vn.nhipso.directory.team;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody in a team. Name and phone are personal data and leave this service only for those who may see them. */
@Entity
@Table(name = "team_member")
class TeamMember {

    @Id
    UUID id;

    @Column(name = "team_id")
    UUID teamId;

    /** Null once erased. */
    @Column(name = "name")
    @Nullable String name;

    @Enumerated(EnumType.STRING)
    @Column(name = "role")
    MemberRole role;

    @Column(name = "body")
    @Nullable String body;

    @Column(name = "phone")
    @Nullable String phone;

    @Column(name = "member_from")
    @Nullable LocalDate from;

    @Column(name = "member_to")
    @Nullable LocalDate to;

    @Column(name = "revision")
    long revision;

    @Column(name = "erased_at")
    @Nullable Instant erasedAt;

    @Column(name = "recorded_at")
    Instant recordedAt;

    @Column(name = "recorded_by")
    String recordedBy;

    boolean isMemberOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || day.isBefore(to));
    }
}
