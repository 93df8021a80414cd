package vn.nhipso.kit.intake;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.event.Topic;

/**
 * Reads topics and applies their events, each exactly once in effect: the position of a partition is committed in the database together
 * with what the events changed, and reading goes on from there after a crash, a rebalance or an outage.
 */
public final class Intake implements Runnable {

    private static final Logger LOG = Logger.getLogger(Intake.class);
    private static final Duration POLL = Duration.ofMillis(200);

    /** So many signs of life may be lost before an instance counts as dead. */
    private static final int HEARTBEATS = 5;

    private final DataSource dataSource;
    private final Map<String, Object> kafka;
    private final EventApplier applier;
    private final IntakeConfig config;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile @Nullable KafkaConsumer<String, byte[]> consumer;
    private @Nullable String lastFailure;

    public Intake(DataSource dataSource, Map<String, Object> kafka, EventApplier applier, IntakeConfig config) {
        this.dataSource = dataSource;
        this.kafka = kafka;
        this.applier = applier;
        this.config = config;
    }

    /** Runs until {@link #stop()}, through every failure of broker, database and applier. */
    @Override
    public void run() {
        while (!rest(Duration.ZERO)) {
            try (KafkaConsumer<String, byte[]> fresh = new KafkaConsumer<>(settings())) {
                consumer = fresh;
                fresh.subscribe(applier.topics().stream().map(Topic::name).toList(), new FromStoredPositions(fresh));
                consume(fresh);
            } catch (WakeupException stopping) {
                LOG.debugf("Intake of %s ends", applier.consumer());
            } catch (Throwable failed) {
                // An Error too: a thread that ended would leave the partitions with a consumer that seems alive.
                report(failed);
                rest(config.retryInterval());
            } finally {
                consumer = null;
            }
        }
    }

    public void stop() {
        stopped.countDown();
        KafkaConsumer<String, byte[]> running = consumer;
        if (running != null) {
            running.wakeup();
        }
    }

    private void consume(KafkaConsumer<String, byte[]> running) throws SQLException {
        while (!rest(Duration.ZERO)) {
            ConsumerRecords<String, byte[]> records = running.poll(POLL);
            if (records.isEmpty()) {
                continue;
            }
            try (Connection connection = dataSource.getConnection()) {
                IntakeBatch.apply(connection, applier, records);
            }
            lastFailure = null;
            // Only for those who watch consumer lag: what counts is the position in the database.
            running.commitAsync();
        }
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group());
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // A position outside the log means that history was lost: say so instead of starting anywhere.
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, config.batchSize());
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 4 * 1024 * 1024);
        settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 2_000);
        int silence = Math.toIntExact(config.sessionTimeout().toMillis());
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, silence);
        settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, silence / HEARTBEATS);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        return settings;
    }

    private String group() {
        return config.groupSuffix()
                .map(suffix -> applier.consumer() + "-" + suffix)
                .orElse(applier.consumer());
    }

    private void report(Throwable failed) {
        String failure = Failures.cause(failed);
        if (!failure.equals(lastFailure)) {
            LOG.warnf(failed, "Intake of %s rests and tries again: %s", applier.consumer(), failure);
            lastFailure = failure;
        }
    }

    private boolean rest(Duration pause) {
        try {
            return stopped.await(pause.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Wherever partitions come from, reading begins where the database says. */
    private final class FromStoredPositions implements ConsumerRebalanceListener {

        private final KafkaConsumer<String, byte[]> reader;

        FromStoredPositions(KafkaConsumer<String, byte[]> reader) {
            this.reader = reader;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            if (partitions.isEmpty()) {
                return;
            }
            try (Connection connection = dataSource.getConnection()) {
                IntakePositions.ensure(connection, partitions);
                IntakePositions.lock(connection, partitions).forEach(reader::seek);
            } catch (SQLException failed) {
                throw new KafkaException("positions not read", failed);
            }
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            // Nothing is held back in memory that would have to be written now.
        }
    }
}
