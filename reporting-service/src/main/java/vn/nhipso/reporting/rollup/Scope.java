package vn.nhipso.reporting.rollup;

/** What of a unit a figure is about. */
public enum Scope {
    /** Its own offices. */
    OWN,
    /** The units below it together. */
    CHILDREN,
    /** Both. */
    WHOLE
}
