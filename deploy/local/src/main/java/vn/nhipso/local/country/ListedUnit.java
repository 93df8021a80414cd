package vn.nhipso.local.country;

import java.util.List;
import java.util.Locale;

/**
 * A row of a list of units.
 *
 * @param level province, district or commune
 * @param parent blank for a province
 */
public record ListedUnit(String code, String name, String fullName, String type, String level, String parent) {

    static final String HEADER = "code,name,full_name,type,level,parent_code";

    static final String PROVINCE = "province";
    static final String DISTRICT = "district";
    static final String COMMUNE = "commune";

    /** With the full name that type and name make: Xã Hòa Mỹ. */
    static ListedUnit of(String code, String name, String type, String level, String parent) {
        String word = type.startsWith("thành phố") ? "thành phố" : type;
        String fullName = word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1) + " " + name;
        return new ListedUnit(code, name, fullName, type, level, parent);
    }

    static ListedUnit of(List<String> cells) {
        return new ListedUnit(cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4), cells.get(5));
    }

    ListedUnit retyped(String newType) {
        return of(code, name, newType, level, parent);
    }

    public boolean isCommune() {
        return level.equals(COMMUNE);
    }

    public boolean isProvince() {
        return level.equals(PROVINCE);
    }

    /** As the API writes it. */
    public String apiLevel() {
        return level.toUpperCase(Locale.ROOT);
    }

    String row() {
        return String.join(",", code, name, fullName, type, level, parent);
    }
}
