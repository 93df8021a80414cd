package vn.nhipso.indicator.measurement.ingest;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.measurement.Key;
import vn.nhipso.kit.event.EventJson;
import vn.nhipso.kit.idempotency.IdempotencyKeys;
import vn.nhipso.kit.idempotency.KeptAnswer;

/** Holds an edit against what its author has seen, within the transaction that writes it; and remembers its answer where it has a key. */
final class SingleEdit implements Ingest.Companion {

    private final IdempotencyKeys keys;
    private final EditRequest request;
    private final @Nullable IfMatch seen;
    private final LongFunction<EditAnswer> answer;
    private @Nullable KeptAnswer kept;

    /** @param seen null where it does not matter what was seen */
    SingleEdit(IdempotencyKeys keys, EditRequest request, @Nullable IfMatch seen, LongFunction<EditAnswer> answer) {
        this.keys = keys;
        this.request = request;
        this.seen = seen;
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
    public void over(Map<Key, Standing> standing) {
        if (seen != null && !standing.values().stream().allMatch(row -> seen.allows(row.lastRevision()))) {
            throw new StaleEditException();
        }
    }

    @Override
    public void end(Connection tx, long position) throws SQLException {
        String key = request.idempotencyKey();
        if (key != null) {
            keys.keep(
                    tx,
                    request.author().name(),
                    key,
                    new KeptAnswer(200, null, EventJson.write(answer.apply(position))));
        }
    }
}
