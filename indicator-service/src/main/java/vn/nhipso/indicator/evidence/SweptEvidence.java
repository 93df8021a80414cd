package vn.nhipso.indicator.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import vn.nhipso.kit.upkeep.Chore;

/** Deletes files that nobody has cited in time, a few at once. */
@ApplicationScoped
class SweptEvidence implements Chore {

    private static final int AT_ONCE = 100;

    private static final String FILES = """
            DELETE FROM evidence WHERE id IN (
              SELECT e.id FROM evidence e
              WHERE e.recorded_at < now() - ? * interval '1 millisecond'
                AND NOT EXISTS (SELECT 1 FROM revision_evidence r WHERE r.evidence = e.id)
              ORDER BY e.recorded_at LIMIT ? FOR UPDATE SKIP LOCKED)
            """;

    private static final String CONTENTS = """
            DELETE FROM evidence_content c
            WHERE c.recorded_at < now() - interval '1 hour' AND NOT EXISTS (SELECT 1 FROM evidence e WHERE e.sha256 = c.sha256)
            """;

    private final EvidenceConfig config;

    SweptEvidence(EvidenceConfig config) {
        this.config = config;
    }

    @Override
    public String name() {
        return "Deleting evidence that nobody cites";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run(Connection connection) throws SQLException {
        try (PreparedStatement files = connection.prepareStatement(FILES);
                Statement contents = connection.createStatement()) {
            files.setLong(1, config.unused().toMillis());
            files.setInt(2, AT_ONCE);
            int deleted = AT_ONCE;
            while (deleted == AT_ONCE) {
                deleted = files.executeUpdate();
            }
            contents.executeUpdate(CONTENTS);
        }
    }
}
