package vn.nhipso.directory.hamlet;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.CleanText;
import vn.nhipso.directory.DirectoryProblem;
import vn.nhipso.directory.Refusals;
import vn.nhipso.directory.unit.Level;
import vn.nhipso.directory.unit.UnitCode;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemError;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.kit.table.Column;
import vn.nhipso.kit.table.FileErrors;
import vn.nhipso.kit.table.TableColumns;
import vn.nhipso.kit.table.TableFile;
import vn.nhipso.kit.table.TableLimits;
import vn.nhipso.kit.table.TableReader;
import vn.nhipso.kit.table.TableRow;

/**
 * A file of hamlets, read in full, with every bad row named.
 *
 * @param read rows below the header
 */
record HamletSheet(int read, List<HamletRow> rows) {

    static final String COMMUNE = "commune_code";
    static final String NAME = "name";
    static final String TYPE = "type";
    static final String CODE = "code";
    static final String FULL_NAME = "full_name";

    /** All rows are held at once, here and in the change they become. */
    private static final TableLimits LIMITS = new TableLimits(16L * 1024 * 1024, 20_000, 64, 4_000, 128L * 1024 * 1024);

    private static final List<Column> COLUMNS = List.of(
            Column.required(COMMUNE, "mã xã", "commune"),
            Column.required(NAME, "tên", "tên thôn"),
            Column.required(TYPE, "loại", "loại hình"),
            Column.optional(CODE, "mã"),
            Column.optional(FULL_NAME, "tên đầy đủ"));

    static HamletSheet read(Path file, FileErrors errors) {
        List<HamletRow> rows = new ArrayList<>();
        Map<HamletRow.Identity, Integer> lines = new HashMap<>();
        int read = 0;
        try (TableReader reader = TableFile.open(file, LIMITS)) {
            TableColumns columns = TableColumns.bind(reader.header(), COLUMNS);
            while (reader.hasNext()) {
                TableRow row = reader.next();
                read++;
                if (!errors.addFaults(row, reader.header())) {
                    HamletRow hamlet = hamlet(row, columns, errors);
                    if (hamlet != null && isNew(hamlet, lines, errors)) {
                        rows.add(hamlet);
                    }
                }
            }
        }
        return new HamletSheet(read, rows);
    }

    private static boolean isNew(HamletRow hamlet, Map<HamletRow.Identity, Integer> lines, FileErrors errors) {
        Integer earlier = lines.putIfAbsent(hamlet.identity(), hamlet.line());
        if (earlier != null) {
            errors.add(
                    hamlet.line(),
                    NAME,
                    DirectoryProblem.DUPLICATE_ROW,
                    Text.of("Trùng với dòng %d.", "The same as line %d.", earlier));
        }
        return earlier == null;
    }

    private static @Nullable HamletRow hamlet(TableRow row, TableColumns columns, FileErrors errors) {
        Refusals refusals = new Refusals();
        String commune = commune(columns.get(row, COMMUNE), refusals);
        String type = text(row, columns, TYPE, true, refusals).toLowerCase(Locale.ROOT);
        String name = HamletName.without(type, text(row, columns, NAME, true, refusals));
        String fullName = text(row, columns, FULL_NAME, false, refusals);
        String code = code(commune, columns.get(row, CODE), refusals);
        if (!type.isEmpty() && !Level.HAMLET.allowsType(type)) {
            refusals.add(TYPE, DirectoryProblem.TYPE_NOT_OF_LEVEL);
        }
        for (ProblemError error : refusals.errors()) {
            errors.add(row.line(), error.pointer(), error.code(), error.detail());
        }
        return refusals.isEmpty()
                ? new HamletRow(row.line(), commune, name, type, code, fullName.isEmpty() ? null : fullName)
                : null;
    }

    private static String commune(String cell, Refusals refusals) {
        boolean commune = UnitCode.parse(cell)
                .filter(code -> code.level() == Level.COMMUNE)
                .isPresent();
        if (!commune) {
            refusals.add(COMMUNE, cell.isEmpty() ? DirectoryProblem.FIELD_MISSING : DirectoryProblem.CODE_MALFORMED);
        }
        return cell;
    }

    private static @Nullable String code(String commune, String cell, Refusals refusals) {
        if (cell.isEmpty()) {
            return null;
        }
        boolean fits = UnitCode.parse(cell)
                .filter(code -> code.level() == Level.HAMLET)
                .filter(code -> code.communeOfHamlet().equals(commune))
                .isPresent();
        if (!fits) {
            refusals.add(
                    CODE,
                    DirectoryProblem.CODE_MALFORMED,
                    new Text("Mã thôn là <mã xã>-<nn>.", "The code of a hamlet is <commune>-<nn>."));
        }
        return cell;
    }

    private static String text(TableRow row, TableColumns columns, String column, boolean required, Refusals refusals) {
        String cell = columns.get(row, column);
        int place = columns.indexOf(column);
        if (place >= 0 && row.looksLikeFormula(place)) {
            refusals.add(
                    column,
                    KitProblem.CELL_INVALID,
                    new Text("Ô trông như một công thức.", "The cell looks like a formula."));
            return "";
        }
        String clean = required
                ? CleanText.required(cell, CleanText.NAME, column, refusals)
                : CleanText.optional(cell, CleanText.NAME, column, refusals);
        return clean == null ? "" : clean;
    }
}
