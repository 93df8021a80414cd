package vn.nhipso.kit.intake;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.apache.kafka.common.TopicPartition;
import vn.nhipso.kit.event.ReceivedEvent;

/** How far each partition is applied, in the same database and the same transactions as what was applied. */
final class IntakePositions {

    private static final String ENSURE = """
            INSERT INTO intake_position (topic, partition, next_offset, sequence, event_time)
            SELECT topic, partition, 0, 0, 'epoch' FROM unnest(?::text[], ?::int[]) AS p(topic, partition)
            ON CONFLICT DO NOTHING
            """;

    /** The lock keeps an instance that lost its partitions, and does not know it yet, from applying beside the new owner. */
    private static final String LOCK = """
            SELECT topic, partition, next_offset FROM intake_position
            WHERE (topic, partition) IN (SELECT * FROM unnest(?::text[], ?::int[]))
            ORDER BY topic, partition FOR UPDATE
            """;

    private static final String STORE = """
            UPDATE intake_position i
            SET next_offset = p.next_offset, sequence = greatest(i.sequence, p.sequence),
                event_time = greatest(i.event_time, p.event_time), applied_at = now()
            FROM unnest(?::text[], ?::int[], ?::bigint[], ?::bigint[], ?::timestamptz[]) AS p(topic, partition, next_offset, sequence, event_time)
            WHERE i.topic = p.topic AND i.partition = p.partition
            """;

    private IntakePositions() {}

    static void ensure(Connection connection, Collection<TopicPartition> partitions) throws SQLException {
        try (PreparedStatement ensure = connection.prepareStatement(ENSURE)) {
            bind(connection, ensure, partitions);
            ensure.executeUpdate();
        }
    }

    /** Locks the rows and returns the next offset of each partition. */
    static Map<TopicPartition, Long> lock(Connection transaction, Collection<TopicPartition> partitions)
            throws SQLException {
        try (PreparedStatement lock = transaction.prepareStatement(LOCK)) {
            bind(transaction, lock, partitions);
            Map<TopicPartition, Long> next = new HashMap<>();
            try (ResultSet rows = lock.executeQuery()) {
                while (rows.next()) {
                    next.put(new TopicPartition(rows.getString(1), rows.getInt(2)), rows.getLong(3));
                }
            }
            return next;
        }
    }

    /** Stores the last event of each partition as applied. */
    static void store(Connection transaction, SortedMap<PartitionKey, Progress> progress) throws SQLException {
        List<PartitionKey> partitions = List.copyOf(progress.keySet());
        List<Progress> values = List.copyOf(progress.values());
        try (PreparedStatement store = transaction.prepareStatement(STORE)) {
            store.setArray(
                    1,
                    array(
                            transaction,
                            "text",
                            partitions.stream().map(PartitionKey::topic).toArray()));
            store.setArray(
                    2,
                    array(
                            transaction,
                            "int4",
                            partitions.stream().map(PartitionKey::partition).toArray()));
            store.setArray(
                    3,
                    array(
                            transaction,
                            "int8",
                            values.stream().map(Progress::nextOffset).toArray()));
            store.setArray(
                    4,
                    array(
                            transaction,
                            "int8",
                            values.stream().map(Progress::sequence).toArray()));
            store.setArray(
                    5,
                    array(
                            transaction,
                            "timestamptz",
                            values.stream().map(Progress::eventTime).toArray()));
            store.executeUpdate();
        }
    }

    private static void bind(Connection connection, PreparedStatement statement, Collection<TopicPartition> partitions)
            throws SQLException {
        statement.setArray(
                1,
                array(
                        connection,
                        "text",
                        partitions.stream().map(TopicPartition::topic).toArray()));
        statement.setArray(
                2,
                array(
                        connection,
                        "int4",
                        partitions.stream().map(TopicPartition::partition).toArray()));
    }

    private static Array array(Connection connection, String type, Object[] values) throws SQLException {
        return connection.createArrayOf(type, values);
    }

    /** A partition, in the order in which rows are locked. */
    record PartitionKey(String topic, int partition) implements Comparable<PartitionKey> {
        @Override
        public int compareTo(PartitionKey other) {
            int byTopic = topic.compareTo(other.topic);
            return byTopic != 0 ? byTopic : Integer.compare(partition, other.partition);
        }
    }

    /** Where a partition stands after a batch. */
    record Progress(long nextOffset, long sequence, OffsetDateTime eventTime) {

        static final Progress NONE =
                new Progress(0, 0, OffsetDateTime.ofInstant(java.time.Instant.EPOCH, ZoneOffset.UTC));

        /** After a record that could not be read at all. */
        Progress skip(long offset) {
            return new Progress(offset + 1, sequence, eventTime);
        }

        Progress after(ReceivedEvent event) {
            return new Progress(
                    event.offset() + 1,
                    Math.max(sequence, event.sequence()),
                    event.time().atOffset(ZoneOffset.UTC));
        }
    }
}
