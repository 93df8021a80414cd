package vn.nhipso.kit.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.event.CloudEventHeaders;
import vn.nhipso.kit.event.MalformedEventException;
import vn.nhipso.kit.event.ReceivedEvent;
import vn.nhipso.kit.paging.Page;
import vn.nhipso.kit.paging.PageQuery;

/** Events that could not be applied: listed, inspected, and delivered again once the cause is mended. */
@ApplicationScoped
public class DeadLetters {

    private static final String LIST = """
            SELECT id, topic, partition, record_offset, record_key, headers, data, cause, attempts, failed_at FROM dead_letter
            WHERE resolved_at IS NULL AND (?::text IS NULL OR topic = ?) AND (?::uuid IS NULL OR id > ?)
            ORDER BY id LIMIT ?
            """;

    private static final String GET = """
            SELECT id, topic, partition, record_offset, record_key, headers, data, cause, attempts, failed_at FROM dead_letter
            WHERE id = ? AND resolved_at IS NULL
            """;

    private final Instance<DataSource> dataSource;
    private final Instance<EventApplier> appliers;

    DeadLetters(Instance<DataSource> dataSource, Instance<EventApplier> appliers) {
        this.dataSource = dataSource;
        this.appliers = appliers;
    }

    /** The open ones, oldest first. */
    public Page<DeadLetter> list(@Nullable String topic, PageQuery query) {
        List<String> after = query.after(topic);
        try (Connection connection = dataSource.get().getConnection();
                PreparedStatement list = connection.prepareStatement(LIST)) {
            UUID last = after.isEmpty() ? null : UUID.fromString(after.getFirst());
            list.setString(1, topic);
            list.setString(2, topic);
            list.setObject(3, last);
            list.setObject(4, last);
            list.setInt(5, query.size() + 1);
            return query.page(rows(list), letter -> List.of(letter.id().toString()), topic);
        } catch (SQLException failed) {
            throw new IllegalStateException("dead letters not read", failed);
        }
    }

    /** An open one. */
    public Optional<DeadLetter> find(UUID id) {
        try (Connection connection = dataSource.get().getConnection()) {
            return find(connection, id);
        } catch (SQLException failed) {
            throw new IllegalStateException("dead letter not read", failed);
        }
    }

    /**
     * Applies it now. Where it fails again the cause is renewed and the attempts are counted.
     *
     * @return whether it could be applied; empty when there is no such open dead letter
     */
    public Optional<Boolean> redeliver(UUID id) {
        try (Connection connection = dataSource.get().getConnection()) {
            connection.setAutoCommit(false);
            Optional<DeadLetter> letter = find(connection, id);
            if (letter.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(attemptAndCommit(connection, letter.get()));
        } catch (SQLException failed) {
            throw new IllegalStateException("dead letter not delivered", failed);
        }
    }

    private boolean attemptAndCommit(Connection transaction, DeadLetter letter) throws SQLException {
        try {
            boolean applied = attempt(transaction, letter);
            transaction.commit();
            return applied;
        } catch (Throwable failed) {
            transaction.rollback();
            throw failed;
        }
    }

    private boolean attempt(Connection transaction, DeadLetter letter) throws SQLException {
        var savepoint = transaction.setSavepoint();
        try {
            ReceivedEvent event = event(letter);
            EventApplier applier = applierOf(event);
            applier.prepare(transaction);
            applier.apply(transaction, List.of(event));
            update(
                    transaction,
                    "UPDATE dead_letter SET resolved_at = now(), cause = ? WHERE id = ?",
                    letter.cause(),
                    letter.id());
            return true;
        } catch (SQLException | RuntimeException failed) {
            if (!Failures.isRejection(failed)) {
                throw failed;
            }
            transaction.rollback(savepoint);
            update(
                    transaction,
                    "UPDATE dead_letter SET attempts = attempts + 1, cause = ?, failed_at = now() WHERE id = ?",
                    Failures.cause(failed),
                    letter.id());
            return false;
        }
    }

    private EventApplier applierOf(ReceivedEvent event) {
        return appliers.stream()
                .filter(applier -> applier.topics().contains(event.topic()))
                .findFirst()
                .orElseThrow(() -> new MalformedEventException(
                        "nobody takes events of " + event.topic().name()));
    }

    private static ReceivedEvent event(DeadLetter letter) {
        RecordHeaders headers = new RecordHeaders();
        DeadLetterHeaders.read(letter.headers()).forEach(headers::add);
        return CloudEventHeaders.read(new ConsumerRecord<>(
                letter.topic(),
                letter.partition(),
                letter.offset(),
                ConsumerRecord.NO_TIMESTAMP,
                TimestampType.NO_TIMESTAMP_TYPE,
                0,
                letter.data().length,
                letter.key(),
                letter.data(),
                headers,
                Optional.empty()));
    }

    private static void update(Connection transaction, String sql, String cause, UUID id) throws SQLException {
        try (PreparedStatement update = transaction.prepareStatement(sql)) {
            update.setString(1, cause);
            update.setObject(2, id);
            update.executeUpdate();
        }
    }

    private static Optional<DeadLetter> find(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement get = connection.prepareStatement(GET)) {
            get.setObject(1, id);
            return rows(get).stream().findFirst();
        }
    }

    private static List<DeadLetter> rows(PreparedStatement select) throws SQLException {
        List<DeadLetter> letters = new ArrayList<>();
        try (ResultSet found = select.executeQuery()) {
            while (found.next()) {
                letters.add(DeadLetter.of(found));
            }
        }
        return letters;
    }
}
