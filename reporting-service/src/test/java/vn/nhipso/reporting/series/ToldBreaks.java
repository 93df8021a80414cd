package vn.nhipso.reporting.series;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.nhipso.kit.period.Period;

/** The breaks between periods in words, for tests elsewhere. */
public final class ToldBreaks {

    private ToldBreaks() {}

    public static String of(Connection connection, Collection<String> units, List<Period> periods) throws SQLException {
        List<SeriesBreaks.Step> steps = new ArrayList<>();
        for (String unit : units) {
            for (int period = 1; period < periods.size(); period++) {
                steps.add(new SeriesBreaks.Step(
                        unit, periods.get(period - 1).end(), periods.get(period).end()));
            }
        }
        Map<SeriesBreaks.Step, SeriesBreak> breaks = new TreeMap<>(Comparator.comparing(SeriesBreaks.Step::toString));
        breaks.putAll(SeriesBreaks.of(connection, steps));
        return breaks.toString();
    }
}
