package vn.nhipso.indicator.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.event.EventJson;

/** The messages of a webhook as people look at them, and what people do with them. Within a transaction it is part of it. */
@ApplicationScoped
class DeliveryLog {

    private static final TypeReference<List<Attempt>> ATTEMPTS = new TypeReference<>() {};

    private static final String LIST = """
            SELECT number, id, type, state, attempts, next_attempt_at, created_at, finished_at, NULL AS payload FROM webhook_delivery
            WHERE webhook = ? AND number < ? AND (?::text IS NULL OR state = ?) ORDER BY number DESC LIMIT ?
            """;

    private static final String FIND = """
            SELECT number, id, type, state, attempts, next_attempt_at, created_at, finished_at, payload FROM webhook_delivery
            WHERE webhook = ? AND id = ?
            """;

    private static final String SEND_AGAIN = """
            UPDATE webhook_delivery SET state = 'PENDING', tries = 0, next_attempt_at = ?, finished_at = NULL WHERE webhook = ? AND id = ?
            """;

    private static final String REVIVE = """
            UPDATE webhook_delivery SET state = 'PENDING', tries = 0, next_attempt_at = ?, finished_at = NULL
            WHERE webhook = ? AND (state = 'FAILED' OR state = 'PENDING')
            """;

    private static final String CANCEL = """
            UPDATE webhook_delivery SET state = 'CANCELLED', next_attempt_at = NULL, finished_at = ?
            WHERE webhook = ? AND type = ? AND state IN ('PENDING', 'FAILED')
            """;

    private final DataSource dataSource;

    DeliveryLog(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** A message and its place in the list. */
    record Entry(long number, Delivery delivery) {}

    /** Newest first. */
    List<Entry> list(UUID webhook, @Nullable DeliveryState state, long before, int size) {
        String name = state == null ? null : state.name();
        return select(LIST, webhook, before, name, name, size);
    }

    @Nullable Delivery find(UUID webhook, UUID id) {
        List<Entry> found = select(FIND, webhook, id);
        return found.isEmpty() ? null : found.getFirst().delivery();
    }

    void sendAgain(UUID webhook, UUID id, Instant now) {
        execute(SEND_AGAIN, at(now), webhook, id);
    }

    /** What was given up, and what waits for its turn, is tried at once and has all its attempts before it. */
    void revive(UUID webhook, Instant now) {
        execute(REVIVE, at(now), webhook);
    }

    /** What was made of the feed and is not delivered will be made again from another place. */
    void cancelChanges(UUID webhook, Instant now) {
        execute(CANCEL, at(now), webhook, WebhookType.MEASUREMENTS_CHANGED.word());
    }

    private List<Entry> select(String sql, @Nullable Object... parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            set(select, parameters);
            List<Entry> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(new Entry(row.getLong("number"), delivery(row)));
                }
            }
            return found;
        } catch (SQLException failed) {
            throw new IllegalStateException("deliveries not read", failed);
        }
    }

    private void execute(String sql, Object... parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, parameters);
            statement.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException("deliveries not changed", failed);
        }
    }

    private static void set(PreparedStatement statement, @Nullable Object... parameters) throws SQLException {
        for (int index = 0; index < parameters.length; index++) {
            statement.setObject(index + 1, parameters[index]);
        }
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        return new Delivery(
                row.getObject("id", UUID.class),
                row.getString("type"),
                DeliveryState.valueOf(row.getString("state")),
                attempts(row.getString("attempts")),
                WebhookRows.moment(row, "next_attempt_at"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                WebhookRows.moment(row, "finished_at"),
                row.getString("payload"));
    }

    private static List<Attempt> attempts(String json) {
        try {
            return EventJson.mapper().readValue(json, ATTEMPTS);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
