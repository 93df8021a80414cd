package vn.nhipso.kit.intake;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import vn.nhipso.kit.event.ReceivedEvent;
import vn.nhipso.kit.event.Topic;

/**
 * Puts events into a service's own tables. A bean of this type gets an intake thread and a Kafka consumer group of its own; the topics of
 * different appliers must not overlap.
 */
public interface EventApplier {

    /** Name of the Kafka consumer group: the same in all replicas, never changed. */
    String consumer();

    Set<Topic> topics();

    /** Makes ready what a batch needs; once in its transaction, however often the batch is halved. */
    default void prepare(Connection transaction) throws SQLException {}

    /**
     * Applies a batch within the given transaction, which the intake commits together with the positions.
     *
     * <p>Events come in partition order, those of different partitions and topics mixed, and an event may come again: compare the
     * per-key revision. An event that can never be applied is reported by {@link EventRejectedException} (or any unchecked exception, or
     * an SQLException whose class does not tell of the database itself): the intake then finds the culprit by halving the batch, keeps it as
     * a dead letter and goes on. On an SQLException of connection, resources, conflict, schema and the like the batch is tried again.
     */
    void apply(Connection transaction, List<ReceivedEvent> events) throws SQLException;
}
