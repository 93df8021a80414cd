package vn.nhipso.kit.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import vn.nhipso.kit.event.CloudEventHeaders;
import vn.nhipso.kit.event.Topic;

/**
 * Sends to Kafka and knows when everything sent has been acknowledged by all replicas in sync. What is sent later never arrives where something
 * earlier did not: nothing is given up by itself, and after the first that cannot be sent nothing is.
 */
final class EventSender implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final KafkaProducer<String, byte[]> producer;
    private final String source;
    private final List<Future<RecordMetadata>> unacknowledged = new ArrayList<>();

    EventSender(Map<String, Object> kafka, String service) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024);
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 8 * 1024 * 1024);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        // A batch that expires is left out, and the next one of its partition is sent all the same.
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        settings.putIfAbsent(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000L);
        this.producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        this.source = CloudEventHeaders.source(service);
    }

    /** Fails where the broker is not there; then the session is over. */
    void send(OutboxRow row) throws ExecutionException, InterruptedException {
        ProducerRecord<String, byte[]> message =
                new ProducerRecord<>(row.topic(), row.partition(), row.key(), row.payload());
        CloudEventHeaders.write(
                message.headers(),
                row.id().toString(),
                row.type(),
                source,
                row.key(),
                row.recordedAt(),
                row.position());
        send(message);
    }

    private void send(ProducerRecord<String, byte[]> message) throws ExecutionException, InterruptedException {
        Future<RecordMetadata> sent = producer.send(message);
        if (sent.isDone()) {
            sent.get();
        }
        unacknowledged.add(sent);
    }

    /** Tells every partition of the topics that all up to the position has been sent. */
    void heartbeat(List<Topic> topics, long position, Instant time) throws ExecutionException, InterruptedException {
        for (Topic topic : topics) {
            for (int partition = 0; partition < topic.partitions(); partition++) {
                ProducerRecord<String, byte[]> message =
                        new ProducerRecord<>(topic.name(), partition, null, new byte[0]);
                CloudEventHeaders.write(
                        message.headers(),
                        UUID.randomUUID().toString(),
                        CloudEventHeaders.HEARTBEAT,
                        source,
                        null,
                        time,
                        position);
                send(message);
            }
        }
    }

    /** Returns when all is acknowledged; fails with the cause of the first that was not, or when that takes too long. */
    void awaitAcknowledgement() throws ExecutionException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (Future<RecordMetadata> sent : unacknowledged) {
            try {
                sent.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException silent) {
                throw new ExecutionException("no acknowledgement for " + PATIENCE.toSeconds() + " s", silent);
            }
        }
        unacknowledged.clear();
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(2));
    }
}
