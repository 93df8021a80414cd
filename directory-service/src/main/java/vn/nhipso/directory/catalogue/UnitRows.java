package vn.nhipso.directory.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.DirectoryProblem;
import vn.nhipso.directory.change.ListedUnit;
import vn.nhipso.directory.change.UnitList;
import vn.nhipso.directory.unit.Level;
import vn.nhipso.directory.unit.UnitCode;
import vn.nhipso.kit.problem.Text;

/** Gathers the units of a list and holds them against each other: no code twice, every parent in the list and of the right level. */
final class UnitRows {

    private final String area;
    private final RowErrors errors;
    private final Map<String, ListedUnit> byCode = new HashMap<>();
    private final Map<String, Integer> firstLines = new HashMap<>();
    private final List<Placed> units = new ArrayList<>();
    private final Set<String> faulty = new HashSet<>();

    /** @param area the code at the head of the part of the country that the list is of */
    UnitRows(String area, RowErrors errors) {
        this.area = area;
        this.errors = errors;
    }

    /** @param parentColumn where the parent stands, for errors */
    private record Placed(ListedUnit unit, String parentColumn) {}

    /** A row that is not fit still says that its code is in the list: those below it are not to be blamed. */
    void addFaulty(String code) {
        faulty.add(code);
    }

    /** Whether this is the first row that names the code; a later one is named unless it may repeat and says the same. */
    boolean isFirst(int line, String column, String code) {
        Integer first = firstLines.putIfAbsent(code, line);
        if (first == null) {
            return true;
        }
        errors.add(
                line,
                column,
                DirectoryProblem.DUPLICATE_CODE,
                Text.of("Mã %s đã có ở dòng %d.", "Code %s stands in line %d already.", code, first));
        return false;
    }

    @Nullable ListedUnit known(String code) {
        return byCode.get(code);
    }

    void add(ListedUnit unit, String parentColumn) {
        byCode.put(unit.code(), unit);
        firstLines.putIfAbsent(unit.code(), unit.line());
        units.add(new Placed(unit, parentColumn));
    }

    UnitList list() {
        units.forEach(this::checkParent);
        return new UnitList(area, units.stream().map(Placed::unit).toList());
    }

    private void checkParent(Placed placed) {
        ListedUnit unit = placed.unit();
        String parent = unit.parentCode();
        if (unit.code().equals(area)) {
            return;
        }
        if (parent.equals(UnitCode.ROOT)) {
            if (!area.equals(UnitCode.ROOT)) {
                outside(placed);
            }
        } else if (!parent.equals(area) && !byCode.containsKey(parent) && !faulty.contains(parent)) {
            errors.add(
                    unit.line(),
                    placed.parentColumn(),
                    DirectoryProblem.PARENT_NOT_IN_LIST,
                    Text.of(
                            "Đơn vị cấp trên %s của %s không có trong danh sách.",
                            "The parent %s of %s is not in the list.", parent, unit.code()));
        }
    }

    private void outside(Placed placed) {
        errors.add(
                placed.unit().line(),
                placed.parentColumn(),
                DirectoryProblem.OUTSIDE_AREA,
                Text.of(
                        "%s không thuộc %s mà danh sách này là của nó.",
                        "%s is not below %s, of which this is the list.",
                        placed.unit().code(),
                        area));
    }

    /** The code of a parent, checked; "" where it is not fit, which is named. */
    String parent(int line, String column, String cell, UnitCode child) {
        Level level = child.level();
        if (level == Level.PROVINCE && (cell.isEmpty() || cell.equals(UnitCode.ROOT))) {
            return UnitCode.ROOT;
        }
        UnitCode parent = ListedCode.read(line, column, cell, null, errors).orElse(null);
        if (parent == null) {
            return "";
        }
        if (!level.mayStandUnder(parent.level())) {
            errors.add(
                    line,
                    column,
                    DirectoryProblem.PARENT_OF_WRONG_LEVEL,
                    Text.of("%s không thể trực thuộc %s.", "%s cannot stand under %s.", child, parent));
            return "";
        }
        return parent.value();
    }
}
