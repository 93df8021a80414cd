package vn.nhipso.kit.outbox;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

/** An event on its way from the table to Kafka. */
record OutboxRow(
        long position,
        UUID id,
        String topic,
        String key,
        String type,
        int partition,
        byte[] payload,
        Instant recordedAt) {

    static final String SELECT = """
            SELECT position, id, aggregatetype, aggregateid, type, partition, payload, recorded_at FROM outbox
            WHERE position > ? AND position <= ? ORDER BY position LIMIT ?
            """;

    static OutboxRow of(ResultSet row) throws SQLException {
        return new OutboxRow(
                row.getLong(1),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getInt(6),
                row.getString(7).getBytes(StandardCharsets.UTF_8),
                row.getObject(8, OffsetDateTime.class).toInstant());
    }
}
