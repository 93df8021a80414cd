package vn.nhipso.indicator.check;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.definition.Definition;
import vn.nhipso.indicator.definition.Frequency;
import vn.nhipso.indicator.definition.Kind;
import vn.nhipso.indicator.definition.Nature;
import vn.nhipso.indicator.figure.Absence;
import vn.nhipso.indicator.figure.Content;
import vn.nhipso.indicator.figure.Scope;
import vn.nhipso.indicator.figure.Stated;
import vn.nhipso.indicator.unit.Level;
import vn.nhipso.indicator.unit.UnitHistory;
import vn.nhipso.indicator.unit.UnitVersion;
import vn.nhipso.kit.period.Period;
import vn.nhipso.kit.period.ReportingCalendar;

/** Makes candidates: DG01 of district 870 in the first half of 2022, unless a test says otherwise. Today is 22 November 2026. */
final class Example {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private Kind kind = Kind.RATIO;
    private Nature nature = Nature.FLOW;
    private String unitOfMeasure = "%";
    private Set<Level> reportedBy = EnumSet.of(Level.PROVINCE, Level.DISTRICT, Level.COMMUNE);
    private Frequency frequency = Frequency.MONTH;
    private ReportingCalendar calendar = ReportingCalendar.CALENDAR;
    private boolean above100;
    private @Nullable LocalDate definedFrom;
    private Level level = Level.DISTRICT;
    private @Nullable LocalDate endsOn;
    private boolean known = true;
    private String period = "2022-H1";
    private Scope scope = Scope.WHOLE;
    private Content content = value("60.41");

    static Example of() {
        return new Example();
    }

    Example kind(Kind kind) {
        this.kind = kind;
        return this;
    }

    Example nature(Nature nature) {
        this.nature = nature;
        return this;
    }

    Example measuredIn(String unitOfMeasure) {
        this.unitOfMeasure = unitOfMeasure;
        return this;
    }

    Example reportedBy(Level first, Level... others) {
        this.reportedBy = EnumSet.of(first, others);
        return this;
    }

    Example frequency(Frequency frequency) {
        this.frequency = frequency;
        return this;
    }

    Example administrative() {
        this.calendar = ReportingCalendar.ADMINISTRATIVE;
        return this;
    }

    Example above100() {
        this.above100 = true;
        return this;
    }

    Example definedFrom(LocalDate day) {
        this.definedFrom = day;
        return this;
    }

    Example level(Level level) {
        this.level = level;
        return this;
    }

    Example endsOn(LocalDate day) {
        this.endsOn = day;
        return this;
    }

    Example unknownUnit() {
        this.known = false;
        return this;
    }

    Example period(String period) {
        this.period = period;
        return this;
    }

    Example scope(Scope scope) {
        this.scope = scope;
        return this;
    }

    Example says(Content content) {
        this.content = content;
        return this;
    }

    Candidate candidate() {
        Definition definition = new Definition(
                "DG01", 1, kind, nature, unitOfMeasure, reportedBy, frequency, calendar, above100, definedFrom, null);
        UnitVersion version = new UnitVersion("870", "Hồng Ngự", level, "87", LocalDate.of(2021, 1, 1), endsOn);
        UnitHistory history = new UnitHistory("870", known ? List.of(version) : List.of());
        return Candidate.of(definition, history, Period.parse(period), scope, content, TODAY);
    }

    static Content counts(String numerator, String denominator) {
        return content(numerator, denominator, null);
    }

    static Content value(String value) {
        return content(null, null, value);
    }

    static Content content(@Nullable String numerator, @Nullable String denominator, @Nullable String value) {
        return new Content(number(numerator), number(denominator), number(value), List.of(), null, null, null, null);
    }

    static Content absent(Absence absence) {
        return new Content(null, null, null, null, absence, null, null, null);
    }

    static Content words(String status) {
        return new Content(null, null, null, null, null, new Stated(status, null, null, null, null, null), null, null);
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
