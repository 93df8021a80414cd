package vn.nhipso.reporting.testing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.ProducerRecord;
import vn.nhipso.kit.event.CloudEventHeaders;
import vn.nhipso.kit.event.Topic;
import vn.nhipso.kit.event.Topics;
import vn.nhipso.kit.testing.KafkaProbe;
import vn.nhipso.reporting.testing.ReportingDatabase.Event;

/** Sends events through Kafka as the other services' relays do, heartbeats included. */
public final class Feed {

    private static final Topic[] TOPICS = {
        Topics.DIRECTORY_HIERARCHY, Topics.DIRECTORY_TEAMS, Topics.INDICATOR_CATALOGUE, Topics.INDICATOR_MEASUREMENTS
    };

    private static final AtomicLong SEQUENCE = new AtomicLong();

    private Feed() {}

    /** Creates the topics that this service reads. */
    public static void topics() {
        KafkaProbe.createTopics(TOPICS);
    }

    /** Sends the events and what {@code minSequence} must name to see them. */
    public static List<String> send(List<Event> events) {
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        events.forEach(event -> records.add(record(
                event.topic(),
                partition(event),
                event.key(),
                event.type(),
                event.json().getBytes(StandardCharsets.UTF_8))));
        long reached = SEQUENCE.get();
        for (Topic topic : TOPICS) {
            for (int partition = 0; partition < topic.partitions(); partition++) {
                records.add(beat(topic, partition, reached));
            }
        }
        KafkaProbe.send(records);
        return List.of("directory:" + reached, "indicator:" + reached);
    }

    public static List<String> send(Event... events) {
        return send(List.of(events));
    }

    private static int partition(Event event) {
        if (event.topic().partitions() == 1) {
            return 0;
        }
        String[] key = event.key().split("\\|");
        return Topics.partition(event.topic(), key[0] + "|" + key[2].substring(0, 4));
    }

    private static ProducerRecord<String, byte[]> record(
            Topic topic, int partition, String key, String type, byte[] data) {
        return written(topic, partition, key, type, data, SEQUENCE.incrementAndGet());
    }

    private static ProducerRecord<String, byte[]> beat(Topic topic, int partition, long reached) {
        return written(topic, partition, null, CloudEventHeaders.HEARTBEAT, new byte[0], reached);
    }

    private static ProducerRecord<String, byte[]> written(
            Topic topic, int partition, String key, String type, byte[] data, long sequence) {
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(topic.name(), partition, key, data);
        CloudEventHeaders.write(
                message.headers(),
                UUID.randomUUID().toString(),
                type,
                CloudEventHeaders.source(Topics.producer(topic)),
                key,
                Instant.now(),
                sequence);
        return message;
    }
}
