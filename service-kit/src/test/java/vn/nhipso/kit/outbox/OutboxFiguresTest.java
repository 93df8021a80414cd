package vn.nhipso.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import vn.nhipso.kit.testing.TestDatabase;

class OutboxFiguresTest {

    @Test
    void eventsThatWaitShouldBeCountedWithTheAgeOfTheOldest() throws SQLException {
        var database = TestDatabase.dataSource(TestDatabase.create("figures"));
        Flyway.configure().dataSource(database).locations("db/kit").load().migrate();
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        OutboxFigures figures = new OutboxFigures(registry);
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            figures.run(connection);
            assertThat(value(registry, "nhipso.outbox.waiting")).isZero();
            assertThat(value(registry, "nhipso.outbox.oldest")).isZero();

            statement.execute(
                    "INSERT INTO outbox (aggregatetype, aggregateid, type, partition, payload, recorded_at)"
                            + " SELECT 'directory.teams', 'k', 't', 0, '{}', now() - n * interval '1 minute' FROM generate_series(3, 1, -1) n");
            figures.run(connection);

            assertThat(value(registry, "nhipso.outbox.waiting")).isEqualTo(3);
            assertThat(value(registry, "nhipso.outbox.oldest")).isBetween(180.0, 240.0);
        }
    }

    private static double value(SimpleMeterRegistry registry, String name) {
        return registry.get(name).gauge().value();
    }
}
