package vn.nhipso.directory.change;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.DirectoryProblem;
import vn.nhipso.directory.Refusals;
import vn.nhipso.kit.problem.Text;

/** The places of a change that was sent as JSON. */
final class JsonPlaces implements Places {

    private final Map<String, Integer> begins = new HashMap<>();
    private final Map<String, Integer> ends = new HashMap<>();
    private final Refusals refusals;

    JsonPlaces(List<Change.Ending> ends, List<Change.Beginning> begins, Refusals refusals) {
        begins.forEach(begin -> this.begins.put(begin.code(), begin.row()));
        ends.forEach(end -> this.ends.put(end.code(), end.row()));
        this.refusals = refusals;
    }

    @Override
    public void begin(String code, String field, DirectoryProblem problem, Text detail) {
        refusals.add(pointer("/begins/", begins.get(code), field), problem, detail);
    }

    @Override
    public void end(String code, DirectoryProblem problem, Text detail) {
        refusals.add(pointer("/ends/", ends.get(code), ""), problem, detail);
    }

    @Override
    public void edge(int row, String field, DirectoryProblem problem, Text detail) {
        refusals.add(pointer("/lineage/", row, field), problem, detail);
    }

    @Override
    public void whole(DirectoryProblem problem, Text detail) {
        refusals.add("", problem, detail);
    }

    @Override
    public boolean isClean() {
        return refusals.isEmpty();
    }

    @Override
    public Text standsAt(int row, String what) {
        return Text.of("%s đã có ở /lineage/%d.", "%s stands in /lineage/%d already.", what, row);
    }

    private static String pointer(String list, @Nullable Integer row, String field) {
        if (row == null) {
            return "";
        }
        return list + row + (field.isEmpty() ? "" : "/" + field);
    }
}
