package vn.nhipso.indicator.finding;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.check.Oddity;
import vn.nhipso.indicator.figure.Scope;
import vn.nhipso.indicator.insight.Insights;
import vn.nhipso.kit.period.Period;
import vn.nhipso.kit.period.ReportingCalendar;
import vn.nhipso.kit.problem.Text;

/** A finding as it is stored. */
record Finding(
        UUID id,
        Oddity.Code code,
        Oddity.Severity severity,
        String indicator,
        String unit,
        String period,
        Scope scope,
        Text detail,
        @Nullable BigDecimal proposedDenominator,
        FindingView.State state,
        Instant recordedAt,
        @Nullable Instant resolvedAt,
        FindingView.@Nullable Acknowledgement acknowledgement,
        int revision,
        ReportingCalendar calendar) {

    static final String SELECT = """
            SELECT finding.id, code, severity, indicator, unit, period, scope, detail_vi, detail_en, proposed_denominator, state, recorded_at,
              resolved_at, acknowledged_reason, acknowledged_by, acknowledged_at, revision,
              (SELECT i.calendar FROM indicator i WHERE i.code = finding.indicator)
            FROM finding WHERE true""";

    static Finding of(ResultSet row) throws SQLException {
        Instant acknowledgedAt = moment(row, 16);
        String calendar = row.getString(18);
        return new Finding(
                row.getObject(1, UUID.class),
                Oddity.Code.valueOf(row.getString(2)),
                Oddity.Severity.valueOf(row.getString(3)),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                Scope.valueOf(row.getString(7)),
                new Text(row.getString(8), row.getString(9)),
                row.getBigDecimal(10),
                FindingView.State.valueOf(row.getString(11)),
                row.getObject(12, OffsetDateTime.class).toInstant(),
                moment(row, 13),
                acknowledgedAt == null
                        ? null
                        : new FindingView.Acknowledgement(row.getString(14), row.getString(15), acknowledgedAt),
                row.getInt(17),
                calendar == null ? ReportingCalendar.CALENDAR : ReportingCalendar.valueOf(calendar));
    }

    private static @Nullable Instant moment(ResultSet row, int column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    LocalDate closingDay() {
        return calendar.closingDay(Period.parse(period));
    }

    Insights.Place place() {
        return new Insights.Place(unit, period);
    }

    /** @param insider whether the reader may know who acknowledged it, and why */
    FindingView view(Locale language, boolean insider) {
        FindingView.Acknowledgement known = acknowledgement;
        return new FindingView(
                id.toString(),
                code,
                severity,
                indicator,
                unit,
                period,
                scope,
                detail.in(language),
                proposedDenominator == null ? null : new FindingView.Proposed(proposedDenominator),
                state,
                recordedAt,
                resolvedAt,
                known == null || insider ? known : new FindingView.Acknowledgement(null, null, known.at()));
    }
}
