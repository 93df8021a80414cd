package vn.nhipso.indicator.measurement.file;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import vn.nhipso.indicator.figure.NumberFormat;
import vn.nhipso.indicator.measurement.ingest.Author;
import vn.nhipso.indicator.measurement.ingest.BatchMode;
import vn.nhipso.kit.idempotency.IdempotencyKeys;
import vn.nhipso.kit.idempotency.KeptAnswer;
import vn.nhipso.kit.job.Jobs;

/** Hands files over to jobs: once, however often they are sent with the same Idempotency-Key. */
@ApplicationScoped
class FileJobs {

    private final Jobs jobs;
    private final IdempotencyKeys keys;
    private final DataSource dataSource;

    FileJobs(Jobs jobs, IdempotencyKeys keys, DataSource dataSource) {
        this.jobs = jobs;
        this.keys = keys;
        this.dataSource = dataSource;
    }

    /** What is submitted beside the file. */
    record Submitted(Author author, BatchMode mode, boolean dryRun, NumberFormat format, String language) {}

    /** Answers 202 and where the job is found. */
    @Transactional
    KeptAnswer submit(Path file, FileQuery query, Author author, String said, Locale language) {
        Submitted sent =
                new Submitted(author, query.mode(), query.isDryRun(), query.numberFormat(), language.getLanguage());
        String key = query.idempotencyKey();
        if (key == null) {
            return submit(sent, file);
        }
        try (Connection tx = dataSource.getConnection()) {
            Optional<KeptAnswer> kept = keys.claim(
                    tx,
                    author.name(),
                    key,
                    "POST /v1/measurement-batches later " + query.mode() + " " + sent.dryRun() + " " + said);
            if (kept.isPresent()) {
                return kept.get();
            }
            KeptAnswer answer = submit(sent, file);
            keys.keep(tx, author.name(), key, answer);
            return answer;
        } catch (SQLException failed) {
            throw new IllegalStateException("job not submitted", failed);
        }
    }

    private KeptAnswer submit(Submitted sent, Path file) {
        var id = jobs.submit(FileJob.KIND, sent.author().name(), sent, file);
        return new KeptAnswer(202, Jobs.PATH + "/" + id, "");
    }
}
