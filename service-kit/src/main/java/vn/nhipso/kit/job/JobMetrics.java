package vn.nhipso.kit.job;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Figures of the jobs: {@code nhipso_jobs} by kind and status for what is queued or runs, {@code nhipso_jobs_run} for what has ended here. */
final class JobMetrics {

    private static final String OPEN =
            "SELECT kind, status, count(*) FROM job WHERE status IN ('QUEUED', 'RUNNING') GROUP BY kind, status";

    private final MeterRegistry registry;
    private final MultiGauge open;

    JobMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.open = MultiGauge.builder("nhipso.jobs")
                .description("Jobs that have not ended, over all replicas")
                .register(registry);
    }

    void ended(String kind, String outcome, Duration lasted) {
        registry.timer("nhipso.jobs.run", "kind", kind, "outcome", outcome).record(lasted);
    }

    void countOpen(DataSource dataSource) throws SQLException {
        List<MultiGauge.Row<?>> rows = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement count = connection.prepareStatement(OPEN);
                ResultSet counts = count.executeQuery()) {
            while (counts.next()) {
                rows.add(MultiGauge.Row.of(
                        Tags.of("kind", counts.getString(1), "status", counts.getString(2)), counts.getLong(3)));
            }
        }
        open.register(rows, true);
    }
}
