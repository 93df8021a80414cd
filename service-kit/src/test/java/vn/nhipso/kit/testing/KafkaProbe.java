package vn.nhipso.kit.testing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import vn.nhipso.kit.event.CloudEventHeaders;
import vn.nhipso.kit.event.ReceivedEvent;
import vn.nhipso.kit.event.Topic;
import vn.nhipso.kit.event.Topics;

/** A {@code @QuarkusTest}'s own producer and reader at the broker it runs with. */
public final class KafkaProbe {

    /** System property with the address of the broker, for test classes that Quarkus loads a second time. */
    static final String BOOTSTRAP_PROPERTY = "nhipso.test.bootstrap";

    private KafkaProbe() {}

    public static String bootstrap() {
        return System.getProperty(BOOTSTRAP_PROPERTY);
    }

    /** Creates the topics as their producing service would. */
    public static void createTopics(Topic... topics) {
        for (Topic topic : topics) {
            view().createTopic(topic, Map.of());
        }
    }

    /** Sends an event and returns when the broker has it. */
    public static void send(Topic topic, int partition, String key, String type, long sequence, String json) {
        send(List.of(message(topic, partition, key, type, sequence, json.getBytes(StandardCharsets.UTF_8))));
    }

    /** An event of a service. */
    public record Sent(String key, String type, long sequence, String json) {}

    /** Sends events in their order, and returns when the broker has them. */
    public static void send(Topic topic, int partition, List<Sent> events) {
        send(events.stream()
                .map(event -> message(
                        topic,
                        partition,
                        event.key(),
                        event.type(),
                        event.sequence(),
                        event.json().getBytes(StandardCharsets.UTF_8)))
                .toList());
    }

    /** A record as the relay would send it; the data need be no JSON. */
    public static ProducerRecord<String, byte[]> message(
            Topic topic, int partition, String key, String type, long sequence, byte[] data) {
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

    /** A heartbeat on every partition of the topics. */
    public static void heartbeat(long sequence, Topic... topics) {
        for (Topic topic : topics) {
            for (int partition = 0; partition < topic.partitions(); partition++) {
                send(List.of(message(topic, partition, null, CloudEventHeaders.HEARTBEAT, sequence, new byte[0])));
            }
        }
    }

    /** Sends any records and returns when the broker has them. */
    public static void send(List<ProducerRecord<String, byte[]>> messages) {
        view().send(messages);
    }

    /** Everything that stands in a topic now, without heartbeats, partition after partition. */
    public static List<ReceivedEvent> read(Topic topic) {
        return view().read(topic);
    }

    /** Everything that stands in a topic now, as raw records. */
    public static List<ConsumerRecord<String, byte[]>> records(Topic topic) {
        return view().records(topic);
    }

    private static BrokerView view() {
        return new BrokerView(bootstrap());
    }
}
