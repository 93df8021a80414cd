package vn.nhipso.indicator.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import vn.nhipso.kit.upkeep.Chore;

/** Forgets messages that are done and have had their time, some at once, and secrets that sign no more. */
@ApplicationScoped
class DeliveryRetention implements Chore {

    private static final int AT_ONCE = 1_000;

    private static final String DELETE = """
            DELETE FROM webhook_delivery WHERE id IN (
              SELECT id FROM webhook_delivery WHERE finished_at < now() - ? * interval '1 millisecond' AND state <> 'FAILED'
              ORDER BY finished_at LIMIT ? FOR UPDATE SKIP LOCKED)
            """;

    private static final String OLD_SECRETS =
            "UPDATE webhook SET old_secret = NULL, old_secret_until = NULL WHERE old_secret_until < now()";

    private final WebhookConfig config;

    DeliveryRetention(WebhookConfig config) {
        this.config = config;
    }

    @Override
    public String name() {
        return "Forgetting old messages of webhooks";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    @Override
    public void run(Connection connection) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(DELETE);
                Statement forget = connection.createStatement()) {
            forget.execute(OLD_SECRETS);
            delete.setLong(1, config.retention().toMillis());
            delete.setInt(2, AT_ONCE);
            int deleted = AT_ONCE;
            while (deleted == AT_ONCE) {
                deleted = delete.executeUpdate();
            }
        }
    }
}
