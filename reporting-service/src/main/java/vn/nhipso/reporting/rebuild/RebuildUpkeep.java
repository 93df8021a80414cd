package vn.nhipso.reporting.rebuild;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import vn.nhipso.kit.job.Jobs;
import vn.nhipso.kit.upkeep.Chore;

/** A run that was killed is repeated as a job; where it was given up or cancelled instead, this clears up behind it. */
@ApplicationScoped
class RebuildUpkeep implements Chore {

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
        Leftovers.sweepUnless(connection, transaction -> Jobs.isOpen(transaction, RebuildJob.KIND));
    }
}
