package vn.nhipso.directory.change;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What whole lists did, or would do.
 *
 * @param items differences of the list of units, by level and code; null where none was sent
 * @param lineage null where none was sent
 * @param change null in a dry run and where nothing differed
 * @param sequence of its events
 */
public record CatalogueOutcome(
        Status status,
        @Nullable List<ListItem> items,
        @Nullable LineageDifference lineage,
        @Nullable UUID change,
        @Nullable String sequence) {

    /** Whether anything was written. */
    public enum Status {
        APPLIED,
        /** The record said all of it already. */
        UNCHANGED,
        DRY_RUN
    }
}
