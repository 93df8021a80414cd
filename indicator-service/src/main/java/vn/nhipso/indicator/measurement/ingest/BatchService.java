package vn.nhipso.indicator.measurement.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.LongFunction;
import vn.nhipso.indicator.IndicatorProblem;
import vn.nhipso.kit.event.EventJson;
import vn.nhipso.kit.idempotency.IdempotencyKeys;
import vn.nhipso.kit.idempotency.KeptAnswer;
import vn.nhipso.kit.outbox.Outbox;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemError;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;

/** Takes a batch in: read, screened, settled, judged and written. */
@ApplicationScoped
public class BatchService {

    private final Screening screening;
    private final Ingest ingest;
    private final IdempotencyKeys keys;
    private final Outbox outbox;

    BatchService(Screening screening, Ingest ingest, IdempotencyKeys keys, Outbox outbox) {
        this.screening = screening;
        this.ingest = ingest;
        this.keys = keys;
        this.outbox = outbox;
    }

    /**
     * Fails with BATCH_REJECTED, or FORBIDDEN, naming every bad row, when the batch is ATOMIC and one row is bad.
     *
     * @return status and body
     */
    public KeptAnswer take(BatchRequest request) {
        List<Row> rows = request.items().stream().map(Row::new).toList();
        screening.screen(rows, request.author());
        Repetitions.settle(rows);
        boolean atomic = request.mode() == BatchMode.ATOMIC;
        LongFunction<BatchAnswer> answer = position ->
                BatchAnswer.of(rows, request.every() && !atomic, outbox.token(position), request.language());
        Remembered remembered = new Remembered(keys, request, answer);
        long position = ingest.write(rows, new Ingest.Order(request.author(), atomic, request.dryRun()), remembered);
        KeptAnswer before = remembered.kept();
        if (before != null) {
            return before;
        }
        refuseAnyError(rows, atomic);
        BatchAnswer now = answer.apply(position);
        return new KeptAnswer(request.status(now), null, EventJson.write(now));
    }

    private static void refuseAnyError(List<Row> rows, boolean atomic) {
        List<ProblemError> errors =
                rows.stream().flatMap(row -> row.errors().stream()).toList();
        if (atomic && !errors.isEmpty()) {
            int bad = BatchAnswer.count(rows, Outcome.REJECTED);
            boolean forbidden = rows.stream().anyMatch(Row::isForbidden);
            throw new ProblemException(
                            forbidden ? KitProblem.FORBIDDEN : IndicatorProblem.BATCH_REJECTED,
                            Text.of(
                                    "%d trên %d dòng có lỗi; không lưu dòng nào.",
                                    "%d of %d rows are wrong; nothing was stored.", bad, rows.size()))
                    .withErrors(errors)
                    .with("rejected", bad);
        }
    }
}
