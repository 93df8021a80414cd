package vn.nhipso.directory.catalogue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.Act;
import vn.nhipso.directory.change.CatalogueFiling;
import vn.nhipso.directory.change.CatalogueProgress;
import vn.nhipso.directory.change.Filer;
import vn.nhipso.kit.job.JobRun;

/** Lists that are filed after their request was answered. */
final class ImportJob {

    /** Half an hour for comparing and writing, waiting for other changes included. */
    static final int SECONDS = 1_800;

    private ImportJob() {}

    /**
     * What is submitted beside the files.
     *
     * @param unit whose subtree the rights of the sender cover
     */
    record Submitted(
            LocalDate day, @Nullable Act act, @Nullable String note, String area, boolean dryRun, String unit) {}

    /** Effect and success commit together. */
    static void run(
            JobRun job, Catalogues catalogues, OneAtATime lists, Function<Catalogues.Filed, ? extends Record> view)
            throws IOException {
        Submitted sent = job.parameters(Submitted.class);
        Filer filer = new Filer(job.owner(), sent.unit());
        CatalogueProgress progress = (phase, done, total) -> job.progress(phase.toUpperCase(Locale.ROOT), done, total);
        try (Bundle.Unpacked files = Bundle.unpack(job.input())) {
            Catalogues.Order order = new Catalogues.Order(
                    sent.day(), sent.act(), sent.note(), sent.area(), files.units(), files.lineage());
            lists.work(OneAtATime.JOB_WAIT_SECONDS, () -> {
                CatalogueFiling filing = catalogues.read(order, filer, progress);
                QuarkusTransaction.requiringNew()
                        .timeout(SECONDS)
                        .run(() -> job.succeed(view.apply(
                                sent.dryRun()
                                        ? catalogues.tryOut(filing, filer, progress)
                                        : catalogues.file(filing, filer, progress))));
                return sent;
            });
        }
    }
}
