package vn.nhipso.local.country;

/** A row of a lineage list: an old unit and one of the units it went into. */
public record ListedEdge(String from, String to, boolean whole, String level) {

    static final String HEADER = "old_code,new_code,kind,instrument,level,area,population,note";
    static final String ACT = "202/2025/QH15";

    String row() {
        String kind = whole ? "whole" : "part";
        return String.join(",", from, to, kind, ACT, level, kind, kind, whole ? "Nhập toàn bộ" : "Nhập một phần");
    }
}
