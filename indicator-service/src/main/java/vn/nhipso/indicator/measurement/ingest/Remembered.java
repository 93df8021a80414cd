package vn.nhipso.indicator.measurement.ingest;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.event.EventJson;
import vn.nhipso.kit.idempotency.IdempotencyKeys;
import vn.nhipso.kit.idempotency.KeptAnswer;

/** Keeps the answer to a batch with its Idempotency-Key, in the batch's transaction. Without a key it does nothing. */
final class Remembered implements Ingest.Companion {

    private final IdempotencyKeys keys;
    private final BatchRequest request;
    private final LongFunction<BatchAnswer> answer;
    private @Nullable KeptAnswer kept;

    Remembered(IdempotencyKeys keys, BatchRequest request, LongFunction<BatchAnswer> answer) {
        this.keys = keys;
        this.request = request;
        this.answer = answer;
    }

    /** The answer to give again, when this request was answered before. */
    @Nullable KeptAnswer kept() {
        return kept;
    }

    @Override
    public boolean begin(Connection tx) throws SQLException {
        String key = request.idempotencyKey();
        if (key != null) {
            kept = keys.claim(tx, request.author().name(), key, request.fingerprint())
                    .orElse(null);
        }
        return kept == null;
    }

    @Override
    public void end(Connection tx, long position) throws SQLException {
        String key = request.idempotencyKey();
        if (key != null) {
            BatchAnswer given = answer.apply(position);
            keys.keep(
                    tx,
                    request.author().name(),
                    key,
                    new KeptAnswer(request.status(given), null, EventJson.write(given)));
        }
    }
}
