package vn.nhipso.kit.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import vn.nhipso.kit.event.SequenceToken;

/** Where a writing transaction leaves its events. */
@ApplicationScoped
public class Outbox {

    private static final String APPEND = """
            WITH appended AS (
              INSERT INTO outbox (aggregatetype, aggregateid, type, partition, payload)
              SELECT topic, key, type, partition, data::json
              FROM unnest(?::text[], ?::text[], ?::text[], ?::int[], ?::text[]) WITH ORDINALITY AS m(topic, key, type, partition, data, n)
              ORDER BY n
              RETURNING position)
            SELECT max(position) FROM appended
            """;

    private final Instance<DataSource> dataSource;
    private final Instance<OutboxTopics> topics;

    Outbox(Instance<DataSource> dataSource, Instance<OutboxTopics> topics) {
        this.dataSource = dataSource;
        this.topics = topics;
    }

    /**
     * Appends within the running transaction. Flush entities first: the positions must be taken after the row locks of the keys,
     * or two revisions of one key could be sent in the wrong order.
     *
     * @return the last position taken; 0 for no messages
     */
    public long append(List<OutboxMessage> messages) {
        try (Connection transaction = dataSource.get().getConnection()) {
            return append(transaction, messages);
        } catch (SQLException failed) {
            throw new IllegalStateException("outbox not written", failed);
        }
    }

    /** As {@link #append(List)}, in the transaction of that connection. */
    public long append(Connection transaction, List<OutboxMessage> messages) throws SQLException {
        if (messages.isEmpty()) {
            return 0;
        }
        try (PreparedStatement append = transaction.prepareStatement(APPEND)) {
            append.setArray(
                    1, texts(transaction, messages, message -> message.topic().name()));
            append.setArray(2, texts(transaction, messages, OutboxMessage::key));
            append.setArray(3, texts(transaction, messages, OutboxMessage::type));
            append.setArray(
                    4,
                    transaction.createArrayOf(
                            "int4",
                            messages.stream().map(OutboxMessage::partition).toArray()));
            append.setArray(5, texts(transaction, messages, OutboxMessage::data));
            try (ResultSet last = append.executeQuery()) {
                last.next();
                return last.getLong(1);
            }
        }
    }

    /** The token of a position, for {@code sequence} in answers. */
    public String token(long position) {
        return new SequenceToken(topics.get().service(), position).toString();
    }

    private static java.sql.Array texts(
            Connection transaction, List<OutboxMessage> messages, Function<OutboxMessage, String> column)
            throws SQLException {
        return transaction.createArrayOf("text", messages.stream().map(column).toArray());
    }
}
