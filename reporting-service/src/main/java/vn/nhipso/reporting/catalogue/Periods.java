package vn.nhipso.reporting.catalogue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import vn.nhipso.kit.period.Period;
import vn.nhipso.reporting.sql.Rows;
import vn.nhipso.reporting.sql.SqlText;

/** The periods that anything was said of, with their days, for statements to compare. */
public final class Periods {

    private static final String KNOW =
            SqlText.of(Periods.class, "know-periods.sql").text();

    private Periods() {}

    public static void know(Connection transaction, List<Period> periods) throws SQLException {
        try (PreparedStatement know = transaction.prepareStatement(KNOW)) {
            bind(know, 1, transaction, periods);
            know.executeUpdate();
        }
    }

    /** Five arrays from that parameter on: period, kind, first and last day, months. */
    public static void bind(PreparedStatement statement, int parameter, Connection connection, List<Period> periods)
            throws SQLException {
        Rows<Period> rows = new Rows<>(connection, periods);
        statement.setArray(parameter, rows.column("text", Period::toString));
        statement.setArray(
                parameter + 1, rows.column("text", period -> period.kind().name()));
        statement.setArray(parameter + 2, rows.column("date", Period::start));
        statement.setArray(parameter + 3, rows.column("date", Period::end));
        statement.setArray(parameter + 4, rows.column("int2", period ->
                (short) period.months().size()));
    }
}
