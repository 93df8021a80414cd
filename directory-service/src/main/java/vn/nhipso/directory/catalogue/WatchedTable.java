package vn.nhipso.directory.catalogue;

import java.util.List;
import vn.nhipso.directory.change.CatalogueProgress;
import vn.nhipso.kit.table.TableReader;
import vn.nhipso.kit.table.TableRow;

/** Says how far the reading of a table is. */
final class WatchedTable implements TableReader {

    private static final int STEP = 500;

    private final TableReader table;
    private final CatalogueProgress progress;
    private int rows;

    WatchedTable(TableReader table, CatalogueProgress progress) {
        this.table = table;
        this.progress = progress;
    }

    @Override
    public List<String> header() {
        return table.header();
    }

    @Override
    public boolean hasNext() {
        return table.hasNext();
    }

    @Override
    public TableRow next() {
        if (rows % STEP == 0) {
            progress.reached("reading", rows, 0);
        }
        rows++;
        return table.next();
    }

    @Override
    public void close() {
        table.close();
    }
}
