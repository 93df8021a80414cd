package vn.nhipso.reporting.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.nhipso.kit.period.Period;
import vn.nhipso.reporting.testing.ReportingDatabase;

class PeriodsTest {

    private final ReportingDatabase database = new ReportingDatabase();

    @Test
    void newPeriodsShouldBeTakenInOneOrderSoThatTwoWhoKnowThemCannotHoldEachOtherUp() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                Connection first = database.connection();
                Connection second = database.connection();
                Connection third = database.connection()) {
            first.setAutoCommit(false);
            Periods.know(first, periods("2031-01-01"));

            Future<?> waiting = threads.submit(() -> {
                second.setAutoCommit(false);
                Periods.know(second, periods("2031-01-03", "2031-01-02", "2031-01-01"));
                second.commit();
                return true;
            });
            await().until(this::isSomebodyWaiting);

            execute(third, "SET lock_timeout = '1s'");
            assertThatCode(() -> Periods.know(third, periods("2031-01-03", "2031-01-02")))
                    .doesNotThrowAnyException();
            first.commit();
            waiting.get();
        }
    }

    @Test
    void monthThatIsNewToTwoInstancesShouldMakeNeitherWaitForTheOther() throws Exception {
        try (Connection first = database.connection();
                Connection second = database.connection()) {
            first.setAutoCommit(false);
            Periods.know(first, periods("2031-01", "2031-Q1", "2031-YTD02"));

            execute(second, "SET lock_timeout = '1s'");
            assertThatCode(() -> Periods.know(second, periods("2031-YTD02", "2031-01", "2031-H1", "2031")))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void periodsThatAreThereFromTheBeginningShouldBeThoseOfTheCalendarAsTheyAreWritten() throws Exception {
        Map<String, List<Object>> there = new HashMap<>();
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM period")) {
            while (rows.next()) {
                there.put(
                        rows.getString("period"),
                        List.of(
                                rows.getString("kind"),
                                rows.getObject("starts", LocalDate.class),
                                rows.getObject("ends", LocalDate.class),
                                rows.getInt("months")));
            }
        }
        Map<String, List<Object>> calendar = IntStream.rangeClosed(1990, 2060)
                .boxed()
                .flatMap(PeriodsTest::ofYear)
                .collect(Collectors.toMap(
                        Period::toString,
                        period -> List.of(
                                period.kind().name(),
                                period.start(),
                                period.end(),
                                period.months().size())));
        assertThat(there).isEqualTo(calendar);
    }

    private static Stream<Period> ofYear(int year) {
        return Stream.of(
                        Stream.of(Period.parse(Integer.toString(year))),
                        Stream.of(1, 2).map(half -> Period.parse(year + "-H" + half)),
                        IntStream.rangeClosed(1, 4).mapToObj(quarter -> Period.parse(year + "-Q" + quarter)),
                        IntStream.rangeClosed(1, 12).mapToObj(month -> Period.parse(written(year + "-", month))),
                        IntStream.of(2, 4, 5, 7, 8, 9, 10, 11)
                                .mapToObj(months -> Period.parse(written(year + "-YTD", months))))
                .flatMap(periods -> periods);
    }

    private static String written(String before, int number) {
        return before + (number < 10 ? "0" : "") + number;
    }

    private static List<Period> periods(String... named) {
        return Stream.of(named).map(Period::parse).toList();
    }

    private boolean isSomebodyWaiting() throws SQLException {
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'")) {
            return found.next();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
