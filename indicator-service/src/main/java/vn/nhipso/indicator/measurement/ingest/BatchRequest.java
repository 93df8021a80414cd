package vn.nhipso.indicator.measurement.ingest;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A batch as it was asked for.
 *
 * @param idempotencyKey null where the caller gave none
 */
record BatchRequest(
        byte[] body,
        BatchMode mode,
        boolean dryRun,
        Author author,
        @Nullable String idempotencyKey,
        Locale language) {

    /** The status of an answer (DESIGN 7). */
    int status(BatchAnswer answer) {
        if (mode == BatchMode.PARTIAL) {
            return 207;
        }
        return answer.accepted() > 0 && !dryRun ? 201 : 200;
    }

    /** What makes it another request under the same key. */
    String fingerprint() {
        return "POST /v1/measurement-batches " + mode + " " + new String(body, StandardCharsets.UTF_8);
    }
}
