package vn.nhipso.indicator.measurement.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import vn.nhipso.indicator.IndicatorProblem;
import vn.nhipso.indicator.measurement.ingest.BatchAnswer;
import vn.nhipso.indicator.measurement.ingest.Row;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemError;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;

/** Counts what became of the rows of a stream; bad ones and findings are listed, up to as many as a problem lists. */
final class Tally {

    private final Locale language;
    private final List<BatchAnswer.Result> listed = new ArrayList<>();
    private final List<ProblemError> errors = new ArrayList<>();
    private boolean forbidden;
    private int accepted;
    private int unchanged;
    private int rejected;
    private int findings;
    private long position;
    private String before = "";

    Tally(Locale language) {
        this.language = language;
    }

    /** Goes on behind what was answered of the beginning of a stream. */
    static Tally after(Locale language, BatchAnswer before) {
        Tally tally = new Tally(language);
        tally.accepted = before.accepted();
        tally.unchanged = before.unchanged();
        tally.rejected = before.rejected();
        tally.findings = before.findings();
        tally.before = before.sequence();
        tally.listed.addAll(before.results());
        return tally;
    }

    Tally copy() {
        Tally copy = after(language, answer(before));
        copy.position = position;
        return copy;
    }

    /** Up to where it reaches. */
    String sequence(LongFunction<String> token) {
        return position > 0 || before.isEmpty() ? token.apply(position) : before;
    }

    void add(List<Row> rows, long reached) {
        position = Math.max(position, reached);
        for (Row row : rows) {
            switch (row.outcome()) {
                case ACCEPTED -> accepted++;
                case UNCHANGED -> unchanged++;
                case REJECTED -> rejected++;
            }
            findings += row.findings().size();
            boolean said = !row.errors().isEmpty() || !row.findings().isEmpty();
            if (said && listed.size() < ProblemException.LISTED_ERRORS) {
                listed.add(BatchAnswer.result(row, language));
            }
            if (errors.size() < ProblemException.LISTED_ERRORS) {
                errors.addAll(row.errors());
            }
            forbidden |= row.isForbidden();
        }
    }

    long position() {
        return position;
    }

    BatchAnswer answer(String sequence) {
        return new BatchAnswer(accepted, unchanged, rejected, findings, sequence, List.copyOf(listed));
    }

    /** Fails where one row was rejected, naming the first ones. */
    void refuse() {
        if (rejected > 0) {
            throw new ProblemException(
                            forbidden ? KitProblem.FORBIDDEN : IndicatorProblem.BATCH_REJECTED,
                            Text.of(
                                    "%d trên %d dòng có lỗi; không lưu dòng nào.",
                                    "%d of %d rows are wrong; nothing was stored.",
                                    rejected,
                                    accepted + unchanged + rejected))
                    .withErrors(errors)
                    .with("rejected", rejected);
        }
    }

    /** Says of a stream that broke off how far it was taken in. */
    ProblemException tell(ProblemException problem, String sequence) {
        return problem.with("accepted", accepted)
                .with("unchanged", unchanged)
                .with("rejected", rejected)
                .with("sequence", sequence);
    }
}
