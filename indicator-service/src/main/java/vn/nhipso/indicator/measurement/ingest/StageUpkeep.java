package vn.nhipso.indicator.measurement.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.nhipso.kit.upkeep.Chore;

/** Ends what died deliveries left: findings of what was written are still looked for, the rest is deleted. Jobs that go on keep theirs. */
@ApplicationScoped
class StageUpkeep implements Chore {

    private static final String WRITTEN =
            "SELECT id FROM measurement_stage WHERE state = 'WRITTEN' AND touched_at < now() - interval '1 minute'";

    private static final String SWEEP = """
            DELETE FROM measurement_stage s WHERE state <> 'WRITTEN' AND (
              job IS NULL AND touched_at < now() - interval '1 hour'
              OR touched_at < now() - interval '1 minute' AND EXISTS (SELECT FROM job j WHERE j.id = s.job AND j.finished_at IS NOT NULL))
            """;

    private final AtomicStages stages;

    StageUpkeep(AtomicStages stages) {
        this.stages = stages;
    }

    @Override
    public String name() {
        return "Sweeping deliveries that died";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run(Connection connection) throws SQLException {
        List<UUID> written = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(WRITTEN);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                written.add(row.getObject(1, UUID.class));
            }
        }
        written.forEach(stages::review);
        StageStore.update(connection, SWEEP);
    }
}
