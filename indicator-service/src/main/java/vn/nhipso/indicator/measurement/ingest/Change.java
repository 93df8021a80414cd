package vn.nhipso.indicator.measurement.ingest;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.check.Candidate;
import vn.nhipso.indicator.figure.Content;
import vn.nhipso.indicator.measurement.Key;

/**
 * A revision about to be written.
 *
 * @param candidate with the content as it will stand
 * @param before null for a new key
 */
record Change(
        Key key,
        UUID id,
        int revision,
        Candidate candidate,
        Reason reason,
        @Nullable Standing before) {

    Content content() {
        return candidate.content();
    }

    /** Whether a published value stands that this unpublished one must not touch. */
    boolean waitsBehind(boolean publishing) {
        return !publishing && before != null && before.published();
    }
}
