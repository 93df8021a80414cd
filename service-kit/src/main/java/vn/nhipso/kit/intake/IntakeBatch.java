package vn.nhipso.kit.intake;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.event.CloudEventHeaders;
import vn.nhipso.kit.event.MalformedEventException;
import vn.nhipso.kit.event.ReceivedEvent;
import vn.nhipso.kit.intake.IntakePositions.PartitionKey;
import vn.nhipso.kit.intake.IntakePositions.Progress;

/** What one poll brought, applied in one transaction together with the positions and the dead letters. */
final class IntakeBatch {

    private static final Logger LOG = Logger.getLogger(IntakeBatch.class);

    private static final String KEEP = """
            INSERT INTO dead_letter (topic, partition, record_offset, record_key, headers, data, cause)
            VALUES (?, ?, ?, ?, ?::jsonb, ?, ?)
            ON CONFLICT (topic, partition, record_offset) DO NOTHING
            """;

    /** An instance that stops in the midst of a batch keeps its locks from the others no longer than that. */
    private static final String LET_GO = "SET LOCAL idle_in_transaction_session_timeout = '15s'";

    private final Connection transaction;
    private final EventApplier applier;
    private final Map<TopicPartition, Long> nextOffsets;
    private final TreeMap<PartitionKey, Progress> progress = new TreeMap<>();
    private final List<Envelope> events = new ArrayList<>();

    private IntakeBatch(Connection transaction, EventApplier applier, Map<TopicPartition, Long> nextOffsets) {
        this.transaction = transaction;
        this.applier = applier;
        this.nextOffsets = nextOffsets;
    }

    /** Applies and commits; on an outage everything is as before and the exception tells. */
    static void apply(Connection transaction, EventApplier applier, ConsumerRecords<String, byte[]> records)
            throws SQLException {
        transaction.setAutoCommit(false);
        try {
            execute(transaction, LET_GO);
            IntakeBatch batch =
                    new IntakeBatch(transaction, applier, IntakePositions.lock(transaction, records.partitions()));
            for (ConsumerRecord<String, byte[]> message : records) {
                batch.add(message);
            }
            batch.applyAll();
            IntakePositions.store(transaction, batch.progress);
            transaction.commit();
        } catch (Throwable failed) {
            // An Error too: a pool that gets back a connection in the midst of a transaction commits it.
            transaction.rollback();
            throw failed;
        }
    }

    private void add(ConsumerRecord<String, byte[]> message) throws SQLException {
        Long next = nextOffsets.get(new TopicPartition(message.topic(), message.partition()));
        if (next == null || message.offset() < next) {
            return;
        }
        PartitionKey partition = new PartitionKey(message.topic(), message.partition());
        Progress before = Objects.requireNonNullElse(progress.get(partition), Progress.NONE);
        try {
            ReceivedEvent event = CloudEventHeaders.read(message);
            progress.put(partition, before.after(event));
            if (!event.type().equals(CloudEventHeaders.HEARTBEAT)) {
                events.add(new Envelope(message, event));
            }
        } catch (MalformedEventException malformed) {
            keep(message, malformed);
            progress.put(partition, before.skip(message.offset()));
        }
    }

    private void applyAll() throws SQLException {
        if (!events.isEmpty()) {
            applier.prepare(transaction);
            applyOrHalve(events);
        }
    }

    private void applyOrHalve(List<Envelope> part) throws SQLException {
        Throwable failure = attempt(part);
        if (failure == null) {
            return;
        }
        if (part.size() == 1) {
            keep(part.getFirst().message(), failure);
            return;
        }
        int middle = part.size() / 2;
        applyOrHalve(part.subList(0, middle));
        applyOrHalve(part.subList(middle, part.size()));
    }

    private @Nullable Throwable attempt(List<Envelope> part) throws SQLException {
        Savepoint before = transaction.setSavepoint();
        try {
            applier.apply(transaction, part.stream().map(Envelope::event).toList());
            // A violation of a deferred constraint must show here, where it can still be laid at one event's door.
            execute(transaction, "SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED");
            transaction.releaseSavepoint(before);
            return null;
        } catch (SQLException | RuntimeException failed) {
            if (!Failures.isRejection(failed)) {
                throw failed;
            }
            transaction.rollback(before);
            return failed;
        }
    }

    private static void execute(Connection transaction, String sql) throws SQLException {
        try (Statement statement = transaction.createStatement()) {
            statement.execute(sql);
        }
    }

    private void keep(ConsumerRecord<String, byte[]> message, Throwable failure) throws SQLException {
        LOG.warnf(
                failure,
                "Dead letter: %s-%d@%d, %s",
                message.topic(),
                message.partition(),
                message.offset(),
                Failures.cause(failure));
        try (PreparedStatement keep = transaction.prepareStatement(KEEP)) {
            keep.setString(1, message.topic());
            keep.setInt(2, message.partition());
            keep.setLong(3, message.offset());
            keep.setString(4, message.key() == null ? null : message.key().replace("\0", ""));
            keep.setString(5, DeadLetterHeaders.write(message.headers()));
            keep.setBytes(6, message.value() == null ? new byte[0] : message.value());
            keep.setString(7, Failures.cause(failure).replace("\0", ""));
            keep.executeUpdate();
        }
    }

    private record Envelope(ConsumerRecord<String, byte[]> message, ReceivedEvent event) {}
}
