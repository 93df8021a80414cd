package vn.nhipso.indicator.unit;

/** The levels of units, from the top. */
public enum Level {
    COUNTRY,
    PROVINCE,
    DISTRICT,
    COMMUNE,
    HAMLET;

    public boolean isAbove(Level other) {
        return ordinal() < other.ordinal();
    }
}
