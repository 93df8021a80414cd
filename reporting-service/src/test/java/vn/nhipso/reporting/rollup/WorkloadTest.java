package vn.nhipso.reporting.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.nhipso.kit.period.Period;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.reporting.ReportingProblem;
import vn.nhipso.reporting.known.KnownMoments;
import vn.nhipso.reporting.rollup.RollupReader.Pair;
import vn.nhipso.reporting.testing.Events;
import vn.nhipso.reporting.testing.Events.Version;
import vn.nhipso.reporting.testing.ReportingDatabase;
import vn.nhipso.reporting.testing.ReportingDatabase.Event;

/** A question is refused for what it is made of, not for how few numbers it asks for. */
class WorkloadTest {

    private static final int COMMUNES = 1_000;
    private static final ReportingDatabase DATABASE = new ReportingDatabase();

    @BeforeAll
    static void communes() throws SQLException {
        List<Version> units = IntStream.range(0, COMMUNES)
                .mapToObj(commune -> Events.unit("596" + commune, "COMMUNE", "VN"))
                .toList();
        DATABASE.apply(Events.change(1, units));
    }

    @Test
    void fewNumbersThatAreMadeOfVeryManyShouldBeRefused() throws SQLException {
        DATABASE.inTransaction(connection -> {
            RollupReader reader = new RollupReader(connection);
            assertThat(reader.isMuch(days(100), List.of("VN"))).isTrue();
            assertThat(reader.isMuch(days(101), List.of("5960", "5961"))).isFalse();
            assertThatThrownBy(() -> reader.isMuch(days(101), List.of("VN")))
                    .isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(refused.code())
                            .isEqualTo(ReportingProblem.TOO_MANY_ITEMS));
        });
    }

    @Test
    void onlyWhatHasToBeMadeAndDoesNotFitShouldBeLeftOutInPassing() throws SQLException {
        List<String> made =
                IntStream.range(0, 101).mapToObj(one -> "X596-" + one).toList();
        List<String> all = new ArrayList<>(made);
        all.add("X596-KEPT");
        List<Event> events = new ArrayList<>();
        all.forEach(one -> events.add(Events.definition(one, "RATIO", "FLOW", "COMMUNE", null)));
        made.forEach(one -> events.add(Events.measurement(one + " 5960 2024-01 OWN 1/2")));
        events.add(Events.measurement("X596-KEPT 5960 2024-Q1 OWN 1/2"));
        DATABASE.apply(events);
        DATABASE.inTransaction(connection -> {
            List<String> withKept = new ArrayList<>(made.subList(0, 100));
            withKept.add("X596-KEPT");
            assertThat(bearable(connection, all, false)).isEqualTo(withKept);
            KnownMoments.enter(connection, Instant.parse("2024-06-01T00:00:00Z"));
            assertThat(bearable(connection, all, true)).isEqualTo(made.subList(0, 20));
        });
    }

    private static List<String> bearable(Connection connection, List<String> indicators, boolean asOf)
            throws SQLException {
        return new RollupAnswers(connection, LocalDate.of(2026, 1, 1))
                .bearable(indicators, Period.parse("2024-Q1"), List.of("VN"), asOf);
    }

    private static List<Pair> days(int count) {
        return IntStream.range(0, count)
                .mapToObj(day -> new Pair("REG-TEAMS", Period.parse("2024-01-01")))
                .toList();
    }
}
