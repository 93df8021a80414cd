package vn.nhipso.reporting.catalogue;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
            Periods.know(first, periods("2031-01"));

            Future<?> waiting = threads.submit(() -> {
                second.setAutoCommit(false);
                Periods.know(second, periods("2031-03", "2031-02", "2031-01"));
                second.commit();
                return true;
            });
            await().until(this::isSomebodyWaiting);

            execute(third, "SET lock_timeout = '1s'");
            assertThatCode(() -> Periods.know(third, periods("2031-03", "2031-02")))
                    .doesNotThrowAnyException();
            first.commit();
            waiting.get();
        }
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
