package vn.nhipso.directory.activity;

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

/** A training, initiative or campaign. It stays with the unit that did it. */
@Entity
@Table(name = "activity")
class Activity {

    @Id
    UUID id;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    ActivityKind kind;

    @Column(name = "unit_code")
    String unitCode;

    @Column(name = "unit_id")
    UUID unitId;

    @Column(name = "name")
    String name;

    @Column(name = "note")
    @Nullable String note;

    @Column(name = "valid_from")
    @Nullable LocalDate validFrom;

    @Column(name = "valid_to")
    @Nullable LocalDate validTo;

    @Column(name = "classes")
    @Nullable Integer classes;

    @Column(name = "participants")
    @Nullable Integer participants;

    @Column(name = "revision")
    long revision;

    @Column(name = "recorded_at")
    Instant recordedAt;

    @Column(name = "recorded_by")
    String recordedBy;

    /** Takes over all that may be altered; says whether that altered anything. */
    boolean describeAs(Activity other) {
        boolean same = name.equals(other.name)
                && Objects.equals(note, other.note)
                && Objects.equals(validFrom, other.validFrom)
                && Objects.equals(validTo, other.validTo)
                && Objects.equals(classes, other.classes)
                && Objects.equals(participants, other.participants);
        name = other.name;
        note = other.note;
        validFrom = other.validFrom;
        validTo = other.validTo;
        classes = other.classes;
        participants = other.participants;
        return !same;
    }
}
