package vn.nhipso.reporting.rollup;

/** Where a chosen figure comes from. */
public enum Basis {
    /** Everyone expected is counted. */
    COMPUTED,
    /** As the unit says of itself; the sum is not complete. */
    STATED,
    /** Added up from some of those expected, or from some of the months; the unit states nothing for all of it. */
    PARTIAL,
    /** A SHARE weighed by another indicator; on the hierarchy of another day, counts of a divided unit by known shares. */
    ESTIMATED,
    /** There is no figure. */
    NONE
}
