package vn.nhipso.indicator.measurement.ingest;

/** What became of a row. */
public enum Outcome {
    /** Stored as a new revision. */
    ACCEPTED,
    /** The same as what stands. */
    UNCHANGED,
    /** Wrong; see its errors. */
    REJECTED
}
