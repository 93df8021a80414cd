package vn.nhipso.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.nhipso.kit.active.OneActive;
import vn.nhipso.kit.event.CloudEventHeaders;
import vn.nhipso.kit.event.ReceivedEvent;
import vn.nhipso.kit.event.Topic;
import vn.nhipso.kit.event.Topics;
import vn.nhipso.kit.testing.BrokerView;
import vn.nhipso.kit.testing.TestBroker;
import vn.nhipso.kit.testing.TestDatabase;

/** Faults on purpose: broker down, crash between send and mark, two relays, late commit, rollback. */
class OutboxRelayTest {

    private static final Topic TOPIC = Topics.DIRECTORY_TEAMS;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String TYPE = "vn.nhipso.team.changed.v1";

    private static final TestBroker BROKER = TestBroker.create();
    private static final String MIGRATED = migrated();

    private final BrokerView view = new BrokerView(BROKER.bootstrap());
    private final List<OneActive> relays = new ArrayList<>();
    private DataSource database;

    @BeforeAll
    static void startBroker() {
        BROKER.start();
    }

    @AfterAll
    static void stopBroker() {
        BROKER.close();
    }

    private static String migrated() {
        String name = TestDatabase.create("outbox");
        Flyway.configure()
                .dataSource(TestDatabase.dataSource(name))
                .locations("db/kit")
                .load()
                .migrate();
        return name;
    }

    @BeforeEach
    void beginAnew() {
        database = TestDatabase.dataSource(TestDatabase.copyOf(MIGRATED));
        view.deleteTopic(TOPIC);
    }

    @AfterEach
    void stopAll() throws InterruptedException {
        stopRelays();
    }

    @Test
    void eventsShouldArriveInTheOrderOfTheirPositions() throws SQLException {
        startRelay();

        write(IntStream.range(0, 500).mapToObj(n -> "k" + n).toArray(String[]::new));

        await().untilAsserted(() -> assertThat(keys()).hasSize(500).startsWith("k0", "k1", "k2"));
        assertThat(view.read(TOPIC)).extracting(ReceivedEvent::sequence).isSorted();
        await().untilAsserted(() -> assertThat(count("outbox")).isZero());
    }

    @Test
    void lateCommitOfAnEarlierPositionShouldNotBeSkipped() throws SQLException {
        startRelay();
        try (Connection slow = database.getConnection()) {
            slow.setAutoCommit(false);
            append(slow, "early");
            write("late");

            // The later position is committed, yet nothing may pass the earlier one that is still open.
            await().during(Duration.ofMillis(500)).atMost(Duration.ofSeconds(5)).until(() -> keys().isEmpty());
            slow.commit();
        }

        await().untilAsserted(() -> assertThat(keys()).containsExactly("early", "late"));
    }

    @Test
    void heartbeatsShouldNotTellATimeAtWhichASlowWriterMayHaveStamped() throws SQLException {
        startRelay();
        write("before");
        await().untilAsserted(() -> assertThat(newestHeartbeat()).isAfter(Instant.EPOCH));
        try (Connection slow = database.getConnection();
                Statement enter = slow.createStatement()) {
            slow.setAutoCommit(false);
            enter.execute("SELECT pg_advisory_xact_lock_shared(7301, 1)");
            Instant stamped = Instant.now();
            await().during(Duration.ofMillis(400)).atMost(Duration.ofSeconds(5)).until(() -> !newestHeartbeat()
                    .isAfter(stamped));
            append(slow, "slow");
            slow.commit();
            await().untilAsserted(() -> assertThat(newestHeartbeat()).isAfter(stamped));
        }

        assertThat(keys()).containsExactly("before", "slow");
    }

    private Instant newestHeartbeat() {
        return view.records(TOPIC).stream()
                .map(CloudEventHeaders::read)
                .filter(event -> event.type().equals(CloudEventHeaders.HEARTBEAT))
                .map(ReceivedEvent::time)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    @Test
    void longTransactionOutsideTheOutboxShouldNotHoldEventsBack() throws SQLException {
        startRelay();
        try (Connection reader = database.getConnection();
                Statement elsewhere = reader.createStatement()) {
            reader.setAutoCommit(false);
            elsewhere.execute("CREATE TABLE elsewhere AS SELECT pg_current_xact_id()");

            write("k");

            await().untilAsserted(() -> assertThat(keys()).containsExactly("k"));
            reader.rollback();
        }
    }

    @Test
    void rolledBackEventShouldNeverBeSent() throws SQLException {
        startRelay();
        try (Connection failing = database.getConnection()) {
            failing.setAutoCommit(false);
            append(failing, "never");
            failing.rollback();
        }

        write("kept");

        await().untilAsserted(() -> assertThat(keys()).containsExactly("kept"));
    }

    @Test
    void eventWrittenInACommonTableExpressionShouldHoldTheWritersLock() throws SQLException {
        startRelay();
        try (Connection slow = database.getConnection();
                Statement insert = slow.createStatement()) {
            slow.setAutoCommit(false);
            insert.execute("""
                    WITH rows AS (SELECT 'cte' AS key),
                    sent AS (INSERT INTO outbox (aggregatetype, aggregateid, type, partition, payload)
                             SELECT 'directory.teams', key, 't', 0, '{}' FROM rows RETURNING position)
                    SELECT max(position) FROM sent
                    """);
            write("late");
            await().during(Duration.ofMillis(300)).atMost(Duration.ofSeconds(5)).until(() -> keys().isEmpty());
            slow.commit();
        }

        await().untilAsserted(() -> assertThat(keys()).containsExactly("cte", "late"));
    }

    @Test
    void outageOfTheBrokerShouldLoseNothing() throws SQLException {
        startRelay();
        write("before");
        await().untilAsserted(() -> assertThat(keys()).containsExactly("before"));

        BROKER.stop();
        write("during");
        BROKER.start();

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(keys()).contains("before", "during"));
    }

    @Test
    void crashBetweenSendingAndMarkingShouldSendAgainAndLoseNothing() throws SQLException, InterruptedException {
        startRelay();
        write("a", "b");
        await().untilAsserted(() -> assertThat(count("outbox")).isZero());
        stopRelays();

        // What a crash leaves behind: Kafka has the events, the table does not know it.
        execute("UPDATE outbox_relay SET position = 0");
        execute("""
                INSERT INTO outbox (position, aggregatetype, aggregateid, type, partition, payload)
                VALUES (1, 'directory.teams', 'a', 't', 0, '{}'), (2, 'directory.teams', 'b', 't', 0, '{}')
                """);
        startRelay();

        await().untilAsserted(() -> assertThat(keys()).containsExactly("a", "b", "a", "b"));
    }

    @Test
    void onlyOneOfTwoRelaysShouldSend() throws SQLException {
        startRelay();
        startRelay();

        write(IntStream.range(0, 200).mapToObj(n -> "k" + n).toArray(String[]::new));

        await().untilAsserted(() -> assertThat(keys()).hasSize(200));
        await().during(Duration.ofSeconds(1)).atMost(Duration.ofSeconds(5)).until(() -> keys().size() == 200);
    }

    @Test
    void secondRelayShouldTakeOverWhenTheFirstEnds() throws SQLException, InterruptedException {
        OneActive first = startRelay();
        write("one");
        await().untilAsserted(() -> assertThat(keys()).containsExactly("one"));
        startRelay();

        first.stop(PATIENCE);
        write("two");

        await().untilAsserted(() -> assertThat(keys()).containsExactly("one", "two"));
    }

    @Test
    void everyPartitionShouldGetAHeartbeatWithThePosition() throws SQLException {
        startRelay();
        write("k");

        await().untilAsserted(() -> assertThat(view.records(TOPIC).stream()
                        .map(CloudEventHeaders::read)
                        .filter(event -> event.type().equals(CloudEventHeaders.HEARTBEAT))
                        .mapToLong(ReceivedEvent::sequence)
                        .max())
                .hasValue(1));
    }

    @Test
    void relayShouldRefuseATopicThatForgets() {
        view.createTopic(TOPIC, Map.of("retention.ms", "1000"));

        OneActive relay = startRelay();

        await().untilAsserted(() -> assertThat(relay.refusal()).contains("retention.ms"));
    }

    private OneActive startRelay() {
        OneActive relay = new OneActive(
                database,
                new OutboxRelay(
                        new OutboxTopics("directory", List.of(TOPIC)),
                        BROKER.bootstrap(),
                        new FastRelay(),
                        Clock.systemUTC()));
        relays.add(relay);
        relay.start();
        return relay;
    }

    private void stopRelays() throws InterruptedException {
        for (OneActive relay : relays) {
            relay.stop(PATIENCE);
        }
    }

    private List<String> keys() {
        return view.read(TOPIC).stream().map(ReceivedEvent::key).toList();
    }

    private void write(String... keys) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            append(connection, keys);
            connection.commit();
        }
    }

    private static void append(Connection transaction, String... keys) throws SQLException {
        List<OutboxMessage> messages = new ArrayList<>();
        for (String key : keys) {
            messages.add(new OutboxMessage(TOPIC, key, TYPE, "{\"id\":\"" + key + "\"}"));
        }
        new Outbox(null, null).append(transaction, messages);
    }

    private long count(String table) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static final class FastRelay implements RelayConfig {
        @Override
        public boolean enabled() {
            return true;
        }

        @Override
        public Duration pollInterval() {
            return Duration.ofMillis(5);
        }

        @Override
        public int batchSize() {
            return 100;
        }

        @Override
        public Duration heartbeatInterval() {
            return Duration.ofMillis(200);
        }

        @Override
        public Duration busyHeartbeatInterval() {
            return Duration.ofMillis(20);
        }

        @Override
        public Duration retryInterval() {
            return Duration.ofMillis(100);
        }
    }
}
