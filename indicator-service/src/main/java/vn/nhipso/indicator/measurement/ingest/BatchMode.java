package vn.nhipso.indicator.measurement.ingest;

/** What becomes of the good rows of a batch with bad ones. */
public enum BatchMode {
    /** Nothing is stored. */
    ATOMIC,
    /** They are stored. */
    PARTIAL
}
