package vn.nhipso.indicator.measurement.ingest;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.finding.Place;

/**
 * The rows of a stage, page by page: first those that were refused when they were put down, then the others in the order of their keys, all of one
 * unit and period on one page, because their figures are held against each other.
 */
final class StagePages implements Iterator<List<Row>> {

    private final Stages stages;
    private final StageStore store;
    private final UUID stage;
    private int line = -1;
    private @Nullable Place from = new Place("", "");
    private List<StageStore.Kept> following;

    StagePages(Stages stages, StageStore store, UUID stage) {
        this.stages = stages;
        this.store = store;
        this.stage = stage;
        this.following = read();
    }

    @Override
    public boolean hasNext() {
        return !following.isEmpty();
    }

    @Override
    public List<Row> next() {
        if (following.isEmpty()) {
            throw new NoSuchElementException();
        }
        List<Row> rows = Stages.rows(following);
        following = read();
        return rows;
    }

    private List<StageStore.Kept> read() {
        List<StageStore.Kept> page = new ArrayList<>();
        if (line < Integer.MAX_VALUE) {
            stages.within(tx -> page.addAll(store.unreadable(tx, stage, line, stages.chunkRows())));
            line = page.isEmpty() ? Integer.MAX_VALUE : page.getLast().line();
        }
        Place begin = from;
        if (page.isEmpty() && begin != null) {
            stages.within(tx -> page.addAll(store.page(tx, stage, begin, false, stages.chunkRows() + 1)));
            cut(page);
        }
        return page;
    }

    /** The last place of a full page may go on behind it: it is the first of the next page, or a page of its own. */
    private void cut(List<StageStore.Kept> page) {
        if (page.size() <= stages.chunkRows()) {
            from = null;
            return;
        }
        Place last = place(page.getLast());
        boolean whole = place(page.getFirst()).equals(last);
        from = whole ? behind(last) : last;
        if (whole) {
            page.clear();
            stages.within(tx -> page.addAll(store.page(tx, stage, last, true, Integer.MAX_VALUE)));
        } else {
            page.removeIf(row -> place(row).equals(last));
        }
    }

    private static Place place(StageStore.Kept row) {
        return new Place(row.unit(), row.period());
    }

    /** The first that comes after it: U+0001 is in no period. */
    private static Place behind(Place place) {
        return new Place(place.unit(), place.period() + "\u0001");
    }
}
