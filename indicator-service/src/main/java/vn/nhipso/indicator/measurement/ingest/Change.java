package vn.nhipso.indicator.measurement.ingest;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.figure.Content;
import vn.nhipso.indicator.measurement.Key;

/**
 * A revision about to be written.
 *
 * @param family of the event: the partition of its indicator and year
 * @param before null for a new key
 */
record Change(
        Key key,
        UUID id,
        int revision,
        Said said,
        Reason reason,
        int family,
        @Nullable Standing before) {

    /**
     * What it will say.
     *
     * @param content as it will stand; nothing when it is withdrawn
     * @param definitionVersion under which it is made
     * @param atLowest whether its OWN is its WHOLE as well
     */
    record Said(Content content, boolean withdrawn, int definitionVersion, boolean atLowest) {}

    Content content() {
        return said.content();
    }

    /** Whether it is published; what takes back something that never was is not, whoever says it. */
    boolean isPublished(boolean publishing) {
        return publishing && !(said.withdrawn() && before != null && !before.published());
    }

    /** Whether a published value stands that this unpublished one must not touch. */
    boolean waitsBehind(boolean publishing) {
        return !publishing && before != null && before.published();
    }
}
