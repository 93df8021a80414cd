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

/** Keeps webhooks. Within a transaction it is part of it. */
@ApplicationScoped
class WebhookStore {

    private static final String INSERT = """
            INSERT INTO webhook (url, types, unit, indicators, state_reason, secret, old_secret, old_secret_until, position, failing_since, revision,
              state, created_by, created_at, id)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String UPDATE = """
            UPDATE webhook SET url = ?, types = ?, unit = ?, indicators = ?, state_reason = ?, secret = ?, old_secret = ?, old_secret_until = ?,
              position = ?, failing_since = ?, revision = ?, state = ?
            WHERE id = ?
            """;

    private final DataSource dataSource;

    WebhookStore(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    void insert(Webhook webhook) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            int next = set(insert, webhook);
            insert.setString(next, webhook.createdBy());
            insert.setObject(next + 1, at(webhook.createdAt()));
            insert.setObject(next + 2, webhook.id());
            insert.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException("webhook not stored", failed);
        }
    }

    /** Only of a webhook that was read FOR UPDATE. */
    void update(Webhook webhook) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(UPDATE)) {
            update.setObject(set(update, webhook), webhook.id());
            update.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException("webhook not stored", failed);
        }
    }

    void delete(UUID id) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete = connection.prepareStatement("DELETE FROM webhook WHERE id = ?")) {
            delete.setObject(1, id);
            delete.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException("webhook not deleted", failed);
        }
    }

    @Nullable Webhook find(UUID id) {
        return one("SELECT " + WebhookRows.COLUMNS + " FROM webhook w WHERE w.id = ?", id);
    }

    /** Keeps others, also the sender, from it until the transaction ends. */
    @Nullable Webhook lock(UUID id) {
        return one("SELECT " + WebhookRows.COLUMNS + " FROM webhook w WHERE w.id = ? FOR UPDATE", id);
    }

    List<Webhook> all() {
        return select("SELECT " + WebhookRows.COLUMNS + " FROM webhook w ORDER BY w.id", null);
    }

    private @Nullable Webhook one(String sql, UUID id) {
        List<Webhook> found = select(sql, id);
        return found.isEmpty() ? null : found.getFirst();
    }

    private List<Webhook> select(String sql, @Nullable UUID id) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            if (id != null) {
                select.setObject(1, id);
            }
            List<Webhook> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(WebhookRows.webhook(row));
                }
            }
            return found;
        } catch (SQLException failed) {
            throw new IllegalStateException("webhooks not read", failed);
        }
    }

    private static int set(PreparedStatement statement, Webhook webhook) throws SQLException {
        Connection connection = statement.getConnection();
        statement.setString(1, webhook.url());
        statement.setArray(
                2,
                connection.createArrayOf(
                        "text", webhook.types().stream().map(WebhookType::word).toArray()));
        statement.setString(3, webhook.unit());
        statement.setArray(
                4, connection.createArrayOf("text", webhook.indicators().toArray()));
        DisabledReason disabled = webhook.disabled();
        statement.setString(5, disabled == null ? null : disabled.name());
        statement.setString(6, webhook.secrets().current());
        statement.setString(7, webhook.secrets().old());
        statement.setObject(8, at(webhook.secrets().oldUntil()));
        statement.setLong(9, webhook.position());
        statement.setObject(10, at(webhook.failingSince()));
        statement.setInt(11, webhook.revision());
        statement.setString(12, (disabled == null ? WebhookState.ENABLED : WebhookState.DISABLED).name());
        return 13;
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }
}
