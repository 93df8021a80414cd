package vn.nhipso.indicator.check;

/** How far apart two figures are is said in different ways. */
public enum Measure {
    /** A percentage of at most 100: in points. */
    POINTS,
    /** A number that does not add up, or a percentage that may be above 100: by how many times. */
    NUMBER,
    /** A number of things: by how many times, and by how many things. */
    COUNT
}
