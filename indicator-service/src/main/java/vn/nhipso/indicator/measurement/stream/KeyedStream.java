package vn.nhipso.indicator.measurement.stream;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.measurement.ingest.Author;
import vn.nhipso.indicator.measurement.ingest.BatchAnswer;
import vn.nhipso.indicator.measurement.ingest.BatchItem;
import vn.nhipso.indicator.measurement.ingest.Chunks;
import vn.nhipso.indicator.measurement.ingest.Row;

/** A PARTIAL stream with an Idempotency-Key: what was taken in before is read again, to be known, and not taken in again. */
final class KeyedStream {

    private final StreamMemory memory;
    private final StreamMemory.Name name;
    private final LineSource lines;
    private final LongFunction<String> token;
    private final Tally tally;
    private StreamMemory.@Nullable Reached reached;

    KeyedStream(
            StreamMemory memory,
            StreamMemory.Name name,
            LineSource lines,
            Locale language,
            LongFunction<String> token) {
        this.memory = memory;
        this.name = name;
        this.lines = lines;
        this.token = token;
        this.reached = memory.find(name);
        this.tally = reached == null ? new Tally(language) : Tally.after(language, reached.answer());
    }

    Tally tally() {
        return tally;
    }

    /** What the stream was answered, or is now. */
    BatchAnswer take(Chunks chunks, Author author) throws IOException {
        int rows = skip();
        StreamMemory.Reached before = reached;
        if (before != null && before.done()) {
            return before.answer();
        }
        boolean patient = true;
        for (List<BatchItem> items = lines.next(); !items.isEmpty(); items = lines.next()) {
            for (List<Row> part : chunks.parts(items, author, patient)) {
                rows += part.size();
                String digest = lines.digest(rows);
                int upTo = rows;
                long position =
                        chunks.store(part, author, false, (tx, chunk, last) -> keep(tx, chunk, last, upTo, digest));
                patient &= part.stream().noneMatch(Row::namesUnknownUnit);
                tally.add(part, position);
                reached = new StreamMemory.Reached(rows, digest, false, tally.answer(""));
            }
        }
        BatchAnswer answer = tally.answer(tally.sequence(token));
        memory.end(name, reached, new StreamMemory.Reached(rows, lines.digest(), true, answer));
        return answer;
    }

    /** Reads up to where it was taken in. */
    private int skip() throws IOException {
        int rows = 0;
        StreamMemory.Reached before = reached;
        while (before != null && rows < before.rows()) {
            List<BatchItem> items = lines.next(before.rows() - rows);
            rows += items.size();
            if (items.isEmpty()) {
                throw StreamMemory.reused();
            }
        }
        boolean goesOn = before != null && before.done() && !lines.next().isEmpty();
        if (goesOn || before != null && !before.digest().equals(lines.digest())) {
            throw StreamMemory.reused();
        }
        return rows;
    }

    private void keep(Connection tx, List<Row> chunk, long position, int rows, String digest) throws SQLException {
        Tally after = tally.copy();
        after.add(chunk, position);
        StreamMemory.Reached step = new StreamMemory.Reached(rows, digest, false, after.answer(after.sequence(token)));
        StreamMemory.Reached before = reached;
        if (before == null) {
            memory.begin(tx, name, step);
        } else {
            memory.go(tx, name, before.rows(), step);
        }
    }
}
