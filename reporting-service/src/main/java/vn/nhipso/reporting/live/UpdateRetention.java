package vn.nhipso.reporting.live;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import vn.nhipso.kit.upkeep.Chore;

/** Forgets what was made anew long ago. */
@ApplicationScoped
class UpdateRetention implements Chore {

    private static final String FORGET = "DELETE FROM rollup_update WHERE made_at < now() - make_interval(secs => ?)";

    private final LiveConfig config;

    UpdateRetention(LiveConfig config) {
        this.config = config;
    }

    @Override
    public String name() {
        return "Forgetting updates";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(5);
    }

    @Override
    public void run(Connection connection) throws SQLException {
        try (PreparedStatement forget = connection.prepareStatement(FORGET)) {
            forget.setDouble(1, config.kept().toSeconds());
            forget.executeUpdate();
        }
    }
}
