package vn.nhipso.kit.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import vn.nhipso.kit.event.CloudEventHeaders;
import vn.nhipso.kit.event.ReceivedEvent;
import vn.nhipso.kit.event.Topic;
import vn.nhipso.kit.event.Topics;

/** A test's own producer and reader at the broker, beside the services. */
public final class KafkaProbe {

    /** System property with the address of the broker, for test classes that Quarkus loads a second time. */
    static final String BOOTSTRAP_PROPERTY = "nhipso.test.bootstrap";

    private KafkaProbe() {}

    public static String bootstrap() {
        return System.getProperty(BOOTSTRAP_PROPERTY);
    }

    /** Creates the topics as their producing service would. */
    public static void createTopics(Topic... topics) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap()))) {
            for (Topic topic : topics) {
                try {
                    admin.createTopics(List.of(new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.empty())
                                    .configs(Map.of("retention.ms", "-1", "retention.bytes", "-1"))))
                            .all()
                            .get();
                } catch (ExecutionException exists) {
                    if (!(exists.getCause() instanceof TopicExistsException)) {
                        throw new IllegalStateException(exists);
                    }
                }
            }
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** Sends an event and returns when the broker has it. */
    public static void send(Topic topic, int partition, String key, String type, long sequence, String json) {
        send(topic, partition, key, type, sequence, json.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends bytes that need be no JSON. */
    public static void send(Topic topic, int partition, String key, String type, long sequence, byte[] data) {
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(topic.name(), partition, key, data);
        CloudEventHeaders.write(
                message.headers(),
                UUID.randomUUID().toString(),
                type,
                CloudEventHeaders.source(Topics.producer(topic)),
                key,
                Instant.now(),
                sequence);
        send(List.of(message));
    }

    /** A heartbeat on every partition of the topics. */
    public static void heartbeat(long sequence, Topic... topics) {
        for (Topic topic : topics) {
            for (int partition = 0; partition < topic.partitions(); partition++) {
                send(topic, partition, null, CloudEventHeaders.HEARTBEAT, sequence, new byte[0]);
            }
        }
    }

    /** Sends any records and returns when the broker has them. */
    public static void send(List<ProducerRecord<String, byte[]>> messages) {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap(), "acks", "all"), new StringSerializer(), new ByteArraySerializer())) {
            var sent = messages.stream().map(producer::send).toList();
            for (var one : sent) {
                one.get();
            }
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Everything that stands in a topic now, without heartbeats, partition after partition. */
    public static List<ReceivedEvent> read(Topic topic) {
        return records(topic).stream()
                .map(CloudEventHeaders::read)
                .filter(event -> !event.type().equals(CloudEventHeaders.HEARTBEAT))
                .toList();
    }

    /** Everything that stands in a topic now, as raw records. */
    public static List<ConsumerRecord<String, byte[]>> records(Topic topic) {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap(), "enable.auto.commit", false),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = new ArrayList<>();
            for (int partition = 0; partition < topic.partitions(); partition++) {
                partitions.add(new TopicPartition(topic.name(), partition));
            }
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }
}
