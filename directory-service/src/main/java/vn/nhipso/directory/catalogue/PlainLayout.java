package vn.nhipso.directory.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.DirectoryProblem;
import vn.nhipso.directory.change.ListedUnit;
import vn.nhipso.directory.unit.Level;
import vn.nhipso.directory.unit.UnitCode;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.kit.table.Column;
import vn.nhipso.kit.table.TableColumns;
import vn.nhipso.kit.table.TableRow;

/** A unit a row: {@code code,name,full_name,type,level,parent_code}. */
final class PlainLayout implements UnitLayout {

    private static final List<Column> COLUMNS = List.of(
            Column.required("code"),
            Column.required("name"),
            Column.required("full_name"),
            Column.required("type"),
            Column.required("level"),
            Column.required("parent_code"));

    private final TableColumns columns;
    private final UnitRows rows;
    private final RowErrors errors;

    PlainLayout(List<String> header, UnitRows rows, RowErrors errors) {
        this.columns = TableColumns.bind(header, COLUMNS);
        this.rows = rows;
        this.errors = errors;
    }

    @Override
    public void add(TableRow row) {
        int line = row.line();
        Level level = level(line, columns.get(row, "level"));
        Optional<UnitCode> code = ListedCode.read(line, "code", columns.get(row, "code"), level, errors);
        boolean first =
                code.isPresent() && rows.isFirst(line, "code", code.get().value());
        String name = errors.text(line, "name", columns.get(row, "name"), true);
        String type =
                type(line, columns.get(row, "type"), code.map(UnitCode::level).orElse(level));
        String sent = columns.get(row, "full_name");
        String fullName = errors.text(line, "full_name", sent, true);
        String parent =
                code.isEmpty() ? "" : rows.parent(line, "parent_code", columns.get(row, "parent_code"), code.get());
        if (code.isEmpty() || !first) {
            return;
        }
        if (level == null || name.isEmpty() || type.isEmpty() || fullName.isEmpty() || parent.isEmpty()) {
            rows.addFaulty(code.get().value());
        } else {
            rows.add(new ListedUnit(line, code.get().value(), name, fullName, type, level, parent), "parent_code");
        }
    }

    @Override
    public void skip(TableRow row) {
        rows.addFaulty(columns.get(row, "code"));
    }

    private @Nullable Level level(int line, String cell) {
        if (cell.isEmpty()) {
            errors.missing(line, "level");
            return null;
        }
        Optional<Level> level = LevelWord.read(cell);
        if (level.isEmpty()) {
            errors.add(
                    line,
                    "level",
                    DirectoryProblem.WORD_UNKNOWN,
                    new Text(
                            "Cấp là province, district hoặc commune (tỉnh, huyện, xã).",
                            "The level is province, district or commune (tỉnh, huyện, xã)."));
        }
        return level.orElse(null);
    }

    private String type(int line, String cell, @Nullable Level level) {
        String type = errors.text(line, "type", cell, true).toLowerCase(Locale.ROOT);
        if (!type.isEmpty() && level != null && !level.allowsType(type)) {
            errors.add(
                    line,
                    "type",
                    DirectoryProblem.TYPE_NOT_OF_LEVEL,
                    Text.of("“%s” không phải loại hình của cấp %s.", "\"%s\" is no type of level %s.", type, level));
            return "";
        }
        return type;
    }
}
