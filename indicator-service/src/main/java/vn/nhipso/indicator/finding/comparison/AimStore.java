package vn.nhipso.indicator.finding.comparison;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.nhipso.indicator.SqlResource;
import vn.nhipso.indicator.check.Aim;
import vn.nhipso.kit.period.Period;

/**
 * Reads what figures are to reach, in one statement for all. A target of the unit itself comes before one from above, and then that of the shortest
 * period that holds the figure's: the rule by which the reports choose.
 */
@ApplicationScoped
class AimStore {

    private static final String AIMS = SqlResource.load(AimStore.class, "aims.sql");

    private static final Comparator<Found> NEAREST = Comparator.comparing(Found::depth)
            .thenComparing(found -> ChronoUnit.DAYS.between(
                    found.aim().period().start(), found.aim().period().end()))
            .thenComparing(found -> found.aim().period().toString());

    /** @param depth how far above the unit it was set */
    private record Found(int depth, Aim aim) {}

    /** Those for which there is one. */
    Map<Subject, Aim> aims(Connection tx, List<Subject> subjects) throws SQLException {
        Map<Subject, Found> nearest = new HashMap<>();
        try (PreparedStatement select = tx.prepareStatement(AIMS)) {
            select.setArray(
                    1,
                    tx.createArrayOf(
                            "text", subjects.stream().map(Subject::unit).toArray()));
            select.setArray(
                    2,
                    tx.createArrayOf(
                            "text", subjects.stream().map(Subject::indicator).toArray()));
            select.setArray(
                    3,
                    tx.createArrayOf(
                            "date", subjects.stream().map(Subject::closingDay).toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Subject subject = subjects.get(row.getInt(1) - 1);
                    Period period = Period.parse(row.getString(3));
                    if (period.contains(subject.period())) {
                        Aim aim = new Aim(period, row.getString(4).equals(">="), row.getBigDecimal(5));
                        nearest.merge(
                                subject,
                                new Found(row.getInt(2), aim),
                                (one, other) -> NEAREST.compare(one, other) <= 0 ? one : other);
                    }
                }
            }
        }
        Map<Subject, Aim> aims = new HashMap<>();
        nearest.forEach((subject, found) -> aims.put(subject, found.aim()));
        return aims;
    }
}
