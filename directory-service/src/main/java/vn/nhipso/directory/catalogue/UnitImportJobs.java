package vn.nhipso.directory.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import vn.nhipso.kit.job.JobKind;
import vn.nhipso.kit.job.JobRun;

/** Lists of units that take longer than their sender waits. */
@ApplicationScoped
class UnitImportJobs implements JobKind {

    static final String KIND = "unit-import";

    private final Catalogues catalogues;
    private final OneAtATime lists;

    UnitImportJobs(Catalogues catalogues, OneAtATime lists) {
        this.catalogues = catalogues;
        this.lists = lists;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun job) throws IOException {
        ImportJob.run(job, catalogues, lists, Catalogues.Filed::units);
    }
}
