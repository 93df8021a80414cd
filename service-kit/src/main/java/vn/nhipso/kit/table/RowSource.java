package vn.nhipso.kit.table;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Rows as they stand in a file, blank ones included, before they are held against the header. */
interface RowSource extends AutoCloseable {

    /** The next row; null at the end. */
    @Nullable RowBuilder next() throws IOException;

    @Override
    void close() throws IOException;
}
