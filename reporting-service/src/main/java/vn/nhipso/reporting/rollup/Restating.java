package vn.nhipso.reporting.rollup;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nhipso.reporting.restatement.Restated;

/**
 * What a rollup on the hierarchy of another day than its closing day has beside its figures.
 *
 * @param same the unit of the closing day that holds exactly the same people, whose rollup it is; nothing where it was added up from what is placed
 *     at or below the unit
 * @param related whether any unit of the closing day may be, or have been, part of this one
 * @param own where the own figure comes from, where it was added up
 * @param missing all who are missing in it, where it was added up
 */
public record Restating(
        @Nullable String same,
        boolean related,
        @Nullable Basis own,
        Restated.@Nullable Unallocated unallocated,
        List<String> missing) {

    /** Whether it was added up from what is placed at or below the unit. */
    public boolean summed() {
        return same == null;
    }
}
