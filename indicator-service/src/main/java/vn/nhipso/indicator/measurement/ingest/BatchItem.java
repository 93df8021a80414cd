package vn.nhipso.indicator.measurement.ingest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.figure.Content;
import vn.nhipso.indicator.figure.Scope;
import vn.nhipso.kit.problem.ProblemError;

/**
 * An item as it was read, before anybody looked at what it means.
 *
 * @param row its place, from 0
 * @param withdrawn whether it takes back what stands, and says nothing else
 * @param errors what could not be read of it; with any, the rest is not to be relied on
 */
record BatchItem(
        int row,
        @Nullable String indicator,
        @Nullable String unit,
        @Nullable String period,
        @Nullable Scope scope,
        Content content,
        @Nullable Reason reason,
        boolean withdrawn,
        List<ProblemError> errors) {

    /** A value. */
    BatchItem(
            int row,
            @Nullable String indicator,
            @Nullable String unit,
            @Nullable String period,
            @Nullable Scope scope,
            Content content,
            @Nullable Reason reason,
            List<ProblemError> errors) {
        this(row, indicator, unit, period, scope, content, reason, false, errors);
    }

    String pointer(String field) {
        return "/items/" + row + "/" + field;
    }
}
