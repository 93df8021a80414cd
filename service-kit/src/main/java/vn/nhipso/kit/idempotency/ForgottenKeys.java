package vn.nhipso.kit.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import vn.nhipso.kit.upkeep.Chore;

/** Forgets the keys that have had their time, a few at once, so that no request waits for it. */
@ApplicationScoped
class ForgottenKeys implements Chore {

    private static final int AT_ONCE = 1_000;

    private static final String DELETE = """
            DELETE FROM idempotency_key WHERE (caller, key) IN
              (SELECT caller, key FROM idempotency_key WHERE recorded_at < now() - ? * interval '1 millisecond'
               ORDER BY recorded_at LIMIT ? FOR UPDATE SKIP LOCKED)
            """;

    private final IdempotencyConfig config;

    ForgottenKeys(IdempotencyConfig config) {
        this.config = config;
    }

    @Override
    public String name() {
        return "Forgetting old idempotency keys";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    @Override
    public void run(Connection connection) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
            delete.setLong(1, config.retention().toMillis());
            delete.setInt(2, AT_ONCE);
            int deleted = AT_ONCE;
            while (deleted == AT_ONCE) {
                deleted = delete.executeUpdate();
            }
        }
    }
}
