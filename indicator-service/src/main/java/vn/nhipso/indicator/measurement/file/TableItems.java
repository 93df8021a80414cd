package vn.nhipso.indicator.measurement.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.figure.NumberFormat;
import vn.nhipso.indicator.measurement.ingest.BatchItem;
import vn.nhipso.indicator.measurement.ingest.LineReader;
import vn.nhipso.kit.problem.ProblemError;
import vn.nhipso.kit.table.FileErrors;
import vn.nhipso.kit.table.TableColumns;
import vn.nhipso.kit.table.TableReader;
import vn.nhipso.kit.table.TableRow;

/**
 * The items of a table. A row that says nothing, as in a form that was not filled in, counts for nothing. Each other row is written as the JSON that would say the same and read as that is read: one semantics, whatever the format.
 */
final class TableItems implements Iterator<BatchItem>, AutoCloseable {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private static final Set<ItemColumn> ABOUT =
            Set.of(ItemColumn.INDICATOR, ItemColumn.UNIT, ItemColumn.PERIOD, ItemColumn.SCOPE);

    private final TableReader table;
    private final TableColumns columns;
    private final NumberFormat format;
    private @Nullable TableRow following;

    /** Fails where the header names what is not known, or not what is needed. */
    TableItems(TableReader table, NumberFormat format) {
        this.table = table;
        this.format = format;
        this.columns = TableColumns.bind(table.header(), ItemColumn.all());
    }

    @Override
    public boolean hasNext() {
        while (following == null && table.hasNext()) {
            TableRow row = table.next();
            following = saysNothing(row) ? null : row;
        }
        return following != null;
    }

    @Override
    public BatchItem next() {
        if (!hasNext() || following == null) {
            throw new NoSuchElementException();
        }
        TableRow row = following;
        following = null;
        FileErrors faults = new FileErrors();
        if (faults.addFaults(row, table.header())) {
            return BatchItem.unreadable(row.line(), faults.listed());
        }
        List<ProblemError> errors = new ArrayList<>(0);
        byte[] json = json(row, errors);
        BatchItem item = LineReader.read(json, json.length, row.line());
        if (item == null) {
            throw new IllegalStateException("a row is an object");
        }
        return item.withErrors(
                Stream.concat(errors.stream(), item.errors().stream().map(TableItems::inColumn))
                        .toList());
    }

    /** The next ones, as many as a chunk holds. */
    List<BatchItem> next(int most) {
        List<BatchItem> items = new ArrayList<>();
        while (items.size() < most && hasNext()) {
            items.add(next());
        }
        return items;
    }

    @Override
    public void close() {
        table.close();
    }

    /** A form that was not filled in, or not to its end: only what the row is about, and names. */
    private boolean saysNothing(TableRow row) {
        return row.faults().isEmpty()
                && ABOUT.stream()
                        .allMatch(column -> !columns.get(row, column.header()).isEmpty())
                && Arrays.stream(ItemColumn.values())
                        .filter(column -> !ABOUT.contains(column) && !column.isComment())
                        .allMatch(column -> columns.get(row, column.header()).isEmpty());
    }

    private byte[] json(TableRow row, List<ProblemError> errors) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            CellWriter cells = new CellWriter(json, format, row, columns, errors);
            json.writeStartObject();
            cells.write(ItemColumn.within(null).toList());
            for (String parent : List.of("reason", "source", "stated")) {
                List<ItemColumn> given = ItemColumn.within(parent)
                        .filter(column -> !columns.get(row, column.header()).isEmpty())
                        .toList();
                if (!given.isEmpty()) {
                    json.writeObjectFieldStart(parent);
                    cells.write(given);
                    json.writeEndObject();
                }
            }
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }

    private static ProblemError inColumn(ProblemError error) {
        String pointer = error.pointer();
        return pointer == null
                ? error
                : new ProblemError(ItemColumn.columnAt(pointer), error.row(), error.code(), error.detail());
    }
}
