package vn.nhipso.indicator.definition;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.nhipso.indicator.imports.ImportErrors;
import vn.nhipso.indicator.imports.TableRows;
import vn.nhipso.kit.table.TableColumns;
import vn.nhipso.kit.table.TableFile;
import vn.nhipso.kit.table.TableLimits;
import vn.nhipso.kit.table.TableReader;
import vn.nhipso.kit.table.TableRow;

/** A catalogue as a table, CSV or XLSX. */
final class CatalogueFile {

    /** More than any province counts. */
    static final int MOST_ROWS = 5_000;

    private static final TableLimits LIMITS =
            new TableLimits(16L * 1024 * 1024, MOST_ROWS, 64, 5_000, 128L * 1024 * 1024);

    private CatalogueFile() {}

    /** The rows that can be read; what is wrong with the others is among the errors. */
    static List<CatalogueRow> read(Path file, ImportErrors errors) {
        try (TableReader table = TableFile.open(file, LIMITS)) {
            boolean isShort = TableColumns.fits(table.header(), ShortLayout.COLUMNS);
            TableColumns columns =
                    TableColumns.bind(table.header(), isShort ? ShortLayout.COLUMNS : CatalogueColumn.columns());
            List<CatalogueRow> rows = new ArrayList<>();
            while (table.hasNext()) {
                TableRow row = table.next();
                if (TableRows.isSound(row, table.header(), errors)) {
                    ObjectNode body = isShort ? ShortLayout.read(row, columns) : read(row, columns);
                    rows.add(new CatalogueRow(row.line(), columns.get(row, CatalogueColumn.CODE), body, true));
                }
            }
            return rows;
        }
    }

    private static ObjectNode read(TableRow row, TableColumns columns) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        for (CatalogueColumn column : CatalogueColumn.ALL) {
            if (columns.indexOf(column.name()) >= 0) {
                String text = columns.get(row, column.name());
                int parent = column.pointer().lastIndexOf('/');
                ObjectNode place =
                        parent == 0 ? body : body.withObject(column.pointer().substring(0, parent));
                place.set(
                        column.pointer().substring(parent + 1), text.isEmpty() ? NullNode.instance : column.read(text));
            }
        }
        return body;
    }
}
