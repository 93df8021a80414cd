package vn.nhipso.indicator.insight;

import java.util.List;

/**
 * What somebody sees of what is not published: everything, or what is of these units and periods; pairs, one at the same place of both lists.
 *
 * @param everything whether there is no limit
 */
public record Insight(boolean everything, List<String> units, List<String> periods) {

    static final Insight NONE = new Insight(false, List.of(), List.of());
    static final Insight ALL = new Insight(true, List.of(), List.of());

    public boolean isNone() {
        return !everything && units.isEmpty();
    }
}
