package vn.nhipso.directory.change;

import java.util.List;

/**
 * All units above hamlets of a part of the country on a day.
 *
 * @param area the code at the head of that part; {@code VN} for the country
 */
public record UnitList(String area, List<ListedUnit> units) {}
