package vn.nhipso.directory.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import vn.nhipso.kit.job.JobKind;
import vn.nhipso.kit.job.JobRun;

/** Lists of lineage that take longer than their sender waits. */
@ApplicationScoped
class LineageImportJobs implements JobKind {

    static final String KIND = "lineage-import";

    private final Catalogues catalogues;
    private final OneAtATime lists;

    LineageImportJobs(Catalogues catalogues, OneAtATime lists) {
        this.catalogues = catalogues;
        this.lists = lists;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun job) throws IOException {
        ImportJob.run(job, catalogues, lists, Catalogues.Filed::lineage);
    }
}
