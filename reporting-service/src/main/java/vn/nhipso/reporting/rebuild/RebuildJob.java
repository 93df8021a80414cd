package vn.nhipso.reporting.rebuild;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import vn.nhipso.kit.job.JobKind;
import vn.nhipso.kit.job.JobRun;

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
