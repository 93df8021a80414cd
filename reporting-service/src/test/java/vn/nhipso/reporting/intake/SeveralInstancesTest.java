package vn.nhipso.reporting.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.nhipso.reporting.testing.Events.change;
import static vn.nhipso.reporting.testing.Events.definition;
import static vn.nhipso.reporting.testing.Events.measurement;
import static vn.nhipso.reporting.testing.Events.unit;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import vn.nhipso.kit.event.CloudEventHeaders;
import vn.nhipso.kit.event.Topic;
import vn.nhipso.kit.event.Topics;
import vn.nhipso.kit.intake.EventApplier;
import vn.nhipso.kit.intake.Intake;
import vn.nhipso.kit.intake.IntakeConfig;
import vn.nhipso.kit.testing.BrokerView;
import vn.nhipso.kit.testing.KafkaProbe;
import vn.nhipso.kit.testing.TestBroker;
import vn.nhipso.reporting.testing.ReportingDatabase;
import vn.nhipso.reporting.testing.ReportingDatabase.Event;

/** Instances of the intake on one database, one of them killed, one paused while others do its work: the effect is that of a single one. */
class SeveralInstancesTest {

    private static final int FIGURES = 300;
    private static final List<Topic> TOPICS = List.of(
            Topics.DIRECTORY_HIERARCHY,
            Topics.DIRECTORY_TEAMS,
            Topics.INDICATOR_CATALOGUE,
            Topics.INDICATOR_MEASUREMENTS);

    private final TestBroker broker = TestBroker.create();
    private final BrokerView view = new BrokerView(broker.bootstrap());
    private final List<Intake> intakes = new ArrayList<>();
    private final Random random = new Random(550);
    private long sequence;

    @BeforeEach
    void startBroker() {
        broker.start();
        TOPICS.forEach(topic -> view.createTopic(topic, Map.of()));
    }

    @AfterEach
    void stopAll() {
        intakes.forEach(Intake::stop);
        // It waits for its clients; nobody has to wait for it.
        Thread.ofPlatform().daemon().start(broker::close);
    }

    @Test
    void killedPausedAndDoubledInstancesShouldHaveTheEffectOfOne() throws Exception {
        List<Event> events = new ArrayList<>(change(
                1,
                List.of(
                        unit("553", "PROVINCE", "VN"),
                        unit("5531", "DISTRICT", "553"),
                        unit("55311", "COMMUNE", "5531"),
                        unit("55312", "COMMUNE", "5531"))));
        for (int indicator = 0; indicator < 4; indicator++) {
            events.add(definition("B5-I" + indicator, "RATIO", "FLOW", "COMMUNE", null));
        }
        List<Event> figures = figures();
        send(events);
        send(figures.subList(0, FIGURES / 2));
        ReportingDatabase shared = new ReportingDatabase();

        start(shared.dataSource(), null);
        // It does not know that its partitions have gone to others, as after a long pause: a group of its own has all
        // of them, too.
        Pause pause = new Pause(shared.dataSource(), 4);
        start(pause, "zombie");
        start(shared.dataSource(), null);
        await().until(() -> pause.isReached() && number(shared, "SELECT count(*) FROM fact") > 0);
        // What it had begun goes with its connections, in the middle of whatever it did.
        killConnections(shared);
        send(figures.subList(FIGURES / 2, FIGURES));
        killConnections(shared);
        await().atMost(Duration.ofSeconds(60)).until(() -> reached(shared));
        String before = state(shared);
        pause.end();
        await().until(pause::isOver);
        send(List.of());
        await().atMost(Duration.ofSeconds(60)).until(() -> reached(shared));

        assertThat(state(shared)).isEqualTo(before);
        ReportingDatabase replayed = new ReportingDatabase();
        start(replayed.dataSource(), "replay");
        await().atMost(Duration.ofSeconds(60)).until(() -> reached(replayed));
        assertThat(state(replayed)).isEqualTo(before);
        assertThat(number(shared, "SELECT count(*) FROM dead_letter")).isZero();
        assertThat(number(shared, "SELECT count(*) FROM fact"))
                .isEqualTo(figures.stream().map(Event::key).distinct().count());
    }

    /** Several revisions of a figure, in order as from one writer. */
    private List<Event> figures() {
        Map<String, Integer> revisions = new java.util.HashMap<>();
        List<Event> figures = new ArrayList<>();
        for (int figure = 0; figure < FIGURES; figure++) {
            String key = "B5-I" + random.nextInt(4) + " 5531" + (1 + random.nextInt(2)) + " "
                    + (2020 + random.nextInt(4)) + "-0" + (1 + random.nextInt(9)) + " OWN";
            int revision = revisions.merge(key, 1, Integer::sum);
            figures.add(measurement(revision, key + " " + random.nextInt(100) + "/100"));
        }
        return Collections.unmodifiableList(figures);
    }

    private void send(List<Event> events) {
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        for (Event event : events) {
            String[] key = event.key().split("\\|");
            int partition = event.topic().partitions() == 1
                    ? 0
                    : Topics.partition(event.topic(), key[0] + "|" + key[2].substring(0, 4));
            byte[] data = event.json().getBytes(StandardCharsets.UTF_8);
            records.add(KafkaProbe.message(event.topic(), partition, event.key(), event.type(), ++sequence, data));
        }
        sequence++;
        for (Topic topic : TOPICS) {
            for (int partition = 0; partition < topic.partitions(); partition++) {
                records.add(
                        KafkaProbe.message(topic, partition, null, CloudEventHeaders.HEARTBEAT, sequence, new byte[0]));
            }
        }
        view.send(records);
    }

    /** An instance of the service, as far as its intake goes. */
    private void start(DataSource dataSource, String group) {
        for (EventApplier applier : List.of(new HierarchyIntake(), new ReportingIntake())) {
            Intake intake = new Intake(
                    dataSource,
                    Map.of("bootstrap.servers", broker.bootstrap()),
                    applier,
                    new SmallBatches(Optional.ofNullable(group)));
            intakes.add(intake);
            Thread.ofPlatform().daemon().start(intake);
        }
    }

    private boolean reached(ReportingDatabase database) throws SQLException {
        int partitions = TOPICS.stream().mapToInt(Topic::partitions).sum();
        return number(database, "SELECT count(*) FROM intake_position WHERE sequence >= " + sequence) == partitions;
    }

    private static void killConnections(ReportingDatabase database) throws SQLException {
        number(
                database,
                "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");
    }

    /** Everything that was applied, but for the moments at which it was. */
    private static String state(ReportingDatabase database) throws SQLException {
        StringBuilder state = new StringBuilder();
        for (String table :
                List.of("rollup", "rollup_period", "fact", "fact_revision", "unit_version", "unit_ancestor")) {
            state.append(table)
                    .append(text(
                            database,
                            "SELECT count(*) || ':' || coalesce(sum(hashtextextended(t::text, 0)), 0) FROM " + table
                                    + " t"));
        }
        return state.toString();
    }

    private static long number(ReportingDatabase database, String query) throws SQLException {
        return Long.parseLong(text(database, query));
    }

    private static String text(ReportingDatabase database, String query) throws SQLException {
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private record SmallBatches(Optional<String> groupSuffix) implements IntakeConfig {

        @Override
        public boolean enabled() {
            return true;
        }

        @Override
        public int batchSize() {
            return 40;
        }

        @Override
        public Duration sequenceWait() {
            return Duration.ofSeconds(2);
        }

        @Override
        public Duration sessionTimeout() {
            return Duration.ofSeconds(10);
        }

        @Override
        public Duration retryInterval() {
            return Duration.ofMillis(100);
        }
    }

    /** Connections of a process that stands still, from a given one on, with what it has read in its hands. */
    private static final class Pause extends PGSimpleDataSource {

        private final AtomicInteger left;
        private final CountDownLatch end = new CountDownLatch(1);
        private final CountDownLatch over = new CountDownLatch(1);

        Pause(DataSource original, int after) {
            PGSimpleDataSource to = (PGSimpleDataSource) original;
            setURL(to.getURL());
            setUser(to.getUser());
            setPassword(to.getPassword());
            left = new AtomicInteger(after);
        }

        boolean isReached() {
            return left.get() < 0;
        }

        void end() {
            end.countDown();
        }

        boolean isOver() {
            return over.getCount() == 0;
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (left.decrementAndGet() < 0) {
                try {
                    end.await();
                } catch (InterruptedException interrupted) {
                    throw new SQLException(interrupted);
                }
            }
            Connection connection = super.getConnection();
            if (left.get() < 0 && end.getCount() == 0) {
                over.countDown();
            }
            return connection;
        }
    }
}
