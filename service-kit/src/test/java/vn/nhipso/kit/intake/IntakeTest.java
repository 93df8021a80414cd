package vn.nhipso.kit.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.nhipso.kit.event.CloudEventHeaders;
import vn.nhipso.kit.event.ReceivedEvent;
import vn.nhipso.kit.event.Topic;
import vn.nhipso.kit.event.Topics;
import vn.nhipso.kit.testing.BrokerView;
import vn.nhipso.kit.testing.TestBroker;
import vn.nhipso.kit.testing.TestDatabase;

class IntakeTest {

    private static final Topic TOPIC = Topics.DIRECTORY_TEAMS;

    private final TestBroker broker = TestBroker.create();
    private final BrokerView view = new BrokerView(broker.bootstrap());
    private final List<Intake> intakes = new ArrayList<>();
    private final NumberLine applier = new NumberLine();
    private DataSource database;

    @BeforeEach
    void createDatabase() throws SQLException {
        database = TestDatabase.dataSource(TestDatabase.create("intake"));
        Flyway.configure().dataSource(database).locations("db/kit").load().migrate();
        execute("CREATE TABLE applied (id bigint GENERATED ALWAYS AS IDENTITY, number integer CHECK (number < 1000))");
        broker.start();
        view.createTopic(TOPIC, Map.of());
    }

    @AfterEach
    void stopAll() {
        intakes.forEach(Intake::stop);
        broker.close();
    }

    @Test
    void eventsShouldBeAppliedOnceAcrossRestarts() throws SQLException {
        send("1", "2", "3");
        Intake first = start();
        await().untilAsserted(() -> assertThat(applied()).containsExactly(1, 2, 3));
        first.stop();

        send("4");
        start();

        await().untilAsserted(() -> assertThat(applied()).containsExactly(1, 2, 3, 4));
    }

    @Test
    void poisonousEventShouldBecomeADeadLetterAndBlockNothing() throws SQLException {
        send("1", "no number", "2", "5000", "3");

        start();

        await().untilAsserted(() -> assertThat(applied()).containsExactly(1, 2, 3));
        await().untilAsserted(() -> assertThat(texts("SELECT cause FROM dead_letter ORDER BY record_offset"))
                .satisfiesExactly(cause -> assertThat(cause).contains("no number"), cause -> assertThat(cause)
                        .contains("applied_number_check")));
    }

    @Test
    void recordWithoutCloudEventHeadersShouldBecomeADeadLetter() throws SQLException {
        view.send(List.of(new ProducerRecord<>(TOPIC.name(), 0, "k", new byte[] {0, 1, 2})));
        send("1");

        start();

        await().untilAsserted(() -> assertThat(applied()).containsExactly(1));
        assertThat(texts("SELECT cause FROM dead_letter")).containsExactly("header ce_id is missing");
    }

    @Test
    void outageOfTheDatabaseShouldNotSkipEvents() throws SQLException {
        execute("ALTER TABLE applied RENAME TO hidden");
        send("1");
        start();
        // 42P01, undefined table, is no fault of the event.
        await().during(Duration.ofMillis(500))
                .atMost(Duration.ofSeconds(5))
                .until(() -> texts("SELECT cause FROM dead_letter").isEmpty());

        execute("ALTER TABLE hidden RENAME TO applied");

        await().untilAsserted(() -> assertThat(applied()).containsExactly(1));
    }

    @Test
    void heartbeatShouldMoveTheSequenceWithoutReachingTheApplier() throws SQLException {
        view.send(List.of(message("hb", CloudEventHeaders.HEARTBEAT, 77, new byte[0])));

        start();

        await().untilAsserted(() ->
                assertThat(texts("SELECT sequence::text FROM intake_position")).containsExactly("77"));
        assertThat(applied()).isEmpty();
    }

    @Test
    void batchThatFailsLateShouldLeaveNothingBehind() throws SQLException {
        send("1", "2", "no number");

        start();

        await().untilAsserted(() ->
                assertThat(texts("SELECT record_key FROM dead_letter")).containsExactly("no number"));
        assertThat(applied()).containsExactly(1, 2);
    }

    private Intake start() {
        Intake intake =
                new Intake(database, Map.of("bootstrap.servers", broker.bootstrap()), applier, new FastIntake());
        intakes.add(intake);
        Thread.ofPlatform().daemon().start(intake);
        return intake;
    }

    private void send(String... numbers) {
        List<ProducerRecord<String, byte[]>> messages = new ArrayList<>();
        for (String number : numbers) {
            messages.add(message(number, "number", messages.size() + 1, number.getBytes(StandardCharsets.UTF_8)));
        }
        view.send(messages);
    }

    private static ProducerRecord<String, byte[]> message(String key, String type, long sequence, byte[] data) {
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(TOPIC.name(), 0, key, data);
        CloudEventHeaders.write(
                message.headers(),
                UUID.randomUUID().toString(),
                type,
                "urn:nhipso:directory",
                key,
                Instant.parse("2026-01-01T00:00:00Z"),
                sequence);
        return message;
    }

    private List<Integer> applied() throws SQLException {
        return texts("SELECT number::text FROM applied ORDER BY id").stream()
                .map(Integer::valueOf)
                .toList();
    }

    private List<String> texts(String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Writes down the numbers it is given; whatever is no number, or too large for the table, it cannot apply. */
    private static final class NumberLine implements EventApplier {

        @Override
        public String consumer() {
            return "number-line";
        }

        @Override
        public Set<Topic> topics() {
            return Set.of(TOPIC);
        }

        @Override
        public void apply(Connection transaction, List<ReceivedEvent> events) throws SQLException {
            for (ReceivedEvent event : events) {
                try (PreparedStatement insert =
                        transaction.prepareStatement("INSERT INTO applied (number) VALUES (?)")) {
                    insert.setInt(1, Integer.parseInt(new String(event.data(), StandardCharsets.UTF_8)));
                    insert.executeUpdate();
                }
            }
        }
    }

    private static final class FastIntake implements IntakeConfig {
        @Override
        public boolean enabled() {
            return true;
        }

        @Override
        public int batchSize() {
            return 1000;
        }

        @Override
        public Duration sequenceWait() {
            return Duration.ofSeconds(2);
        }

        @Override
        public Duration retryInterval() {
            return Duration.ofMillis(100);
        }

        @Override
        public Duration sessionTimeout() {
            return Duration.ofSeconds(10);
        }
    }
}
