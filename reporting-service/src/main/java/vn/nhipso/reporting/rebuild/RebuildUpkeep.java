package vn.nhipso.reporting.rebuild;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import vn.nhipso.kit.job.Jobs;
import vn.nhipso.kit.upkeep.Chore;

/** A run that was killed is repeated as a job; where it was given up or cancelled instead, this clears up behind it. */
@ApplicationScoped
class RebuildUpkeep implements Chore {

    private final DataSource dataSource;
    private final Jobs jobs;

    RebuildUpkeep(DataSource dataSource, Jobs jobs) {
        this.dataSource = dataSource;
        this.jobs = jobs;
    }

    @Override
    public String name() {
        return "Clearing up behind rebuilds";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run(Connection connection) throws SQLException {
        Leftovers.sweepUnless(dataSource, () -> jobs.isOpen(RebuildJob.KIND));
    }
}
