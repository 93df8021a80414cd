package vn.nhipso.indicator.measurement.stream;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import vn.nhipso.indicator.measurement.ingest.AtomicStages;
import vn.nhipso.indicator.measurement.ingest.Author;
import vn.nhipso.indicator.measurement.ingest.BatchAnswer;
import vn.nhipso.indicator.measurement.ingest.BatchItem;
import vn.nhipso.indicator.measurement.ingest.BatchMode;
import vn.nhipso.indicator.measurement.ingest.BatchQuery;
import vn.nhipso.indicator.measurement.ingest.BatchRequest;
import vn.nhipso.indicator.measurement.ingest.BatchService;
import vn.nhipso.indicator.measurement.ingest.Chunks;
import vn.nhipso.indicator.measurement.ingest.Stages;
import vn.nhipso.kit.idempotency.IdempotencyKeys;
import vn.nhipso.kit.idempotency.KeptAnswer;
import vn.nhipso.kit.outbox.Outbox;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;

/** A stream that is stored as a whole or not at all: a short one as a batch, a long one put down first and written at once. */
@ApplicationScoped
class AtomicStream {

    private final Chunks chunks;
    private final BatchService batches;
    private final Stages stages;
    private final AtomicStages atomic;
    private final IdempotencyKeys keys;
    private final DataSource dataSource;
    private final Outbox outbox;
    private final StreamConfig config;

    AtomicStream(
            Chunks chunks,
            BatchService batches,
            Stages stages,
            AtomicStages atomic,
            IdempotencyKeys keys,
            DataSource dataSource,
            Outbox outbox,
            StreamConfig config) {
        this.chunks = chunks;
        this.batches = batches;
        this.stages = stages;
        this.atomic = atomic;
        this.keys = keys;
        this.dataSource = dataSource;
        this.outbox = outbox;
        this.config = config;
    }

    /**
     * Who sends what, and how.
     *
     * @param said what makes it another request under the same key
     */
    private record Order(BatchQuery query, Author author, Locale language, String said) {

        BatchRequest request(List<BatchItem> items) {
            return new BatchRequest(
                    items, said, BatchMode.ATOMIC, query.isDryRun(), false, author, query.idempotencyKey(), language);
        }
    }

    KeptAnswer take(InputStream body, BatchQuery query, Author author, Locale language) throws IOException {
        LineSource lines = new LineSource(body, chunks.rows());
        List<BatchItem> first = new ArrayList<>();
        List<BatchItem> more = lines.next();
        while (!more.isEmpty() && first.size() + more.size() <= chunks.rows()) {
            first.addAll(more);
            more = lines.next();
        }
        if (more.isEmpty()) {
            return batches.take(new Order(query, author, language, lines.digest()).request(first));
        }
        UUID stage = stages.begin(null);
        try {
            fill(stage, first, more, lines, author);
            return staged(stage, new Order(query, author, language, lines.digest()));
        } finally {
            stages.forget(stage);
        }
    }

    private void fill(UUID stage, List<BatchItem> first, List<BatchItem> second, LineSource lines, Author author)
            throws IOException {
        boolean patient = first.isEmpty() || !stages.add(stage, first, author, true);
        int rows = first.size();
        for (List<BatchItem> items = second; !items.isEmpty(); items = lines.next()) {
            rows += items.size();
            if (rows > config.atomicRows()) {
                throw tooLong(config.atomicRows());
            }
            patient &= !stages.add(stage, items, author, patient);
        }
        stages.settle(stage);
    }

    private KeptAnswer staged(UUID stage, Order order) {
        Optional<KeptAnswer> before = keptBefore(order);
        if (before.isPresent()) {
            return before.get();
        }
        Tally[] tally = new Tally[1];
        AtomicStages.Planned planned = plan(stage, order, tally);
        if (order.query().isDryRun()) {
            return order.request(List.of()).keep(tally[0].answer(outbox.token(0)));
        }
        KeptAnswer[] answer = new KeptAnswer[1];
        atomic.write(
                stage,
                order.author(),
                planned,
                (tx, counts) -> {
                    BatchAnswer given = tally[0].answer(outbox.token(counts.position()));
                    answer[0] = keep(tx, order, order.request(List.of()).keep(given));
                },
                () -> plan(stage, order, tally));
        return answer[0];
    }

    private AtomicStages.Planned plan(UUID stage, Order order, Tally[] tally) {
        Tally anew = new Tally(order.language());
        tally[0] = anew;
        AtomicStages.Planned planned = atomic.plan(stage, order.author(), (tx, rows) -> anew.add(rows, 0));
        anew.refuse();
        return planned;
    }

    /** The answer of the same request, where it was given already. */
    private Optional<KeptAnswer> keptBefore(Order order) {
        String key = order.query().idempotencyKey();
        if (key == null) {
            return Optional.empty();
        }
        try (Connection tx = dataSource.getConnection()) {
            tx.setAutoCommit(false);
            try {
                return keys.claim(
                        tx, order.author().name(), key, order.request(List.of()).fingerprint());
            } finally {
                tx.rollback();
                tx.setAutoCommit(true);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("idempotency key not read", failed);
        }
    }

    private KeptAnswer keep(Connection tx, Order order, KeptAnswer answer) throws SQLException {
        String key = order.query().idempotencyKey();
        if (key == null) {
            return answer;
        }
        Optional<KeptAnswer> other = keys.claim(
                tx, order.author().name(), key, order.request(List.of()).fingerprint());
        if (other.isPresent()) {
            throw new ProblemException(
                            KitProblem.CONFLICT,
                            new Text("Yêu cầu này đang được xử lý.", "This request is being dealt with."))
                    .withRetryAfter(1);
        }
        keys.keep(tx, order.author().name(), key, answer);
        return answer;
    }

    private static ProblemException tooLong(int most) {
        return new ProblemException(
                KitProblem.TOO_MANY_ROWS,
                Text.of(
                        "Luồng ATOMIC có tối đa %d dòng; hãy gửi với mode=PARTIAL.",
                        "An ATOMIC stream has at most %d rows; send it with mode=PARTIAL.", most));
    }
}
