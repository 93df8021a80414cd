package vn.nhipso.indicator.measurement.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.IndicatorProblem;
import vn.nhipso.indicator.check.Candidate;
import vn.nhipso.indicator.definition.Definition;
import vn.nhipso.indicator.definition.DefinitionVersions;
import vn.nhipso.indicator.definition.Definitions;
import vn.nhipso.indicator.measurement.Key;
import vn.nhipso.indicator.unit.UnitHistories;
import vn.nhipso.indicator.unit.Units;
import vn.nhipso.kit.period.Period;
import vn.nhipso.kit.period.PeriodFormatException;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.kit.time.VietnamTime;

/** Finds out what each row speaks of: its indicator, its unit on the day, its period; and whether the caller may speak of it. */
@ApplicationScoped
class Screening {

    private final Definitions definitions;
    private final Units units;
    private final RowEvidence evidence;
    private final Clock clock;

    Screening(Definitions definitions, Units units, RowEvidence evidence, Clock clock) {
        this.definitions = definitions;
        this.units = units;
        this.evidence = evidence;
        this.clock = clock;
    }

    /** Resolves the rows that could be read, and marks those that name what is not there. */
    void screen(List<Row> rows, Author author) {
        screen(rows, author, true);
    }

    /**
     * As {@link #screen(List, Author)}.
     *
     * @param patient whether a unit that is not known yet is looked for again
     */
    void screen(List<Row> rows, Author author, boolean patient) {
        Map<String, DefinitionVersions> known = definitions.versions(codes(rows));
        Map<String, Named> periods = new HashMap<>();
        Map<Row, Subject> subjects = new HashMap<>();
        for (Row row : rows) {
            Subject subject = row.isReadable() ? subject(row, known, periods) : null;
            if (subject != null) {
                subjects.put(row, subject);
            }
        }
        UnitHistories histories = histories(subjects, patient);
        LocalDate today = VietnamTime.today(clock);
        subjects.forEach((row, subject) -> resolve(row, subject, histories, today));
        if (!author.coversWholeTree()) {
            refuseOutside(author.unit(), subjects);
        }
        evidence.refuseUnknown(subjects.keySet(), author);
    }

    private @Nullable Subject subject(Row row, Map<String, DefinitionVersions> known, Map<String, Named> periods) {
        String code = Objects.requireNonNull(row.item().indicator());
        DefinitionVersions versions = known.get(code);
        if (versions == null) {
            row.reject(
                    IndicatorProblem.INDICATOR_UNKNOWN,
                    "indicator",
                    Text.of("Không có chỉ tiêu %s.", "There is no indicator %s.", code));
        }
        Named period = periods.computeIfAbsent(Objects.requireNonNull(row.item().period()), Named::read);
        if (period.wrong() != null) {
            row.reject(IndicatorProblem.PERIOD_INVALID, "period", period.wrong());
        }
        return versions == null || period.period() == null
                ? null
                : new Subject(
                        versions.of(period.period()),
                        period.period(),
                        Objects.requireNonNull(row.item().unit()));
    }

    private UnitHistories histories(Map<Row, Subject> subjects, boolean patient) {
        Set<Units.Place> places = new HashSet<>();
        Set<String> codes = new HashSet<>();
        for (Subject subject : subjects.values()) {
            codes.add(subject.unit());
            places.add(subject.place());
        }
        if (!patient) {
            return units.find(codes);
        }
        return units.findSoon(codes, found -> places.stream()
                .allMatch(place -> found.of(place.code()).on(place.day()) != null));
    }

    private static void resolve(Row row, Subject subject, UnitHistories histories, LocalDate today) {
        Candidate candidate = Candidate.of(
                subject.definition(),
                histories.of(subject.unit()),
                subject.period(),
                Objects.requireNonNull(row.item().scope()),
                row.item().content(),
                today);
        row.resolved(
                candidate,
                new Key(
                        subject.unit(),
                        subject.period().toString(),
                        subject.definition().code(),
                        candidate.scope()));
    }

    private void refuseOutside(String root, Map<Row, Subject> subjects) {
        Set<Units.Place> places = new HashSet<>();
        subjects.values().forEach(subject -> places.add(subject.place()));
        Set<Units.Place> within = units.below(root, places);
        subjects.forEach((row, subject) -> {
            if (!within.contains(subject.place())) {
                row.reject(
                        IndicatorProblem.UNIT_OUTSIDE_RIGHTS,
                        "unit",
                        Text.of(
                                "Đơn vị %s không thuộc phạm vi %s.",
                                "Unit %s is not within %s.", subject.unit(), root.isEmpty() ? "-" : root));
            }
        });
    }

    private static Set<String> codes(List<Row> rows) {
        Set<String> codes = new HashSet<>();
        for (Row row : rows) {
            String code = row.item().indicator();
            if (row.isReadable() && code != null) {
                codes.add(code);
            }
        }
        return codes;
    }

    private record Subject(Definition definition, Period period, String unit) {

        Units.Place place() {
            return new Units.Place(unit, definition.calendar().closingDay(period));
        }
    }

    /** A period as a row names it, read once a batch. */
    private record Named(@Nullable Period period, @Nullable Text wrong) {

        static Named read(String text) {
            try {
                return new Named(Period.parse(text), null);
            } catch (PeriodFormatException malformed) {
                return new Named(null, malformed.text());
            }
        }
    }
}
