package vn.nhipso.indicator.measurement.file;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import vn.nhipso.indicator.figure.NumberFormat;
import vn.nhipso.indicator.measurement.ingest.Author;
import vn.nhipso.indicator.measurement.ingest.BatchItem;
import vn.nhipso.indicator.measurement.ingest.BatchRequest;
import vn.nhipso.indicator.measurement.ingest.BatchService;
import vn.nhipso.indicator.measurement.ingest.Chunks;
import vn.nhipso.kit.idempotency.KeptAnswer;
import vn.nhipso.kit.security.Caller;
import vn.nhipso.kit.table.TableFile;
import vn.nhipso.kit.table.TableLimits;
import vn.nhipso.kit.table.TableReader;

/** Takes a file in: at once as a batch, or as a job where it is long or its sender does not want to wait. */
@ApplicationScoped
class FileService {

    private final Chunks chunks;
    private final BatchService batches;
    private final FileJobs jobs;
    private final Caller caller;

    FileService(Chunks chunks, BatchService batches, FileJobs jobs, Caller caller) {
        this.chunks = chunks;
        this.batches = batches;
        this.jobs = jobs;
        this.caller = caller;
    }

    KeptAnswer take(Path file, FileQuery query, Locale language) {
        NumberFormat format = query.numberFormat();
        boolean dryRun = query.isDryRun();
        List<BatchItem> items;
        boolean more;
        try (TableItems rows = open(file, format)) {
            items = query.isAsync() ? List.of() : rows.next(chunks.rows());
            more = rows.hasNext();
        }
        String said = query.idempotencyKey() == null ? "" : format + " " + digest(file);
        if (more) {
            return jobs.submit(file, query, Author.of(caller), said, language);
        }
        return batches.take(new BatchRequest(
                items, said, query.mode(), dryRun, false, Author.of(caller), query.idempotencyKey(), language));
    }

    static TableItems open(Path file, NumberFormat format) {
        TableReader table = TableFile.open(file, TableLimits.standard());
        try {
            return new TableItems(table, format);
        } catch (RuntimeException refused) {
            table.close();
            throw refused;
        }
    }

    private static String digest(Path file) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            try (InputStream content = new DigestInputStream(Files.newInputStream(file), sha)) {
                content.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
