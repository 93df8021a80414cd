package vn.nhipso.directory.alias;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.DirectoryProblem;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.kit.table.Column;
import vn.nhipso.kit.table.FileErrors;
import vn.nhipso.kit.table.TableColumns;
import vn.nhipso.kit.table.TableFile;
import vn.nhipso.kit.table.TableLimits;
import vn.nhipso.kit.table.TableReader;
import vn.nhipso.kit.table.TableRow;

/** A table of aliases. */
final class AliasFile {

    private static final String CODE = "code";
    private static final String ALIAS = "alias";
    private static final String NOTE = "where_alias_is_used";

    /** The name of the unit is for people who read the file. */
    private static final List<Column> COLUMNS = List.of(
            Column.required(CODE, "ma"),
            Column.required(ALIAS, "ma phu"),
            Column.optional("unit", "don vi"),
            Column.optional(NOTE, "note", "ghi chu"));

    private static final TableLimits LIMITS = new TableLimits(8L * 1024 * 1024, 20_000, 16, 4_000, 64L * 1024 * 1024);

    private AliasFile() {}

    /** A line of the file. */
    record Row(int line, String alias, RegisterAlias sent) {}

    /** The rows that can be read; the others are among the errors. */
    static List<Row> read(Path file, FileErrors errors) {
        try (TableReader table = TableFile.open(file, LIMITS)) {
            TableColumns columns = TableColumns.bind(table.header(), COLUMNS);
            Map<String, Integer> lines = new HashMap<>();
            List<Row> rows = new ArrayList<>();
            while (table.hasNext()) {
                TableRow row = table.next();
                if (!errors.addFaults(row, table.header()) && !hasFormula(row, table.header(), errors)) {
                    String alias = columns.get(row, ALIAS);
                    addMissing(row.line(), alias, errors);
                    addTwice(row.line(), alias, lines.putIfAbsent(alias, row.line()), errors);
                    rows.add(new Row(
                            row.line(),
                            alias,
                            new RegisterAlias(columns.get(row, CODE), null, null, columns.get(row, NOTE))));
                }
            }
            return rows;
        }
    }

    /** The column that a pointer of the JSON form stands for. */
    static @Nullable String column(@Nullable String pointer) {
        return pointer == null || pointer.isEmpty() ? null : pointer.equals("/note") ? NOTE : pointer.substring(1);
    }

    private static boolean hasFormula(TableRow row, List<String> header, FileErrors errors) {
        boolean found = false;
        for (int cell = 0; cell < row.cells().size(); cell++) {
            if (row.looksLikeFormula(cell)) {
                found = true;
                errors.add(
                        row.line(),
                        header.get(cell),
                        KitProblem.CELL_INVALID,
                        new Text("Ô là một công thức.", "The cell is a formula."));
            }
        }
        return found;
    }

    private static void addMissing(int line, String alias, FileErrors errors) {
        if (alias.isEmpty()) {
            errors.add(line, ALIAS, DirectoryProblem.FIELD_MISSING, DirectoryProblem.FIELD_MISSING.title());
        }
    }

    private static void addTwice(int line, String alias, @Nullable Integer before, FileErrors errors) {
        if (before != null && !alias.isEmpty()) {
            errors.add(
                    line,
                    ALIAS,
                    DirectoryProblem.DUPLICATE_CODE,
                    Text.of("Mã %s đã có ở dòng %d.", "Code %s stands in line %d already.", alias, before));
        }
    }
}
