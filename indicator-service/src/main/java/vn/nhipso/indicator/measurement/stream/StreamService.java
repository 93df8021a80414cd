package vn.nhipso.indicator.measurement.stream;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import org.jboss.logging.Logger;
import vn.nhipso.indicator.IndicatorProblem;
import vn.nhipso.indicator.measurement.ingest.Author;
import vn.nhipso.indicator.measurement.ingest.BatchAnswer;
import vn.nhipso.indicator.measurement.ingest.BatchItem;
import vn.nhipso.indicator.measurement.ingest.BatchMode;
import vn.nhipso.indicator.measurement.ingest.BatchQuery;
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
    private final AtomicStream atomic;
    private final StreamMemory memory;
    private final Outbox outbox;
    private final StreamPlaces places;

    StreamService(Chunks chunks, AtomicStream atomic, StreamMemory memory, Outbox outbox, StreamConfig config) {
        this.chunks = chunks;
        this.atomic = atomic;
        this.memory = memory;
        this.outbox = outbox;
        this.places = new StreamPlaces(config.atOnce());
    }

    /**
     * Takes it in as its mode says. A PARTIAL one that ends early fails with what ended it, and how far it came.
     *
     * @param body read to its end, or to where it breaks off
     */
    KeptAnswer take(InputStream body, BatchQuery query, Author author, Locale language) {
        try (StreamPlaces.Place place = places.take(author.name())) {
            LOG.debugf("A stream is read: %s", place);
            return query.mode() == BatchMode.PARTIAL
                    ? partial(body, query, author, language)
                    : whole(body, query, author, language);
        }
    }

    private KeptAnswer partial(InputStream body, BatchQuery query, Author author, Locale language) {
        String key = query.idempotencyKey();
        if (key == null || query.isDryRun()) {
            LineSource lines = new LineSource(body, chunks.rows());
            Tally tally = new Tally(language);
            telling(tally, () -> take(lines, author, query.isDryRun(), tally));
            return answer(tally.answer(tally.sequence(outbox::token)));
        }
        LineSource lines = new LineSource(body, chunks.rows(), true);
        KeyedStream keyed =
                new KeyedStream(memory, new StreamMemory.Name(author.name(), key), lines, language, outbox::token);
        BatchAnswer[] given = new BatchAnswer[1];
        telling(keyed.tally(), () -> given[0] = keyed.take(chunks, author));
        return answer(given[0]);
    }

    private static KeptAnswer answer(BatchAnswer given) {
        return new KeptAnswer(207, null, EventJson.write(given));
    }

    private void take(LineSource lines, Author author, boolean dryRun, Tally tally) throws IOException {
        // Waiting for the directory once is enough for a stream.
        boolean patient = true;
        for (List<BatchItem> items = lines.next(); !items.isEmpty(); items = lines.next()) {
            Chunks.Taken taken = chunks.inOrder(items, author, dryRun, patient);
            patient &= taken.rows().stream().noneMatch(Row::namesUnknownUnit);
            tally.add(taken.rows(), taken.position());
        }
    }

    private KeptAnswer whole(InputStream body, BatchQuery query, Author author, Locale language) {
        try {
            return atomic.take(body, query, author, language);
        } catch (IOException broken) {
            LOG.debugf(broken, "A stream of measurements broke off");
            throw new ProblemException(IndicatorProblem.STREAM_BROKEN, nothingStored());
        }
    }

    /** Reading and storing that may end at any place. */
    private interface Taking {
        void run() throws IOException;
    }

    /** Whatever ends a stream early, its sender learns how far it came. */
    private void telling(Tally tally, Taking taking) {
        try {
            taking.run();
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
        return tally.tell(problem, tally.sequence(outbox::token));
    }

    private static Text brokenOff() {
        return new Text(
                "Luồng bị ngắt trước khi hết; phần đã lưu vẫn giữ nguyên, gửi lại cả luồng là an toàn.",
                "The stream broke off before its end; what was stored stays, and sending all of it again is safe.");
    }

    private static Text nothingStored() {
        return new Text(
                "Luồng bị ngắt trước khi hết; không lưu dòng nào.",
                "The stream broke off before its end; nothing was stored.");
    }
}
