package vn.nhipso.directory.team;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.Act;
import vn.nhipso.directory.unit.Level;

/** A team; where it was when stands in its placements. */
@Entity
@Table(name = "team")
class Team {

    @Id
    UUID id;

    @Column(name = "unit_code")
    String unitCode;

    @Column(name = "unit_id")
    UUID unitId;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    TeamKind kind;

    @Enumerated(EnumType.STRING)
    @Column(name = "level")
    Level level;

    @Column(name = "name")
    String name;

    @Column(name = "decision_number")
    @Nullable String decisionNumber;

    @Column(name = "decision_issuer")
    @Nullable String decisionIssuer;

    @Column(name = "decision_issued_on")
    @Nullable LocalDate decisionIssuedOn;

    @Column(name = "valid_from")
    @Nullable LocalDate validFrom;

    @Column(name = "valid_to")
    @Nullable LocalDate validTo;

    @Column(name = "revision")
    long revision;

    @Column(name = "recorded_at")
    Instant recordedAt;

    @Column(name = "recorded_by")
    String recordedBy;

    @Nullable Act decision() {
        return Act.of(decisionNumber, decisionIssuer, decisionIssuedOn);
    }

    /** Takes over name, level and decision; says whether that altered anything. */
    boolean describeAs(Team other) {
        boolean same = name.equals(other.name) && level == other.level && Objects.equals(decision(), other.decision());
        name = other.name;
        level = other.level;
        decisionNumber = other.decisionNumber;
        decisionIssuer = other.decisionIssuer;
        decisionIssuedOn = other.decisionIssuedOn;
        return !same;
    }
}
