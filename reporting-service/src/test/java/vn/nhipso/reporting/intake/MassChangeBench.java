package vn.nhipso.reporting.intake;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import vn.nhipso.kit.event.Topic;
import vn.nhipso.kit.event.Topics;
import vn.nhipso.kit.testing.KafkaProbe;
import vn.nhipso.kit.testing.NhipsoTestResource;
import vn.nhipso.reporting.testing.Events;
import vn.nhipso.reporting.testing.Feed;
import vn.nhipso.reporting.testing.ReportingDatabase.Event;

/**
 * How long a national list takes from its marker to the readers, and what waits meanwhile: {@code -Dtest=MassChangeBench -Dnhipso.bench=true
 * -Dnhipso.bench.events=<folder>}. The folder holds files of events, a line an event (type, key and data between tabs), applied in the order
 * of {@code -Dnhipso.bench.files=defs.tsv,a.tsv,facts.tsv,…}.
 */
@QuarkusTest
@WithTestResource(NhipsoTestResource.class)
@EnabledIfSystemProperty(named = "nhipso.bench", matches = "true")
class MassChangeBench {

    private static final Logger LOG = Logger.getLogger(MassChangeBench.class);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    @Inject
    DataSource dataSource;

    @Test
    void measure() throws Exception {
        Feed.topics();
        Feed.send(Events.definition("BENCH", "COUNT", "FLOW", "COMMUNE", null));
        Path folder = Path.of(System.getProperty("nhipso.bench.events"));
        for (String file :
                System.getProperty("nhipso.bench.files", "defs.tsv,a.tsv").split(",")) {
            measure(file, events(folder.resolve(file)));
        }
        LOG.infof("bench dead letters: %d", number("SELECT count(*) FROM dead_letter"));
    }

    private void measure(String file, List<Event> events) throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        AtomicInteger slowest = new AtomicInteger();
        Thread beside = Thread.ofPlatform().start(() -> singles(done, slowest));
        List<String> token = Feed.send(events);
        long sent = System.nanoTime();
        long goal = Long.parseLong(token.getFirst().substring("directory:".length()));
        Awaitility.await()
                .atMost(LONGEST)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> number("SELECT min(sequence) FROM intake_position") >= goal);
        double seconds = (System.nanoTime() - sent) / 1e9;
        done.set(true);
        beside.join();
        LOG.infof(
                "bench %-10s %,7d events: %6.2f s, slowest single measurement %,6d ms, heap %d MiB; %d units, %d ancestors, %d rollups",
                file,
                events.size(),
                seconds,
                slowest.get(),
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20,
                number("SELECT count(*) FROM unit_version"),
                number("SELECT count(*) FROM unit_ancestor"),
                number("SELECT count(*) FROM rollup"));
    }

    /** Single measurements, one after the other was stored: the slowest shows what waits. */
    private void singles(AtomicBoolean done, AtomicInteger slowest) {
        int revision = (int) (System.nanoTime() >> 20 & 0xfffffff);
        while (!done.get()) {
            int expected = ++revision;
            long begin = System.nanoTime();
            Event event = Events.measurement(expected, "BENCH 00001 2024-01 OWN =1");
            KafkaProbe.send(
                    event.topic(),
                    Topics.partition(event.topic(), "BENCH|2024"),
                    event.key(),
                    event.type(),
                    0,
                    event.json());
            Awaitility.await()
                    .atMost(LONGEST)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> number("SELECT coalesce(max(revision), 0) FROM fact WHERE indicator = 'BENCH'")
                            >= expected);
            slowest.accumulateAndGet((int) ((System.nanoTime() - begin) / 1_000_000), Math::max);
        }
    }

    private static List<Event> events(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(line -> line.split("\t"))
                    .map(part -> new Event(topic(part[0]), part[1], part[0], part[2]))
                    .toList();
        }
    }

    private static Topic topic(String type) {
        return switch (type) {
            case "vn.nhipso.measurement.published.v1" -> Topics.INDICATOR_MEASUREMENTS;
            case "vn.nhipso.indicator.defined.v1", "vn.nhipso.target.set.v1" -> Topics.INDICATOR_CATALOGUE;
            case "vn.nhipso.team.changed.v1" -> Topics.DIRECTORY_TEAMS;
            default -> Topics.DIRECTORY_HIERARCHY;
        };
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }
}
