package vn.nhipso.reporting.reconciliation;

/** What makes a difference a large one. */
public enum Sorting {
    /** Percentage points, and for numbers the difference in percent of the larger side: so that indicators can be compared. */
    RELATIVE,
    /** Percentage points, and for numbers the difference itself. */
    ABSOLUTE
}
