package vn.nhipso.indicator.measurement.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.nhipso.indicator.measurement.ingest.BatchAnswer;
import vn.nhipso.indicator.measurement.ingest.Chunks;
import vn.nhipso.indicator.measurement.ingest.Row;
import vn.nhipso.kit.problem.ProblemException;

/** Counts what became of the rows of a stream; bad ones and findings are listed, up to as many as a problem lists. */
final class Tally {

    private final Locale language;
    private final List<BatchAnswer.Result> listed = new ArrayList<>();
    private int accepted;
    private int unchanged;
    private int rejected;
    private long position;

    Tally(Locale language) {
        this.language = language;
    }

    void add(Chunks.Taken chunk) {
        position = Math.max(position, chunk.position());
        for (Row row : chunk.rows()) {
            switch (row.outcome()) {
                case ACCEPTED -> accepted++;
                case UNCHANGED -> unchanged++;
                case REJECTED -> rejected++;
            }
            boolean said = !row.errors().isEmpty() || !row.findings().isEmpty();
            if (said && listed.size() < ProblemException.LISTED_ERRORS) {
                listed.add(BatchAnswer.result(row, language));
            }
        }
    }

    long position() {
        return position;
    }

    BatchAnswer answer(String sequence) {
        return new BatchAnswer(accepted, unchanged, rejected, sequence, List.copyOf(listed));
    }

    /** Says of a stream that broke off how far it was taken in. */
    ProblemException tell(ProblemException problem, String sequence) {
        return problem.with("accepted", accepted)
                .with("unchanged", unchanged)
                .with("rejected", rejected)
                .with("sequence", sequence);
    }
}
