package vn.nhipso.indicator.measurement.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.nhipso.indicator.measurement.Key;

/** Takes rows in that come chunk by chunk, each chunk committed before the next one is looked at. */
@ApplicationScoped
public class Chunks {

    private static final int TWICE = 2;

    private final Screening screening;
    private final Ingest ingest;
    private final ChunkConfig config;

    Chunks(Screening screening, Ingest ingest, ChunkConfig config) {
        this.screening = screening;
        this.ingest = ingest;
        this.config = config;
    }

    /** Rows of a chunk: what one statement writes. */
    public int rows() {
        return config.chunkRows();
    }

    /**
     * What became of a chunk.
     *
     * @param position the outbox position up to which it reaches
     */
    public record Taken(List<Row> rows, long position) {}

    /**
     * Stores the good rows; of several with the same key each is said after the one before it.
     *
     * @param patient whether a unit that is not known yet is looked for again
     */
    public Taken inOrder(List<BatchItem> items, Author author, boolean dryRun, boolean patient) {
        long position = 0;
        List<Row> rows = new ArrayList<>(items.size());
        for (List<Row> part : parts(items, author, patient)) {
            rows.addAll(part);
            position = store(part, author, dryRun, (tx, some, reached) -> {});
        }
        return new Taken(rows, position);
    }

    /**
     * The rows of a chunk, screened, in parts in which no key stands more than twice; one, mostly. Whatever was stored of such a part when its run
     * ended, it may be sent again: its first values stand and change nothing. Of three the second would undo the third, and be undone.
     */
    public List<List<Row>> parts(List<BatchItem> items, Author author, boolean patient) {
        List<Row> rows = items.stream().map(Row::new).toList();
        screening.screen(rows, author, patient);
        List<List<Row>> parts = new ArrayList<>();
        List<Row> part = new ArrayList<>(rows.size());
        Map<Key, Integer> seen = HashMap.newHashMap(rows.size());
        for (Row row : rows) {
            Key key = row.key();
            if (key != null && seen.merge(key, 1, Integer::sum) > TWICE) {
                parts.add(part);
                part = new ArrayList<>();
                seen.clear();
                seen.put(key, 1);
            }
            part.add(row);
        }
        parts.add(part);
        return parts;
    }

    /**
     * Stores the good rows of a part, those that repeat a key after those they repeat.
     *
     * @param step in the transaction that stores the last of them
     * @return the outbox position up to which it reaches
     */
    public long store(List<Row> part, Author author, boolean dryRun, Stages.Step step) {
        Ingest.Order order = new Ingest.Order(author, false, dryRun);
        List<Row> first = new ArrayList<>(part.size());
        List<Row> second = new ArrayList<>();
        Set<Key> seen = HashSet.newHashSet(part.size());
        for (Row row : part) {
            Key key = row.key();
            (key == null || seen.add(key) ? first : second).add(row);
        }
        if (second.isEmpty()) {
            return ingest.write(first, order, new Stages.AtTheEnd(part, step));
        }
        ingest.write(first, order, new Stages.AtTheEnd(first, (tx, some, reached) -> {}));
        return ingest.write(second, order, new Stages.AtTheEnd(part, step));
    }
}
