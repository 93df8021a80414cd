package vn.nhipso.indicator.measurement.stream;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;
import vn.nhipso.indicator.IndicatorProblem;
import vn.nhipso.indicator.measurement.ingest.Author;
import vn.nhipso.indicator.measurement.ingest.BatchItem;
import vn.nhipso.indicator.measurement.ingest.BatchMode;
import vn.nhipso.indicator.measurement.ingest.BatchQuery;
import vn.nhipso.indicator.measurement.ingest.BatchRequest;
import vn.nhipso.indicator.measurement.ingest.BatchService;
import vn.nhipso.indicator.measurement.ingest.Chunks;
import vn.nhipso.indicator.measurement.ingest.Row;
import vn.nhipso.kit.event.EventJson;
import vn.nhipso.kit.idempotency.KeptAnswer;
import vn.nhipso.kit.outbox.Outbox;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.Outage;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;

/** Takes a stream in chunk by chunk. Between two chunks, while it waits for the network, it holds nothing of the database. */
@ApplicationScoped
class StreamService {

    private static final Logger LOG = Logger.getLogger(StreamService.class);

    private final Chunks chunks;
    private final BatchService batches;
    private final Outbox outbox;
    private final Semaphore places;

    StreamService(Chunks chunks, BatchService batches, Outbox outbox, StreamConfig config) {
        this.chunks = chunks;
        this.batches = batches;
        this.outbox = outbox;
        this.places = new Semaphore(config.atOnce());
    }

    /**
     * Takes it in as its mode says. A PARTIAL one that ends early fails with what ended it, and how far it came.
     *
     * @param body read to its end, or to where it breaks off
     */
    KeptAnswer take(InputStream body, BatchQuery query, Author author, Locale language) {
        if (!places.tryAcquire()) {
            throw busy();
        }
        try {
            return query.mode() == BatchMode.PARTIAL
                    ? partial(body, query, author, language)
                    : atomic(body, query, author, language);
        } finally {
            places.release();
        }
    }

    private KeptAnswer partial(InputStream body, BatchQuery query, Author author, Locale language) {
        Tally tally = new Tally(language);
        take(new LineSource(body), author, query.isDryRun(), tally);
        return new KeptAnswer(207, null, EventJson.write(tally.answer(outbox.token(tally.position()))));
    }

    private KeptAnswer atomic(InputStream body, BatchQuery query, Author author, Locale language) {
        Hashed hashed = new Hashed(body);
        List<BatchItem> all = new ArrayList<>();
        try {
            LineSource lines = new LineSource(hashed);
            for (List<BatchItem> items = lines.next(); !items.isEmpty(); items = lines.next()) {
                all.addAll(items);
                if (all.size() > Chunks.ROWS) {
                    throw tooLong();
                }
            }
        } catch (IOException broken) {
            LOG.debugf(broken, "A stream of measurements broke off");
            throw new ProblemException(IndicatorProblem.STREAM_BROKEN, brokenOff());
        }
        return batches.take(new BatchRequest(
                all,
                hashed.digest(),
                BatchMode.ATOMIC,
                query.isDryRun(),
                false,
                author,
                query.idempotencyKey(),
                language));
    }

    private void take(LineSource lines, Author author, boolean dryRun, Tally tally) {
        try {
            boolean patient = true;
            for (List<BatchItem> items = lines.next(); !items.isEmpty(); items = lines.next()) {
                Chunks.Taken taken = chunks.inOrder(items, author, dryRun, patient);
                patient &= taken.rows().stream().noneMatch(StreamService::namesUnknownUnit);
                tally.add(taken);
            }
        } catch (ProblemException refused) {
            throw told(refused, tally);
        } catch (IOException broken) {
            LOG.debugf(broken, "A stream of measurements broke off");
            throw told(new ProblemException(IndicatorProblem.STREAM_BROKEN, brokenOff()), tally);
        } catch (RuntimeException failed) {
            if (!Outage.isBehind(failed)) {
                throw failed;
            }
            LOG.warnf("A stream of measurements ends early: %s", failed.toString());
            throw told(
                    new ProblemException(KitProblem.UNAVAILABLE, KitProblem.UNAVAILABLE.title())
                            .withRetryAfter(Outage.RETRY_AFTER_SECONDS),
                    tally);
        }
    }

    private ProblemException told(ProblemException problem, Tally tally) {
        return tally.tell(problem, outbox.token(tally.position()));
    }

    /** Waiting for the directory once is enough for a stream. */
    private static boolean namesUnknownUnit(Row row) {
        return row.errors().stream().anyMatch(error -> error.code().equals(IndicatorProblem.UNIT_UNKNOWN.name()));
    }

    private static Text brokenOff() {
        return new Text(
                "Luồng bị ngắt trước khi hết; phần đã lưu vẫn giữ nguyên, gửi lại cả luồng là an toàn.",
                "The stream broke off before its end; what was stored stays, and sending all of it again is safe.");
    }

    private static ProblemException tooLong() {
        return new ProblemException(
                KitProblem.TOO_MANY_ROWS,
                Text.of(
                        "Luồng ATOMIC có tối đa %d dòng; hãy gửi với mode=PARTIAL.",
                        "An ATOMIC stream has at most %d rows; send it with mode=PARTIAL.", Chunks.ROWS));
    }

    private static ProblemException busy() {
        return new ProblemException(
                        IndicatorProblem.TOO_MANY_STREAMS,
                        new Text(
                                "Đang nhận nhiều luồng số liệu; hãy gửi lại sau.",
                                "Many streams are being read; send again."))
                .withRetryAfter(5);
    }
}
