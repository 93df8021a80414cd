package vn.nhipso.directory.lineage;

/** How much of a unit's area or population goes along an edge. */
public enum Extent {
    WHOLE,
    PART,
    NONE;

    /** What arrives after two steps. */
    public Extent then(Extent next) {
        if (this == NONE || next == NONE) {
            return NONE;
        }
        return this == WHOLE && next == WHOLE ? WHOLE : PART;
    }
}
