package vn.nhipso.kit.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.spi.ConfigSource;
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
    private AgroalDataSource pool;

    @BeforeEach
    void createDatabase() throws SQLException {
        String name = TestDatabase.create("intake");
        database = TestDatabase.dataSource(name);
        pool = pool(name);
        Flyway.configure().dataSource(database).locations("db/kit").load().migrate();
        execute("CREATE TABLE applied (id bigint GENERATED ALWAYS AS IDENTITY, number integer CHECK (number < 1000))");
        broker.start();
        view.createTopic(TOPIC, Map.of());
    }

    @AfterEach
    void stopAll() {
        intakes.forEach(Intake::stop);
        pool.close();
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
    void recordsWithHeadersThatNobodyCanStoreShouldBecomeDeadLetters() throws SQLException {
        ProducerRecord<String, byte[]> withoutValue = message("n", "number", 1, new byte[] {'7'});
        withoutValue.headers().remove("ce_type").add("ce_type", null);
        String ahead = Instant.now().plus(Duration.ofDays(2)).toString();
        view.send(List.of(
                withoutValue, at("+300000-01-01T00:00:00Z"), at("0000-01-01T00:00:00Z"), at(ahead), at("tomorrow")));
        send("1");

        start();

        await().untilAsserted(() -> assertThat(applied()).containsExactly(1));
        assertThat(texts("SELECT cause FROM dead_letter ORDER BY record_offset"))
                .satisfiesExactly(
                        cause -> assertThat(cause).isEqualTo("header ce_type is missing"),
                        cause -> assertThat(cause).contains("ce_time is out of bounds"),
                        cause -> assertThat(cause).contains("ce_time is out of bounds"),
                        cause -> assertThat(cause).contains("ce_time is out of bounds"),
                        cause -> assertThat(cause).contains("tomorrow"));
        assertThat(texts("SELECT (event_time < now())::text FROM intake_position"))
                .containsExactly("true");
    }

    @Test
    void keyTooLongForAnIndexShouldBecomeADeadLetterAndBlockNothing() throws SQLException {
        execute("CREATE TABLE keyed (key text PRIMARY KEY)");
        send("1", "too long", "2");

        start();

        await().untilAsserted(() -> assertThat(applied()).containsExactly(1, 2));
        assertThat(texts("SELECT record_key FROM dead_letter")).containsExactly("too long");
    }

    @Test
    void errorShouldNeitherCommitHalfABatchNorEndTheIntake() throws SQLException {
        applier.errors.set(2);
        send("1", "2");

        start();

        await().untilAsserted(() ->
                assertThat(texts("SELECT sequence::text FROM intake_position")).containsExactly("2"));
        assertThat(applier.errors).hasNonPositiveValue();
        assertThat(applied()).containsExactly(1, 2);
    }

    @Test
    void instanceThatStopsInTheMidstOfABatchShouldLetGoOfItsLocks() throws SQLException {
        execute("CREATE TABLE limits (name text)");
        execute(
                "CREATE FUNCTION limits() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
                        + " INSERT INTO limits VALUES (current_setting('idle_in_transaction_session_timeout')); RETURN NULL; END $$");
        execute("CREATE TRIGGER limits AFTER INSERT ON applied FOR EACH STATEMENT EXECUTE FUNCTION limits()");
        send("1");

        start();

        await().untilAsserted(() -> assertThat(texts("SELECT name FROM limits")).containsExactly("15s"));
    }

    @Test
    void suffixShouldGiveASecondDeploymentAConsumerGroupOfItsOwn() throws SQLException {
        send("1");

        start(settings(Map.of("nhipso.intake.group-suffix", "replay")));

        await().untilAsserted(() ->
                assertThat(view.hasPositions("number-line-replay")).isTrue());
        assertThat(view.hasPositions("number-line")).isFalse();
        assertThat(applied()).containsExactly(1);
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
        return start(settings(Map.of()));
    }

    private Intake start(IntakeConfig config) {
        Intake intake = new Intake(pool, Map.of("bootstrap.servers", broker.bootstrap()), applier, config);
        intakes.add(intake);
        Thread.ofPlatform().daemon().start(intake);
        return intake;
    }

    /** As a service would read them. */
    private static IntakeConfig settings(Map<String, String> named) {
        Map<String, String> all = new HashMap<>(Map.of("nhipso.intake.retry-interval", "PT0.1S"));
        all.putAll(named);
        return new SmallRyeConfigBuilder()
                .withMapping(IntakeConfig.class)
                .withSources(new PropertiesConfigSource(all, "test", ConfigSource.DEFAULT_ORDINAL))
                .build()
                .getConfigMapping(IntakeConfig.class);
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

    private static ProducerRecord<String, byte[]> at(String time) {
        ProducerRecord<String, byte[]> message = message("n", "number", 1, new byte[] {'7'});
        message.headers().remove("ce_time").add("ce_time", time.getBytes(StandardCharsets.UTF_8));
        return message;
    }

    /** As services have it: a connection that comes back in the midst of a transaction is not closed. */
    private static AgroalDataSource pool(String database) throws SQLException {
        return AgroalDataSource.from(
                new AgroalDataSourceConfigurationSupplier().connectionPoolConfiguration(pool -> pool.maxSize(2)
                        .connectionFactoryConfiguration(factory -> factory.jdbcUrl(TestDatabase.jdbcUrl(database)))));
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

        private static final String TOO_LONG =
                "INSERT INTO keyed SELECT string_agg(md5(n::text), '') FROM generate_series(1, 500) n";

        /** So many batches fail with an error when they are half applied. */
        private final AtomicInteger errors = new AtomicInteger();

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
                apply(transaction, new String(event.data(), StandardCharsets.UTF_8));
                if (errors.getAndDecrement() > 0) {
                    throw new LinkageError("half applied");
                }
            }
        }

        private static void apply(Connection transaction, String number) throws SQLException {
            boolean tooLong = number.equals("too long");
            String sql = tooLong ? TOO_LONG : "INSERT INTO applied (number) VALUES (?)";
            try (PreparedStatement insert = transaction.prepareStatement(sql)) {
                if (!tooLong) {
                    insert.setInt(1, Integer.parseInt(number));
                }
                insert.executeUpdate();
            }
        }
    }
}
