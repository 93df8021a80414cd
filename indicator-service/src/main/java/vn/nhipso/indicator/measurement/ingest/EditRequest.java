package vn.nhipso.indicator.measurement.ingest;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An alteration or withdrawal of one measurement as it was asked for.
 *
 * @param idempotencyKey null where the caller gave none
 */
record EditRequest(
        String id,
        byte[] body,
        boolean withdrawal,
        @Nullable String ifMatch,
        Author author,
        @Nullable String idempotencyKey,
        Locale language) {

    /** What makes it another request under the same key. */
    String fingerprint() {
        return "edit " + id + " " + withdrawal + " " + ifMatch + " " + new String(body, StandardCharsets.UTF_8);
    }
}
