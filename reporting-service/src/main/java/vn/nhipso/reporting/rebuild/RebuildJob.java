package vn.nhipso.reporting.rebuild;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import vn.nhipso.kit.job.JobKind;
import vn.nhipso.kit.job.JobRun;
import vn.nhipso.kit.job.Jobs;

/** Rebuilds as jobs. */
@ApplicationScoped
class RebuildJob implements JobKind {

    static final String KIND = "rebuild";

    private final DataSource dataSource;
    private final RebuildConfig config;

    RebuildJob(DataSource dataSource, RebuildConfig config) {
        this.dataSource = dataSource;
        this.config = config;
    }

    /** A run that was killed is repeated; where it was given up or cancelled instead, this is who clears up. */
    void sweep(@Observes StartupEvent started, Jobs jobs) throws SQLException {
        if (!jobs.isOpen(KIND)) {
            Leftovers.sweep(dataSource);
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun job) throws SQLException {
        new Rebuild(dataSource, config, new Watcher(job)).run();
    }

    private record Watcher(JobRun job) implements RebuildWatcher {

        @Override
        public void progress(String phase, long done, long total) {
            job.progress(phase, done, total);
        }

        @Override
        public void succeed(Connection transaction, RebuildResult result) {
            job.succeed(transaction, result);
        }
    }
}
