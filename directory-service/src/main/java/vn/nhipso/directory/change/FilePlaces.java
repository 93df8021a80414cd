package vn.nhipso.directory.change;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.nhipso.directory.DirectoryProblem;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.kit.table.FileErrors;

/** The places of a change that was sent as files: a line and a column. */
final class FilePlaces implements Places {

    private static final int HEADER = 1;
    private static final Map<String, String> COLUMNS =
            Map.of("parentCode", "parent_code", "fullName", "full_name", "from", "old_code", "to", "new_code");

    private final Map<String, Integer> lines = new HashMap<>();
    private final FileErrors errors;
    private final String unitsAt;
    private final String edgesAt;

    /** @param two whether units and lineage came together, so that a line alone does not say of which file */
    FilePlaces(List<ListedUnit> units, FileErrors errors, boolean two) {
        units.forEach(unit -> lines.put(unit.code(), unit.line()));
        this.errors = errors;
        this.unitsAt = two ? "units/" : "";
        this.edgesAt = two ? "lineage/" : "";
    }

    @Override
    public void begin(String code, String field, DirectoryProblem problem, Text detail) {
        errors.add(lines.getOrDefault(code, HEADER), unitsAt + column(field), problem, detail);
    }

    @Override
    public void end(String code, DirectoryProblem problem, Text detail) {
        errors.add(HEADER, null, problem, detail);
    }

    @Override
    public void edge(int row, String field, DirectoryProblem problem, Text detail) {
        errors.add(row, edgesAt + column(field.isEmpty() ? "from" : field), problem, detail);
    }

    @Override
    public void whole(DirectoryProblem problem, Text detail) {
        errors.add(HEADER, null, problem, detail);
    }

    @Override
    public boolean isClean() {
        return errors.isEmpty();
    }

    @Override
    public Text standsAt(int row, String what) {
        return Text.of("%s đã có ở dòng %d.", "%s stands in line %d already.", what, row);
    }

    private static String column(String field) {
        return COLUMNS.getOrDefault(field, field);
    }
}
