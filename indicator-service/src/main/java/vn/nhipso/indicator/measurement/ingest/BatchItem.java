package vn.nhipso.indicator.measurement.ingest;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.figure.Content;
import vn.nhipso.indicator.figure.Scope;
import vn.nhipso.kit.problem.ProblemError;

/**
 * An item as it was read, before anybody looked at what it means.
 *
 * @param row its place, from 0; the line of a file
 * @param at JSON Pointer to it; empty where it is a document of its own
 * @param withdrawn whether it takes back what stands, and says nothing else
 * @param evidence the files it cites
 * @param errors what could not be read of it; with any, the rest is not to be relied on
 */
public record BatchItem(
        int row,
        String at,
        @Nullable String indicator,
        @Nullable String unit,
        @Nullable String period,
        @Nullable Scope scope,
        Content content,
        @Nullable Reason reason,
        boolean withdrawn,
        List<UUID> evidence,
        List<ProblemError> errors) {

    /** An item of which nothing can be told but what is wrong with it. */
    public static BatchItem unreadable(int row, List<ProblemError> errors) {
        return new BatchItem(row, "", null, null, null, null, Content.NOTHING, null, false, List.of(), errors);
    }

    /** With errors that were found since. */
    public BatchItem withErrors(List<ProblemError> found) {
        return new BatchItem(row, at, indicator, unit, period, scope, content, reason, withdrawn, evidence, found);
    }

    /** The same said on another line. */
    BatchItem inLine(int line) {
        return new BatchItem(line, at, indicator, unit, period, scope, content, reason, withdrawn, evidence, errors);
    }

    String pointer(String field) {
        return at + "/" + field;
    }
}
