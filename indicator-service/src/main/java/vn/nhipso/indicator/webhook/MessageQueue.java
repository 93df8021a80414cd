package vn.nhipso.indicator.webhook;

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

/**
 * The messages that wait, as the sender uses them. What is made of the feed is stored with the new place in it by one statement; what came of an
 * attempt is stored with its effect on the webhook by one statement: a process may end between any two of them.
 */
@ApplicationScoped
class MessageQueue {

    /** Those that follow the feed and have room for another message. */
    private static final String FOLLOWERS = "SELECT " + WebhookRows.COLUMNS + """
             FROM webhook w
            WHERE w.state = 'ENABLED' AND 'measurements.changed' = ANY (w.types)
              AND (SELECT count(*) FROM (SELECT FROM webhook_delivery d WHERE d.webhook = w.id AND d.state = 'PENDING' LIMIT ?) AS waiting) < ?
            """;

    /** Not if it was edited, or set to another place, since it was read. */
    private static final String STORE = """
            WITH moved AS (
              UPDATE webhook SET position = ? WHERE id = ? AND revision = ? AND position = ? AND state = 'ENABLED' RETURNING id)
            INSERT INTO webhook_delivery (webhook, type, payload, next_attempt_at, created_at)
            SELECT id, ?, ?, ?, ? FROM moved WHERE ?::text IS NOT NULL
            """;

    /** The webhooks whose oldest message is due: the others of a webhook wait for it. */
    private static final String DUE = """
            SELECT w.id FROM webhook w CROSS JOIN LATERAL (
              SELECT next_attempt_at FROM webhook_delivery d WHERE d.webhook = w.id AND d.state = 'PENDING' ORDER BY d.number LIMIT 1) AS oldest
            WHERE w.state = 'ENABLED' AND oldest.next_attempt_at <= ?
            """;

    private static final String OLDEST = "SELECT " + WebhookRows.COLUMNS + """
            , d.id AS message, d.payload, d.tries
            FROM webhook w CROSS JOIN LATERAL (
              SELECT * FROM webhook_delivery d WHERE d.webhook = w.id AND d.state = 'PENDING' ORDER BY d.number LIMIT 1) AS d
            WHERE w.id = ? AND w.state = 'ENABLED' AND d.next_attempt_at <= ?
            """;

    private static final String DELIVERED = """
            WITH done AS (
              UPDATE webhook_delivery SET state = 'DELIVERED', tries = tries + 1, attempts = attempts || ?::jsonb, next_attempt_at = NULL,
                finished_at = ?
              WHERE id = ? AND state = 'PENDING')
            UPDATE webhook SET failing_since = NULL WHERE id = ? AND failing_since IS NOT NULL
            """;

    private static final String AGAIN = """
            WITH again AS (
              UPDATE webhook_delivery SET tries = tries + 1, attempts = attempts || ?::jsonb, next_attempt_at = ?
              WHERE id = ? AND state = 'PENDING')
            UPDATE webhook SET failing_since = ? WHERE id = ? AND failing_since IS NULL
            """;

    private static final String GIVEN_UP = """
            WITH failed AS (
              UPDATE webhook_delivery SET state = 'FAILED', tries = tries + 1, attempts = attempts || ?::jsonb, next_attempt_at = NULL, finished_at = ?
              WHERE id = ? AND state = 'PENDING' RETURNING webhook)
            UPDATE webhook SET state = 'DISABLED', state_reason = ?, failing_since = coalesce(failing_since, ?), revision = revision + 1
            FROM failed WHERE webhook.id = failed.webhook AND webhook.state = 'ENABLED'
            """;

    private final DataSource dataSource;

    MessageQueue(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    List<Webhook> followers(int pendingLimit) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(FOLLOWERS)) {
            select.setInt(1, pendingLimit);
            select.setInt(2, pendingLimit);
            List<Webhook> followers = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    followers.add(WebhookRows.webhook(row));
                }
            }
            return followers;
        } catch (SQLException failed) {
            throw new IllegalStateException("webhooks not read", failed);
        }
    }

    /**
     * Moves a webhook on in the feed, together with the message of what lies in between.
     *
     * @param payload null where nothing there is for this webhook
     */
    void store(Webhook webhook, long position, @Nullable String payload, Instant now) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement store = connection.prepareStatement(STORE)) {
            store.setLong(1, position);
            store.setObject(2, webhook.id());
            store.setInt(3, webhook.revision());
            store.setLong(4, webhook.position());
            store.setString(5, WebhookType.MEASUREMENTS_CHANGED.word());
            store.setString(6, payload);
            store.setObject(7, at(now));
            store.setObject(8, at(now));
            store.setString(9, payload);
            store.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException("message not stored", failed);
        }
    }

    List<UUID> due(Instant now) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(DUE)) {
            select.setObject(1, at(now));
            List<UUID> due = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    due.add(row.getObject(1, UUID.class));
                }
            }
            return due;
        } catch (SQLException failed) {
            throw new IllegalStateException("due messages not read", failed);
        }
    }

    /** The message to be sent next; null when none is due. */
    @Nullable Message oldest(UUID webhook, Instant now) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(OLDEST)) {
            select.setObject(1, webhook);
            select.setObject(2, at(now));
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? new Message(
                                row.getObject("message", UUID.class),
                                WebhookRows.webhook(row),
                                row.getString("payload"),
                                row.getInt("tries"))
                        : null;
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("message not read", failed);
        }
    }

    void delivered(Message message, Attempt attempt) {
        execute(
                DELIVERED,
                json(attempt),
                at(attempt.at()),
                message.id(),
                message.webhook().id());
    }

    void again(Message message, Attempt attempt, Instant next) {
        execute(
                AGAIN,
                json(attempt),
                at(next),
                message.id(),
                at(attempt.at()),
                message.webhook().id());
    }

    void givenUp(Message message, Attempt attempt, DisabledReason reason) {
        execute(GIVEN_UP, json(attempt), at(attempt.at()), message.id(), reason.name(), at(attempt.at()));
    }

    private void execute(String sql, Object... parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int index = 0; index < parameters.length; index++) {
                statement.setObject(index + 1, parameters[index]);
            }
            statement.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException("attempt not stored", failed);
        }
    }

    private static String json(Attempt attempt) {
        return EventJson.write(attempt);
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
