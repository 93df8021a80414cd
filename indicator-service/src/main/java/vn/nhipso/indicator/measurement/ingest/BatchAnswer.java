package vn.nhipso.indicator.measurement.ingest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.check.Oddity;
import vn.nhipso.indicator.finding.Recorded;
import vn.nhipso.kit.problem.ProblemError;
import vn.nhipso.kit.problem.ProblemException;

/**
 * What became of a batch.
 *
 * @param results bad rows and rows with findings; in PARTIAL all rows; of streams and files the first 1,000
 */
@Schema(
        name = "BatchAnswer",
        description = "What became of a batch; accepted, unchanged and rejected add up to its rows")
public record BatchAnswer(
        @Schema(description = "Stored as new revisions", examples = "24")
        int accepted,

        @Schema(description = "The same as what stands", examples = "0")
        int unchanged,

        @Schema(examples = "0") int rejected,

        @Schema(description = "What was found odd, listed or not", examples = "2")
        int findings,

        @Schema(
                description = "Up to where this write reaches: pass it as minSequence to read it",
                examples = "indicator:1042")
        String sequence,

        @Schema(
                description =
                        "Bad rows and rows with findings; with mode=PARTIAL all rows of a JSON batch. Of streams and files 1,000 at most")
        List<Result> results) {

    /** One row. */
    @Schema(name = "BatchResult")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Result(
            @Schema(description = "Place in the request, from 0")
            int row,

            Outcome outcome,
            List<Error> errors,
            List<Found> findings) {}

    /** What is wrong with a row. */
    @Schema(name = "BatchError")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Error(
            @Schema(examples = "/items/0/numerator") @Nullable String pointer,

            @Schema(examples = "NUMERATOR_ABOVE_DENOMINATOR")
            String code,

            String detail) {}

    /** What is odd about an accepted row. */
    @Schema(name = "BatchFinding")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Found(
            Oddity.Code code,
            Oddity.Severity severity,
            String detail,
            @Nullable Proposed proposed) {}

    /** What would make it right. */
    @Schema(name = "BatchProposed")
    public record Proposed(@Schema(examples = "1664") BigDecimal denominator) {}

    static BatchAnswer of(List<Row> rows, boolean every, String sequence, Locale language) {
        return new BatchAnswer(
                count(rows, Outcome.ACCEPTED),
                count(rows, Outcome.UNCHANGED),
                count(rows, Outcome.REJECTED),
                rows.stream().mapToInt(row -> row.findings().size()).sum(),
                sequence,
                rows.stream()
                        .filter(row -> every
                                || !row.errors().isEmpty()
                                || !row.findings().isEmpty())
                        .limit(every ? Long.MAX_VALUE : ProblemException.LISTED_ERRORS)
                        .map(row -> result(row, language))
                        .toList());
    }

    static int count(List<Row> rows, Outcome outcome) {
        return (int) rows.stream().filter(row -> row.outcome() == outcome).count();
    }

    /** A row as it is answered. */
    public static Result result(Row row, Locale language) {
        return new Result(
                row.item().row(),
                row.outcome(),
                row.errors().stream().map(error -> error(error, language)).toList(),
                row.findings().stream().map(found -> found(found, language)).toList());
    }

    private static Error error(ProblemError error, Locale language) {
        return new Error(error.pointer(), error.code(), error.detail().in(language));
    }

    static Found found(Recorded recorded, Locale language) {
        Oddity oddity = recorded.oddity();
        BigDecimal proposed = oddity.proposedDenominator();
        return new Found(
                oddity.code(),
                oddity.code().severity(),
                oddity.detail().in(language),
                proposed == null ? null : new Proposed(proposed));
    }
}
