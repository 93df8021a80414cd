package vn.nhipso.kit.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class EventSenderTest {

    /** Nobody listens there. */
    private static final Map<String, Object> NO_BROKER =
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:9", ProducerConfig.MAX_BLOCK_MS_CONFIG, 50L);

    @Test
    void whatCannotBeSentShouldBeSaidBeforeAnythingLaterIsSent() {
        OutboxRow first = new OutboxRow(
                1, UUID.randomUUID(), "directory.teams", "a", "t", 0, "{}".getBytes(UTF_8), Instant.EPOCH);
        try (EventSender sender = new EventSender(NO_BROKER, "directory")) {
            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(() -> sender.send(first))
                    .withCauseInstanceOf(TimeoutException.class);
        }
    }
}
