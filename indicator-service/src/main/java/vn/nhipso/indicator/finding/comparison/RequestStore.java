package vn.nhipso.indicator.finding.comparison;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/** Measurements to look at that the followed log does not tell of: they are put down in the transaction that gives the cause. */
@ApplicationScoped
class RequestStore {

    private static final String ADD = """
            INSERT INTO check_request (unit, period, indicator, scope) SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::text[])
            """;

    void add(Connection tx, List<Subject> subjects) throws SQLException {
        try (PreparedStatement add = tx.prepareStatement(ADD)) {
            array(tx, add, 1, subjects, Subject::unit);
            array(tx, add, 2, subjects, subject -> subject.period().toString());
            array(tx, add, 3, subjects, Subject::indicator);
            array(tx, add, 4, subjects, subject -> subject.scope().name());
            add.executeUpdate();
        }
    }

    private static void array(
            Connection tx,
            PreparedStatement statement,
            int place,
            List<Subject> subjects,
            Function<Subject, String> column)
            throws SQLException {
        statement.setArray(
                place, tx.createArrayOf("text", subjects.stream().map(column).toArray()));
    }
}
