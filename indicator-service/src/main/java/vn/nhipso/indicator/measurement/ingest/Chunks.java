package vn.nhipso.indicator.measurement.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.nhipso.indicator.measurement.Key;

/** Takes rows in that come chunk by chunk, each chunk committed before the next one is looked at. */
@ApplicationScoped
public class Chunks {

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
        return inOrder(items, author, dryRun, patient, (tx, rows, position) -> {});
    }

    /**
     * As {@link #inOrder(List, Author, boolean, boolean)}.
     *
     * @param step in the transaction that stores the last of them
     */
    public Taken inOrder(List<BatchItem> items, Author author, boolean dryRun, boolean patient, Stages.Step step) {
        List<Row> rows = items.stream().map(Row::new).toList();
        screening.screen(rows, author, patient);
        long position = 0;
        List<List<Row>> waves = waves(rows);
        for (int wave = 0; wave < waves.size(); wave++) {
            Stages.Step atTheEnd = wave == waves.size() - 1 ? step : (tx, some, reached) -> {};
            position = ingest.write(
                    waves.get(wave), new Ingest.Order(author, false, dryRun), new Stages.AtTheEnd(rows, atTheEnd));
        }
        return new Taken(rows, position);
    }

    /** The rows so that no key stands twice in one list: one list, mostly. */
    private static List<List<Row>> waves(List<Row> rows) {
        List<List<Row>> waves = new ArrayList<>();
        waves.add(new ArrayList<>(rows.size()));
        Map<Key, Integer> seen = HashMap.newHashMap(rows.size());
        for (Row row : rows) {
            Key key = row.key();
            int wave = key == null ? 0 : seen.merge(key, 1, Integer::sum) - 1;
            if (wave == waves.size()) {
                waves.add(new ArrayList<>());
            }
            waves.get(wave).add(row);
        }
        return waves;
    }
}
