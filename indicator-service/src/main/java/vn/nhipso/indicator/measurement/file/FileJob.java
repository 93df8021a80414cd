package vn.nhipso.indicator.measurement.file;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import vn.nhipso.indicator.IndicatorProblem;
import vn.nhipso.indicator.measurement.ingest.AtomicStages;
import vn.nhipso.indicator.measurement.ingest.BatchItem;
import vn.nhipso.indicator.measurement.ingest.BatchMode;
import vn.nhipso.indicator.measurement.ingest.Chunks;
import vn.nhipso.indicator.measurement.ingest.Stage;
import vn.nhipso.indicator.measurement.ingest.StageLostException;
import vn.nhipso.indicator.measurement.ingest.Stages;
import vn.nhipso.kit.job.JobKind;
import vn.nhipso.kit.job.JobRun;
import vn.nhipso.kit.outbox.Outbox;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;

/** Takes a long file in. Whatever step its process dies at, the next run goes on behind the last one that was committed. */
@ApplicationScoped
class FileJob implements JobKind {

    static final String KIND = "measurement-batch";

    private final Chunks chunks;
    private final Stages stages;
    private final AtomicStages atomic;
    private final ReportStore reports;
    private final Outbox outbox;

    FileJob(Chunks chunks, Stages stages, AtomicStages atomic, ReportStore reports, Outbox outbox) {
        this.chunks = chunks;
        this.stages = stages;
        this.atomic = atomic;
        this.reports = reports;
        this.outbox = outbox;
    }

    /**
     * What became of the file.
     *
     * @param report where every bad row and finding stands
     */
    record Result(int accepted, int unchanged, int rejected, int findings, String sequence, String report) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean alone() {
        return false;
    }

    @Override
    public void run(JobRun job) {
        FileJobs.Submitted sent = job.parameters(FileJobs.Submitted.class);
        try {
            Stage stage = stages.of(job.id()).filter(Stage::done).orElseGet(() -> fill(job, sent));
            if (sent.mode() == BatchMode.PARTIAL) {
                takePartly(job, sent, stage);
            } else {
                takeWhole(job, sent, stage);
            }
        } catch (StageLostException lost) {
            job.progress("LOST", 0, 0);
            throw lost;
        }
    }

    private Stage fill(JobRun job, FileJobs.Submitted sent) {
        UUID stage = stages.begin(job.id());
        int rows = 0;
        boolean patient = true;
        try (TableItems items = FileService.open(job.input(), sent.format())) {
            int most = chunks.rows();
            for (List<BatchItem> chunk = items.next(most); !chunk.isEmpty(); chunk = items.next(most)) {
                patient &= !stages.add(stage, chunk, sent.author(), patient);
                rows += chunk.size();
                job.progress("READING", rows, 0);
            }
        }
        stages.settle(stage);
        return stages.get(stage).orElseThrow();
    }

    private void takePartly(JobRun job, FileJobs.Submitted sent, Stage stage) {
        Stage.Counts counts = stage.counts();
        boolean more = true;
        while (more) {
            job.progress("STORING", counts.rows(), stage.rows());
            more = stages.takeNext(
                    stage.id(), sent.author(), sent.dryRun(), (tx, rows, position) -> reports.add(tx, job.id(), rows));
            counts = stages.get(stage.id()).map(Stage::counts).orElse(counts);
        }
        Result result = result(job, counts);
        stages.within(tx -> {
            Stages.end(tx, stage.id());
            job.succeed(tx, result);
        });
    }

    private void takeWhole(JobRun job, FileJobs.Submitted sent, Stage stage) {
        AtomicStages.Planned planned = plan(job, sent, stage);
        if (sent.dryRun()) {
            stages.within(tx -> {
                Stages.end(tx, stage.id());
                job.succeed(tx, result(job, planned.counts()));
            });
            return;
        }
        job.progress("STORING", 0, stage.rows());
        atomic.write(
                stage.id(),
                sent.author(),
                planned,
                (tx, counts) -> job.succeed(tx, result(job, counts)),
                () -> plan(job, sent, stage));
    }

    private AtomicStages.Planned plan(JobRun job, FileJobs.Submitted sent, Stage stage) {
        stages.within(tx -> reports.clear(tx, job.id()));
        int[] done = {0};
        AtomicStages.Planned planned = atomic.plan(stage.id(), sent.author(), (tx, rows) -> {
            reports.add(tx, job.id(), rows);
            done[0] += rows.size();
            job.progress("CHECKING", done[0], stage.rows());
        });
        if (planned.counts().rejected() > 0) {
            throw refused(job, stage, planned.counts());
        }
        return planned;
    }

    private ProblemException refused(JobRun job, Stage stage, Stage.Counts counts) {
        stages.within(tx -> Stages.end(tx, stage.id()));
        return new ProblemException(
                        IndicatorProblem.BATCH_REJECTED,
                        Text.of(
                                "%d trên %d dòng có lỗi; không lưu dòng nào. Danh sách đầy đủ: %s",
                                "%d of %d rows are wrong; nothing was stored. All of them: %s",
                                counts.rejected(),
                                stage.rows(),
                                ReportResource.path(job.id())))
                .withErrors(reports.errors(job.id()))
                .with("rejected", counts.rejected());
    }

    private Result result(JobRun job, Stage.Counts counts) {
        return new Result(
                counts.accepted(),
                counts.unchanged(),
                counts.rejected(),
                counts.findings(),
                outbox.token(counts.position()),
                ReportResource.path(job.id()));
    }
}
