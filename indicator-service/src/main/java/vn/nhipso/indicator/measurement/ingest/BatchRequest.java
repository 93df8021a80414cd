package vn.nhipso.indicator.measurement.ingest;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.event.EventJson;
import vn.nhipso.kit.idempotency.KeptAnswer;

/**
 * A batch as it was asked for.
 *
 * @param said what makes it another request under the same key: its body
 * @param every whether a PARTIAL answer lists every row
 * @param idempotencyKey null where the caller gave none
 */
public record BatchRequest(
        List<BatchItem> items,
        String said,
        BatchMode mode,
        boolean dryRun,
        boolean every,
        Author author,
        @Nullable String idempotencyKey,
        Locale language) {

    /** An answer as it is given and kept. */
    public KeptAnswer keep(BatchAnswer answer) {
        return new KeptAnswer(status(answer), null, EventJson.write(answer));
    }

    /** The status of an answer (DESIGN 7). */
    int status(BatchAnswer answer) {
        if (mode == BatchMode.PARTIAL) {
            return 207;
        }
        return answer.accepted() > 0 && !dryRun ? 201 : 200;
    }

    /** What makes it another request under the same key. */
    public String fingerprint() {
        return "POST /v1/measurement-batches " + mode + " " + said;
    }
}
