package vn.nhipso.reporting.testing;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import vn.nhipso.kit.event.ReceivedEvent;
import vn.nhipso.kit.event.Topic;
import vn.nhipso.kit.event.Topics;
import vn.nhipso.kit.intake.EventApplier;
import vn.nhipso.kit.testing.TestDatabase;
import vn.nhipso.reporting.intake.HierarchyIntake;
import vn.nhipso.reporting.intake.ReportingIntake;

/** A migrated database of its own into which a test applies events, without Kafka and Quarkus around it. */
public final class ReportingDatabase {

    private final DataSource dataSource;
    private long sequence;

    public ReportingDatabase() {
        dataSource = TestDatabase.dataSource(TestDatabase.create("reporting"));
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/kit", "classpath:db/migration")
                .load()
                .migrate();
    }

    public DataSource dataSource() {
        return dataSource;
    }

    public Connection connection() throws SQLException {
        return dataSource.getConnection();
    }

    /** Applies events in one transaction, as the intake would. */
    public void apply(List<Event> events) throws SQLException {
        List<ReceivedEvent> received = new ArrayList<>();
        for (Event event : events) {
            received.add(received(event));
        }
        inTransaction(transaction -> {
            for (EventApplier applier : List.of(new HierarchyIntake(), new ReportingIntake())) {
                List<ReceivedEvent> its = received.stream()
                        .filter(event -> applier.topics().contains(event.topic()))
                        .toList();
                if (!its.isEmpty()) {
                    applier.prepare(transaction);
                    applier.apply(transaction, its);
                }
            }
        });
    }

    public void inTransaction(Work work) throws SQLException {
        try (Connection connection = connection()) {
            connection.setAutoCommit(false);
            work.run(connection);
            connection.commit();
        }
    }

    private ReceivedEvent received(Event event) {
        sequence++;
        return new ReceivedEvent(
                event.topic(),
                0,
                sequence,
                event.key(),
                UUID.randomUUID().toString(),
                event.type(),
                "urn:nhipso:" + Topics.producer(event.topic()),
                Instant.parse("2024-01-01T00:00:00Z"),
                sequence,
                event.json().getBytes(StandardCharsets.UTF_8));
    }

    /** An event to be applied. */
    public record Event(Topic topic, String key, String type, String json) {}

    /** Something that is done in a transaction. */
    public interface Work {
        void run(Connection transaction) throws SQLException;
    }
}
