package vn.nhipso.kit.table;

import java.util.Iterator;
import java.util.List;

/**
 * The rows of a file, in its order and one at a time; wholly blank ones are left out. Where reading cannot go on (a broken workbook, more rows than
 * allowed) the iterator fails with a ProblemException.
 */
public interface TableReader extends Iterator<TableRow>, AutoCloseable {

    /** The names in the first row that is not blank, as sent; "" where a column in between has none. */
    List<String> header();

    @Override
    void close();
}
