package vn.nhipso.kit.outbox;

import vn.nhipso.kit.event.Topic;

/**
 * An event to be sent once the transaction has committed.
 *
 * @param partition from 0; given explicitly, so that families of keys keep one order
 * @param key the natural key of what the event tells about
 * @param type CloudEvents type, such as {@code vn.nhipso.team.changed.v1}
 * @param data JSON: the whole state of the key at its revision
 */
public record OutboxMessage(Topic topic, int partition, String key, String type, String data) {

    /** For topics of one partition. */
    public OutboxMessage(Topic topic, String key, String type, String data) {
        this(topic, 0, key, type, data);
    }
}
