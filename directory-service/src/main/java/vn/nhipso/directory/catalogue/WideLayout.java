package vn.nhipso.directory.catalogue;

import java.util.ArrayList;
import java.util.List;
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

/**
 * The statistics office's export: a commune a row, beside it its province and, before 1 July 2025, its district, all with full names. A
 * district without communes has a row of its own. What else the export holds (an English name, a number) is passed over.
 */
final class WideLayout implements UnitLayout {

    private static final Column PROVINCE = Column.required("Tỉnh / Thành Phố", "Tên tỉnh", "Tỉnh", "Tên TP");
    private static final Column PROVINCE_CODE = Column.required("Mã TP", "Mã tỉnh", "Mã tỉnh / thành phố");
    private static final Column DISTRICT = Column.required("Quận / Huyện", "Tên huyện", "Huyện", "Tên QH");
    private static final Column DISTRICT_CODE = Column.required("Mã QH", "Mã huyện", "Mã quận / huyện");
    private static final Column COMMUNE = Column.required("Phường / Xã", "Xã / Phường", "Tên xã", "Xã", "Tên PX");
    private static final Column COMMUNE_CODE =
            Column.required("Mã PX", "Mã xã", "Mã phường / xã", "Mã xã / phường", "Mã XP");
    private static final List<Column> TWO_LEVELS = List.of(PROVINCE, PROVINCE_CODE, COMMUNE, COMMUNE_CODE);
    private static final List<Column> THREE_LEVELS =
            List.of(PROVINCE, PROVINCE_CODE, DISTRICT, DISTRICT_CODE, COMMUNE, COMMUNE_CODE);

    private final List<String> header;
    private final TableColumns columns;
    private final boolean districts;
    private final UnitRows rows;
    private final RowErrors errors;

    private WideLayout(List<String> header, boolean districts, UnitRows rows, RowErrors errors) {
        this.header = header;
        this.districts = districts;
        this.columns = TableColumns.bind(header, tolerant(header, districts ? THREE_LEVELS : TWO_LEVELS));
        this.rows = rows;
        this.errors = errors;
    }

    /** Empty where the header is not of this kind. */
    static Optional<UnitLayout> of(List<String> header, UnitRows rows, RowErrors errors) {
        boolean wide = has(header, PROVINCE_CODE) || has(header, COMMUNE_CODE);
        boolean districts = has(header, DISTRICT) || has(header, DISTRICT_CODE);
        return wide ? Optional.of(new WideLayout(header, districts, rows, errors)) : Optional.empty();
    }

    private static boolean has(List<String> header, Column column) {
        return header.stream().anyMatch(name -> TableColumns.fits(List.of(name), List.of(column)));
    }

    private static List<Column> tolerant(List<String> header, List<Column> known) {
        List<Column> all = new ArrayList<>(known);
        for (String name : header) {
            if (known.stream().noneMatch(column -> TableColumns.fits(List.of(name), List.of(column)))) {
                all.add(Column.optional(name));
            }
        }
        return all;
    }

    @Override
    public void add(TableRow row) {
        String province = unit(row, Level.PROVINCE, PROVINCE_CODE, PROVINCE, UnitCode.ROOT, PROVINCE_CODE);
        String above = province;
        Column aboveColumn = PROVINCE_CODE;
        if (districts && !isEmpty(row, DISTRICT_CODE, DISTRICT)) {
            above = unit(row, Level.DISTRICT, DISTRICT_CODE, DISTRICT, province, PROVINCE_CODE);
            aboveColumn = DISTRICT_CODE;
        } else if (districts && !isEmpty(row, COMMUNE_CODE, COMMUNE)) {
            errors.missing(row.line(), shown(DISTRICT_CODE));
            above = "";
        }
        if (!isEmpty(row, COMMUNE_CODE, COMMUNE)) {
            unit(row, Level.COMMUNE, COMMUNE_CODE, COMMUNE, above, aboveColumn);
        }
    }

    @Override
    public void skip(TableRow row) {
        (districts ? THREE_LEVELS : TWO_LEVELS).forEach(column -> rows.addFaulty(columns.get(row, column.name())));
    }

    private boolean isEmpty(TableRow row, Column code, Column name) {
        return columns.get(row, code.name()).isEmpty()
                && columns.get(row, name.name()).isEmpty();
    }

    /** The code of the unit, "" where it is not fit. */
    private String unit(
            TableRow row, Level level, Column codeColumn, Column nameColumn, String parent, Column parentColumn) {
        int line = row.line();
        UnitCode code = ListedCode.read(line, shown(codeColumn), columns.get(row, codeColumn.name()), level, errors)
                .orElse(null);
        String fullName = errors.text(line, shown(nameColumn), columns.get(row, nameColumn.name()), true);
        FullName name = name(line, nameColumn, fullName, level);
        if (code == null) {
            return "";
        }
        if (name == null || parent.isEmpty()) {
            rows.addFaulty(code.value());
            return code.value();
        }
        ListedUnit unit = new ListedUnit(line, code.value(), name.name(), fullName, name.type(), level, parent);
        ListedUnit known = rows.known(code.value());
        if (known == null || level == Level.COMMUNE) {
            if (rows.isFirst(line, shown(codeColumn), code.value())) {
                rows.add(unit, shown(parentColumn));
            }
        } else {
            requireSame(unit, known, codeColumn);
        }
        return code.value();
    }

    private @Nullable FullName name(int line, Column column, String fullName, Level level) {
        FullName name =
                fullName.isEmpty() ? null : FullName.read(fullName, level).orElse(null);
        if (name == null && !fullName.isEmpty()) {
            errors.add(
                    line,
                    shown(column),
                    DirectoryProblem.TYPE_NOT_OF_LEVEL,
                    Text.of(
                            "“%s” không bắt đầu bằng loại hình của cấp %s.",
                            "\"%s\" does not begin with a type of level %s.", fullName, level));
        }
        return name;
    }

    private void requireSame(ListedUnit unit, ListedUnit known, Column column) {
        if (unit.fullName().equals(known.fullName()) && unit.parentCode().equals(known.parentCode())) {
            return;
        }
        errors.add(
                unit.line(),
                shown(column),
                DirectoryProblem.DUPLICATE_CODE,
                Text.of(
                        "Mã %s ở dòng %d là %s thuộc %s, ở đây là %s thuộc %s.",
                        "Code %s, in line %d, is %s under %s; here it is %s under %s.",
                        unit.code(),
                        known.line(),
                        known.fullName(),
                        known.parentCode(),
                        unit.fullName(),
                        unit.parentCode()));
    }

    /** The column as the file names it. */
    private String shown(Column column) {
        int place = columns.indexOf(column.name());
        return place < 0 ? column.name() : header.get(place);
    }
}
