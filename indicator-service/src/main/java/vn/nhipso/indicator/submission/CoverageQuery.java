package vn.nhipso.indicator.submission;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.SqlResource;
import vn.nhipso.indicator.unit.Level;
import vn.nhipso.kit.period.Period;
import vn.nhipso.kit.period.ReportingCalendar;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;

/** Finds out who has reported: one statement over the trees of the closing days. */
@ApplicationScoped
class CoverageQuery {

    private static final String COVERAGE = SqlResource.load(CoverageQuery.class, "coverage.sql");

    private final Work work;
    private final DutyReader duties;
    private final Clock clock;

    CoverageQuery(Work work, DutyReader duties, Clock clock) {
        this.work = work;
        this.duties = duties;
        this.clock = clock;
    }

    /** A unit of the tree, and what it handed in. */
    private record Reported(
            CoverageView.Named unit,
            @Nullable LocalDate dueOn,
            @Nullable UUID id,
            @Nullable ReturnStatus status,
            @Nullable Instant firstSubmittedAt) {

        boolean isHandedIn() {
            return status != null && status.isHandedIn();
        }
    }

    /** @param only units of this level; null for all */
    CoverageView of(String within, Period period, @Nullable Level only) {
        LocalDate day = ReportingCalendar.CALENDAR.closingDay(period);
        Map<String, List<Reported>> branches = work.read(connection -> {
            List<Duties.Owed> owed = duties.read(connection).owed(period).stream()
                    .filter(one -> only == null || one.level() == only)
                    .toList();
            return read(connection, within, period, owed);
        });
        List<Reported> own = branches.remove(within);
        if (own == null) {
            throw new ProblemException(
                    KitProblem.NOT_FOUND,
                    Text.of(
                            "Vào ngày %2$s không có đơn vị mang mã %1$s.",
                            "No unit bore the code %1$s on %2$s.", within, day));
        }
        return new CoverageView(
                period.toString(),
                day,
                branch(own),
                branches.values().stream().map(this::branch).toList());
    }

    private static Map<String, List<Reported>> read(
            Connection connection, String within, Period period, List<Duties.Owed> owed) throws SQLException {
        Map<String, List<Reported>> branches = new LinkedHashMap<>();
        try (PreparedStatement select = connection.prepareStatement(COVERAGE)) {
            select.setString(1, within);
            select.setString(2, period.toString());
            select.setObject(3, ReportingCalendar.CALENDAR.closingDay(period));
            select.setObject(4, ReportingCalendar.ADMINISTRATIVE.closingDay(period));
            select.setArray(
                    5, array(connection, "text", owed, one -> one.level().name()));
            select.setArray(6, array(connection, "date", owed, one -> Date.valueOf(one.closingDay())));
            select.setArray(7, array(connection, "date", owed, one -> Date.valueOf(one.dueOn())));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    branches.computeIfAbsent(row.getString(1), branch -> new ArrayList<>())
                            .add(reported(row));
                }
            }
        }
        return branches;
    }

    private static Array array(
            Connection connection, String type, List<Duties.Owed> owed, Function<Duties.Owed, Object> column)
            throws SQLException {
        return connection.createArrayOf(type, owed.stream().map(column).toArray());
    }

    private static Reported reported(ResultSet row) throws SQLException {
        String status = row.getString(7);
        return new Reported(
                new CoverageView.Named(row.getString(2), row.getString(3), Level.valueOf(row.getString(4))),
                row.getObject(5, LocalDate.class),
                row.getObject(6, UUID.class),
                status == null ? null : ReturnStatus.valueOf(status),
                ReturnRows.moment(row, 8));
    }

    private CoverageView.Branch branch(List<Reported> units) {
        Tally tally = new Tally(clock);
        units.forEach(tally::count);
        return tally.branch(units.getFirst().unit());
    }

    /** Counts the units of a branch. Those without a due day owe nothing. */
    private static final class Tally {

        private final Clock clock;
        private final Map<ReturnStatus, Integer> counts = new EnumMap<>(ReturnStatus.class);
        private final List<CoverageView.LateReturn> lateReturns = new ArrayList<>();
        private final List<CoverageView.MissingReturn> missing = new ArrayList<>();
        private int expected;
        private int late;

        Tally(Clock clock) {
            this.clock = clock;
        }

        void count(Reported unit) {
            LocalDate dueOn = unit.dueOn();
            if (dueOn == null) {
                return;
            }
            boolean isLate = ReturnRow.isLate(dueOn, unit.firstSubmittedAt(), clock);
            expected++;
            late += isLate ? 1 : 0;
            if (unit.status() != null) {
                counts.merge(unit.status(), 1, Integer::sum);
            }
            if (!unit.isHandedIn()) {
                missing.add(new CoverageView.MissingReturn(unit.unit(), dueOn, isLate, unit.status(), unit.id()));
            } else if (isLate && unit.id() != null && unit.firstSubmittedAt() != null) {
                lateReturns.add(new CoverageView.LateReturn(unit.unit(), unit.id(), dueOn, unit.firstSubmittedAt()));
            }
        }

        CoverageView.Branch branch(CoverageView.Named named) {
            int approved = of(ReturnStatus.APPROVED);
            return new CoverageView.Branch(
                    named,
                    expected,
                    approved + of(ReturnStatus.SUBMITTED),
                    approved,
                    of(ReturnStatus.RETURNED),
                    of(ReturnStatus.DRAFT),
                    late,
                    lateReturns,
                    missing);
        }

        private int of(ReturnStatus status) {
            return counts.getOrDefault(status, 0);
        }
    }
}
