package vn.nhipso.reporting.catalogue;

/** Levels of administration, from the whole country down; the database keeps the number. */
public enum Level {
    COUNTRY,
    PROVINCE,
    DISTRICT,
    COMMUNE,
    HAMLET;

    public static Level of(int depth) {
        return values()[depth];
    }

    /** 0 for the country, more the further down. */
    public int depth() {
        return ordinal();
    }

    /** Its bit in a set of levels. */
    public int bit() {
        return 1 << ordinal();
    }
}
