package vn.nhipso.reporting.reconciliation;

/** How what is stated and what is added up disagree. */
public enum Finding {
    /** The sum is complete, and another. */
    DIFFERENCE,
    /** The sum is not complete and already more than what is stated. */
    PARTS_EXCEED_STATED,
    /** Of a SHARE: the weighed mean is another; it can only be an estimate. */
    ESTIMATE_DIFFERS,
    /** The sum is not complete, and nothing can be said yet. */
    PARTS_INCOMPLETE
}
