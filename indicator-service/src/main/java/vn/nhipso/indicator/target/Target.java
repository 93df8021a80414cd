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
    String author;

    @Column(name = "recorded_at")
    Instant recordedAt;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    Target() {}

    static Target of(UUID id, SetTarget body, int revision, String author, Instant now) {
        Target target = new Target();
        target.id = id;
        target.indicator = body.indicator();
        target.unit = body.unit();
        target.period = body.period().toString();
        target.revision = revision;
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
        target.supersedes = body.supersedes();
        target.author = author;
        target.recordedAt = now;
        return target;
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
        return comparator.equals(body.comparator())
                && value.compareTo(body.value()) == 0
                && exactness().equals(body.exactness());
    }
}
