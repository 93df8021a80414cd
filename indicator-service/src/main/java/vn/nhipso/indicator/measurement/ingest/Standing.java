package vn.nhipso.indicator.measurement.ingest;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.figure.Content;

/**
 * What stands for a key before a write.
 *
 * @param revision the number of the revision that stands
 * @param lastRevision the highest number given out
 * @param withdrawn whether the revision that stands took the value back; its content says nothing
 * @param draft the newest content where it waits for publication while an older one stands
 */
record Standing(
        UUID id,
        int revision,
        int lastRevision,
        boolean published,
        Content content,
        boolean withdrawn,
        @Nullable Content draft,
        boolean draftWithdrawn) {

    /**
     * What a new row is said after: those who publish speak over what counts, others over the newest of all. Over what was never published those who
     * publish speak as if nothing stood: else what waits for approval would become public with a row that leaves it out.
     */
    @Nullable Content base(boolean publishing) {
        if (publishing) {
            return published ? content : null;
        }
        return draft == null ? content : draft;
    }

    /** Whether what a new row is said after is a withdrawal. */
    boolean isWithdrawn(boolean publishing) {
        return publishing || draft == null ? withdrawn : draftWithdrawn;
    }
}
