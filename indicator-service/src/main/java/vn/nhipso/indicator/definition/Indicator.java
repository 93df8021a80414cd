package vn.nhipso.indicator.definition;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.unit.Level;
import vn.nhipso.kit.period.ReportingCalendar;

/** The present definition of an indicator. */
@Entity
@Table(name = "indicator")
class Indicator {

    @Id
    String code;

    @Column
    int version;

    @Column
    int revision;

    @Column(name = "name_vi")
    String nameVi;

    @Column(name = "name_en")
    String nameEn;

    @Column
    String search;

    @Column
    @Nullable String definition;

    @Column
    @Enumerated(EnumType.STRING)
    Pillar pillar;

    @Column
    @Enumerated(EnumType.STRING)
    Kind kind;

    @Column
    @Enumerated(EnumType.STRING)
    Nature nature;

    @Column(name = "unit_of_measure")
    String unitOfMeasure;

    @Column
    int decimals;

    @Column
    @Enumerated(EnumType.STRING)
    Direction direction;

    @Column(name = "reported_by")
    @JdbcTypeCode(SqlTypes.ARRAY)
    String[] reportedBy;

    @Column
    @Enumerated(EnumType.STRING)
    Frequency frequency;

    @Column
    @Enumerated(EnumType.STRING)
    ReportingCalendar calendar;

    @Column(name = "numerator_label")
    @Nullable String numeratorLabel;

    @Column(name = "denominator_label")
    @Nullable String denominatorLabel;

    @Column
    @Nullable String weight;

    @Column
    boolean above100;

    @Column
    @Nullable String custodian;

    @Column(name = "legal_basis")
    @Nullable String legalBasis;

    @Column(name = "valid_from")
    @Nullable LocalDate validFrom;

    @Column(name = "valid_to")
    @Nullable LocalDate validTo;

    @Column(name = "recorded_at")
    Instant recordedAt;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    Indicator() {}

    static Indicator first(String code, DefineIndicator body, Instant now) {
        Indicator indicator = new Indicator();
        indicator.code = code;
        indicator.version = 1;
        indicator.revision = 1;
        indicator.take(body, now);
        return indicator;
    }

    /** Every change is a revision; a change of what is measured is a version too. */
    void redefine(DefineIndicator body, Instant now) {
        version += sameMeaning(body) ? 0 : 1;
        revision++;
        take(body, now);
    }

    boolean saysTheSameAs(DefineIndicator body) {
        return IndicatorView.of(this).body().equals(IndicatorView.complete(body));
    }

    private boolean sameMeaning(DefineIndicator body) {
        DefineIndicator now = IndicatorView.of(this).body();
        DefineIndicator then = IndicatorView.complete(body);
        return now.kind() == then.kind()
                && now.nature() == then.nature()
                && now.unitOfMeasure().equals(then.unitOfMeasure())
                && now.direction() == then.direction()
                && now.reportedBy().equals(then.reportedBy())
                && now.calendar() == then.calendar()
                && Objects.equals(now.above100(), then.above100())
                && Objects.equals(now.weight(), then.weight())
                && Objects.equals(now.numeratorLabel(), then.numeratorLabel())
                && Objects.equals(now.denominatorLabel(), then.denominatorLabel())
                && Objects.equals(now.definition(), then.definition());
    }

    private void take(DefineIndicator given, Instant now) {
        DefineIndicator body = IndicatorView.complete(given);
        nameVi = body.names().vi();
        nameEn = body.names().en();
        search = SearchText.of(code, nameVi, nameEn);
        definition = body.definition();
        pillar = body.pillar();
        kind = body.kind();
        nature = body.nature();
        unitOfMeasure = body.unitOfMeasure();
        decimals = body.decimals();
        direction = body.direction();
        reportedBy = body.reportedBy().stream().map(Level::name).toArray(String[]::new);
        frequency = body.frequency();
        calendar = Objects.requireNonNull(body.calendar());
        numeratorLabel = body.numeratorLabel();
        denominatorLabel = body.denominatorLabel();
        weight = body.weight();
        above100 = Boolean.TRUE.equals(body.above100());
        custodian = body.custodian();
        legalBasis = body.legalBasis();
        validFrom = body.validFrom();
        validTo = body.validTo();
        recordedAt = now;
    }

    List<Level> levels() {
        return Arrays.stream(reportedBy).map(Level::valueOf).toList();
    }
}
