package vn.nhipso.reporting.scoreboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.nhipso.kit.period.Period;
import vn.nhipso.kit.period.ReportingCalendar;
import vn.nhipso.reporting.catalogue.Definition;
import vn.nhipso.reporting.catalogue.Target;
import vn.nhipso.reporting.rollup.Figure;

/** Only what accumulates is given time until the end of a longer period. */
class TargetStatusTest {

    @ParameterizedTest(name = "{0} {1}: {3} in {2} against {4} {5} is {6}")
    @CsvSource({
        "RATIO, STOCK, 2024-01-02, 1, >=, 80, BEHIND",
        "SHARE, STOCK, 2024-01-02, 1, >=, 80, BEHIND",
        "COUNT, STOCK, 2024-01-02, 1, >=, 80, BEHIND",
        "RATIO, FLOW, 2024-H1, 79, >=, 80, BEHIND",
        "RATIO, STOCK, 2024-H1, 80, >=, 80, MET",
        "RATIO, STOCK, 2024-H1, 81, >=, 80, EXCEEDED",
        "RATIO, STOCK, 2024-H1, 21, <=, 20, BEHIND",
        "RATIO, STOCK, 2024-H1, 20, <=, 20, MET",
        "COUNT, FLOW, 2024-H1, 50, >=, 100, ON_TRACK",
        "COUNT, FLOW, 2024-H1, 49, >=, 100, BEHIND",
        "COUNT, FLOW, 2024-Q3, 26, >=, 100, ON_TRACK",
        "COUNT, FLOW, 2024-Q3, 24, >=, 100, BEHIND",
        "COUNT, FLOW, 2024-H1, 120, >=, 100, EXCEEDED",
        "COUNT, FLOW, 2024-H1, 10, <=, 100, ON_TRACK",
        "COUNT, FLOW, 2024, 99, >=, 100, BEHIND"
    })
    void belowATargetOfALongerPeriodOnlyWhatAccumulatesShouldBeOnTrack(
            String kind, String nature, String period, BigDecimal number, String sign, BigDecimal aim, String status) {
        Definition definition = new Definition(
                "A",
                1,
                new Definition.Names("A", "A"),
                "GOVERNMENT",
                Definition.Kind.valueOf(kind),
                nature,
                "%",
                2,
                "UP",
                4,
                2,
                ReportingCalendar.CALENDAR,
                null);
        Target target =
                new Target("A", "t", "870", Period.parse("2024"), Target.Comparator.of(sign), aim, 0, null, null);
        Figure figure = new Figure(null, null, null, number, 0, number, BigDecimal.ONE);
        assertThat(TargetStatus.of(definition, Period.parse(period), figure, target))
                .hasToString(status);
    }
}
