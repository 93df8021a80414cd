package vn.nhipso.directory.committee;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.Act;

/** A steering committee; where it was when stands in its placements. */
@Entity
@Table(name = "committee")
class Committee {

    @Id
    UUID id;

    @Column(name = "unit_code")
    String unitCode;

    @Column(name = "unit_id")
    UUID unitId;

    @Column(name = "name")
    String name;

    @Column(name = "note")
    @Nullable String note;

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
}
