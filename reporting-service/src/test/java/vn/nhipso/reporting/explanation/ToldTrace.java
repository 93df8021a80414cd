package vn.nhipso.reporting.explanation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import vn.nhipso.kit.period.Period;
import vn.nhipso.reporting.rollup.Scope;

/** An explanation in words, for tests elsewhere. */
public final class ToldTrace {

    private ToldTrace() {}

    public static String of(Connection connection, String indicator, Period period, String unit, LocalDate today)
            throws SQLException {
        return Trace.of(connection, indicator, period, unit, Scope.WHOLE, today).toString();
    }
}
