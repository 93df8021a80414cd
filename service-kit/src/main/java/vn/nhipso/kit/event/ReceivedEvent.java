package vn.nhipso.kit.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event as it came from Kafka.
 *
 * @param key the natural key of what it tells about; absent on heartbeats
 * @param sequence the producer's outbox position: within a partition it only grows
 * @param time when the producer recorded it
 * @param data JSON in UTF-8
 */
public record ReceivedEvent(
        Topic topic,
        int partition,
        long offset,
        @Nullable String key,
        String id,
        String type,
        String source,
        Instant time,
        long sequence,
        byte[] data) {

    public JsonNode json() {
        return EventJson.tree(data);
    }

    /** The data as a record of the consumer's own. */
    public <T> T as(Class<T> type) {
        return EventJson.read(data, type);
    }
}
