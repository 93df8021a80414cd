package vn.nhipso.indicator.finding.comparison;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import vn.nhipso.indicator.SqlResource;
import vn.nhipso.indicator.check.WeightDiffers;
import vn.nhipso.kit.period.Period;

/** Reads what cites the same weight, in one statement for all. */
@ApplicationScoped
class WeightStore {

    private static final String WEIGHTS = SqlResource.load(WeightStore.class, "weights.sql");

    /** Those of the units and years of the subjects, of the weights that they cite or are. */
    Collection<Weighing> weighings(Connection tx, Collection<Subject> asked) throws SQLException {
        List<Subject> subjects = List.copyOf(asked);
        Map<String, Weighing> weighings = new LinkedHashMap<>();
        try (PreparedStatement select = tx.prepareStatement(WEIGHTS)) {
            array(tx, select, 1, "text", subjects, Subject::unit);
            array(tx, select, 2, "int4", subjects, subject -> subject.period().year());
            array(tx, select, 3, "text", subjects, Subject::indicator);
            array(tx, select, 4, "text", subjects, subject -> subject.scope().name());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String weight = row.getString(2);
                    add(
                            row,
                            subjects.get(row.getInt(1) - 1),
                            weighings.computeIfAbsent(row.getInt(1) + " " + weight, key -> new Weighing(weight)));
                }
            }
        }
        return weighings.values();
    }

    private static void add(ResultSet row, Subject subject, Weighing weighing) throws SQLException {
        String indicator = row.getString(3);
        String period = row.getString(4);
        BigDecimal number = row.getBigDecimal(7);
        boolean weight = indicator.equals(row.getString(2));
        if (!weight) {
            weighing.citing(
                    new Weighing.Citing(subject.unit(), period, indicator, subject.scope(), row.getBigDecimal(8)));
        }
        if (row.getBoolean(6) && number != null) {
            WeightDiffers.Cited cited = new WeightDiffers.Cited(indicator, Period.parse(period), row.getInt(5), number);
            if (weight) {
                weighing.weight(cited);
            } else {
                weighing.citation(cited);
            }
        }
    }

    private static void array(
            Connection tx,
            PreparedStatement statement,
            int place,
            String type,
            List<Subject> subjects,
            Function<Subject, Object> column)
            throws SQLException {
        statement.setArray(
                place, tx.createArrayOf(type, subjects.stream().map(column).toArray()));
    }
}
