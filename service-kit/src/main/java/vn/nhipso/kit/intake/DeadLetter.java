package vn.nhipso.kit.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event that could not be applied, as it came.
 *
 * @param headers the record's headers as a JSON object
 * @param cause why the last attempt failed
 * @param attempts how often it was tried
 * @param failedAt when it failed last
 */
public record DeadLetter(
        UUID id,
        String topic,
        int partition,
        long offset,
        @Nullable String key,
        String headers,
        byte[] data,
        String cause,
        int attempts,
        Instant failedAt) {

    static DeadLetter of(ResultSet row) throws SQLException {
        return new DeadLetter(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getInt(3),
                row.getLong(4),
                row.getString(5),
                row.getString(6),
                row.getBytes(7),
                row.getString(8),
                row.getInt(9),
                row.getObject(10, OffsetDateTime.class).toInstant());
    }
}
