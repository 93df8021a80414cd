package vn.nhipso.indicator.target;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.figure.Qualifier;
import vn.nhipso.kit.period.Period;

/** What is to be reached. It is never altered, only superseded. */
@Entity
@Table(name = "target")
class Target {

    @Id
    UUID id;

    @Column
    String indicator;

    @Column
    String unit;

    @Column
    String period;

    @Column
    int revision;

    @Column
    String comparator;

    // numeric without a scale: the value keeps its own, 54.30 is not 54.3.
    @Column(precision = 28, scale = 10)
    BigDecimal value;

    @Column
    @JdbcTypeCode(SqlTypes.ARRAY)
    String[] qualifiers;

    @Column(name = "document_title")
    @Nullable String documentTitle;

    @Column(name = "document_number")
    @Nullable String documentNumber;

    @Column(name = "document_issued_on")
    @Nullable LocalDate documentIssuedOn;

    @Column(name = "assigned_by")
    @Nullable String assignedBy;

    @Column
    @Nullable String note;

    @Column
    @Nullable UUID supersedes;

    @Column(name = "superseded_by")
    @Nullable UUID supersededBy;

    @Column
    boolean withdrawn;

    @Column
    String author;

    @Column(name = "recorded_at")
    Instant recordedAt;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    Target() {}

    static Target of(SetTarget body, @Nullable Target before, String author, Instant now) {
        Target target = new Target();
        target.id = UUID.randomUUID();
        target.indicator = body.indicator();
        target.unit = body.unit();
        target.period = body.period().toString();
        target.revision = before == null ? 1 : before.revision + 1;
        target.comparator = body.comparator();
        target.value = body.value();
        target.qualifiers = body.exactness().stream().map(Qualifier::name).toArray(String[]::new);
        Document document = body.document();
        if (document != null) {
            target.documentTitle = document.title();
            target.documentNumber = document.number();
            target.documentIssuedOn = document.issuedOn();
        }
        target.assignedBy = body.assignedBy();
        target.note = body.note();
        target.supersedes = before == null ? null : before.id;
        target.author = author;
        target.recordedAt = now;
        return target;
    }

    /** What takes a target back. */
    static Target withdrawing(Target before, String reason, String author, Instant now) {
        Target target = new Target();
        target.id = UUID.randomUUID();
        target.indicator = before.indicator;
        target.unit = before.unit;
        target.period = before.period;
        target.revision = before.revision + 1;
        target.comparator = before.comparator;
        target.value = before.value;
        target.qualifiers = before.qualifiers;
        target.note = reason;
        target.supersedes = before.id;
        target.withdrawn = true;
        target.author = author;
        target.recordedAt = now;
        return target;
    }

    Aim aim() {
        return new Aim(indicator, unit, Period.parse(period));
    }

    /** Whether it counts for its key. */
    boolean stands() {
        return supersededBy == null && !withdrawn;
    }

    List<Qualifier> exactness() {
        return Arrays.stream(qualifiers).map(Qualifier::valueOf).toList();
    }

    @Nullable Document document() {
        return documentTitle == null && documentNumber == null && documentIssuedOn == null
                ? null
                : new Document(documentTitle, documentNumber, documentIssuedOn);
    }

    /** Whether it sets the same aim; the document and other words may be told more fully elsewhere. */
    boolean saysTheSameAs(SetTarget body) {
        return !withdrawn
                && comparator.equals(body.comparator())
                && value.compareTo(body.value()) == 0
                && exactness().equals(body.exactness());
    }
}
