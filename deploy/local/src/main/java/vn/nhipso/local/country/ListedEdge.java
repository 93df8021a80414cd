package vn.nhipso.local.country;

import java.util.List;

/**
 * A row of a lineage list: an old unit and one of the units it went into.
 *
 * @param to blank where nobody knows it
 * @param population whole, part or none: whether its people went there too
 */
public record ListedEdge(String from, String to, boolean whole, String level, String population) {

    static final String HEADER = "old_code,new_code,kind,instrument,level,area,population,note";
    private static final int POPULATION = 6;
    static final String ACT = "202/2025/QH15";

    ListedEdge(String from, String to, boolean whole, String level) {
        this(from, to, whole, level, whole ? "whole" : "part");
    }

    static ListedEdge of(List<String> cells) {
        boolean whole = cells.get(2).equals("whole");
        String population = cells.size() > POPULATION ? cells.get(POPULATION) : "";
        return population.isBlank()
                ? new ListedEdge(cells.get(0), cells.get(1), whole, cells.get(4))
                : new ListedEdge(cells.get(0), cells.get(1), whole, cells.get(4), population);
    }

    public boolean isCommune() {
        return level.equals(ListedUnit.COMMUNE);
    }

    String row() {
        String kind = whole ? "whole" : "part";
        return String.join(",", from, to, kind, ACT, level, kind, kind, whole ? "Nhập toàn bộ" : "Nhập một phần");
    }
}
