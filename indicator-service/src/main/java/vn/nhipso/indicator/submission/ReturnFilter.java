package vn.nhipso.indicator.submission;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which returns to list; empty lists and nulls ask for all.
 *
 * @param within those of this unit and of all below it
 */
record ReturnFilter(
        List<String> units,
        List<String> periods,
        List<ReturnStatus> statuses,
        @Nullable String within,
        @Nullable Boolean late) {

    /** What a cursor is bound to. */
    String[] marks() {
        return new String[] {
            units.toString(), periods.toString(), statuses.toString(), String.valueOf(within), String.valueOf(late)
        };
    }
}
