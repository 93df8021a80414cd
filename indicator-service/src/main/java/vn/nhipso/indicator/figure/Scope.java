package vn.nhipso.indicator.figure;

/** Which part of a unit a measurement speaks of. */
public enum Scope {
    /** The unit's own offices. */
    OWN,
    /** The units below it together. */
    CHILDREN,
    /** Both. */
    WHOLE
}
