package vn.nhipso.kit.event;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** CloudEvents 1.0 in binary mode: the attributes travel as Kafka headers, the data as the record's value. */
public final class CloudEventHeaders {

    /** Carries no data: everything of this service up to its sequence has been sent before it, on this partition. */
    public static final String HEARTBEAT = "vn.nhipso.relay.heartbeat.v1";

    /** Before any event, and what every reader can store. */
    private static final Instant EARLIEST = Instant.EPOCH;

    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    /** Clocks differ by less. */
    private static final Duration AHEAD = Duration.ofDays(1);

    private static final byte[] SPEC_VERSION = bytes("1.0");
    private static final byte[] JSON = bytes("application/json; charset=UTF-8");

    private CloudEventHeaders() {}

    /** The CloudEvents source of a service. */
    public static String source(String service) {
        return "urn:nhipso:" + service;
    }

    public static void write(
            Headers headers,
            String id,
            String type,
            String source,
            @Nullable String subject,
            Instant time,
            long sequence) {
        headers.add("ce_specversion", SPEC_VERSION);
        headers.add("ce_id", bytes(id));
        headers.add("ce_type", bytes(type));
        headers.add("ce_source", bytes(source));
        if (subject != null) {
            headers.add("ce_subject", bytes(subject));
        }
        headers.add("ce_time", bytes(time.toString()));
        headers.add("ce_sequence", bytes(Long.toString(sequence)));
        headers.add("content-type", JSON);
    }

    /**
     * Fails with {@link MalformedEventException}, and with nothing else, where a required attribute is missing or unreadable, or the time is none
     * that an event can have: who follows the times would stand at one of the far future for ever.
     */
    public static ReceivedEvent read(ConsumerRecord<String, byte[]> message) {
        try {
            byte[] data = message.value();
            return new ReceivedEvent(
                    Topics.named(message.topic()),
                    message.partition(),
                    message.offset(),
                    message.key(),
                    required(message, "ce_id"),
                    required(message, "ce_type"),
                    required(message, "ce_source"),
                    time(message),
                    Long.parseLong(required(message, "ce_sequence")),
                    data == null ? new byte[0] : data);
        } catch (MalformedEventException malformed) {
            throw malformed;
        } catch (RuntimeException unreadable) {
            // Whatever a record may hold: one that cannot be read must not keep the others from being read.
            throw new MalformedEventException(String.valueOf(unreadable.getMessage()), unreadable);
        }
    }

    private static Instant time(ConsumerRecord<String, byte[]> message) {
        Instant time = Instant.parse(required(message, "ce_time"));
        if (time.isBefore(EARLIEST) || time.isAfter(latest(message))) {
            throw new MalformedEventException("header ce_time is out of bounds: " + time);
        }
        return time;
    }

    /** By the record's own time, which the broker checks, so that a later reading judges alike; a dead letter delivered again has none. */
    private static Instant latest(ConsumerRecord<String, byte[]> message) {
        if (message.timestamp() < 0) {
            return LATEST;
        }
        Instant latest = Instant.ofEpochMilli(message.timestamp()).plus(AHEAD);
        return latest.isAfter(LATEST) ? LATEST : latest;
    }

    private static String required(ConsumerRecord<String, byte[]> message, String name) {
        Header header = message.headers().lastHeader(name);
        if (header == null || header.value() == null) {
            throw new MalformedEventException("header " + name + " is missing");
        }
        return new String(header.value(), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
